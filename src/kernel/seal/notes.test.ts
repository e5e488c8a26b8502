// Notes, keys and checkpoints: byte for byte what the Go note package writes, and nothing false is opened.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { emptyRoot } from './merkle.ts'
import {
  BadNote,
  makeSigner,
  openCheckpoint,
  openNote,
  readSigner,
  readVerifier,
  signCheckpoint,
  signNote,
} from './notes.ts'

// The example key and note of golang.org/x/mod/sumdb/note (test data).
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const signature = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='
const note = `${text}\n— PeterNeumann ${signature}\n`

test('keys and signatures are those of the reference, byte for byte', () => {
  const signer = readSigner(skey)
  assert.equal(signer.vkey, vkey)
  assert.equal(signer.skey, skey)
  assert.equal(signNote(text, signer), note)
  assert.equal(openNote(note, readVerifier(vkey)), text)
})

test('no mangled key is read', () => {
  for (let at = 0; at < vkey.length; at++) {
    const mangled = vkey.slice(0, at) + String.fromCharCode(vkey.charCodeAt(at) + 1) + vkey.slice(at + 1)
    assert.throws(() => readVerifier(mangled), BadNote, mangled)
    assert.throws(() => readVerifier(vkey.slice(0, at)), BadNote)
  }
})

test('a note with any character changed is not opened', () => {
  const verifier = readVerifier(vkey)
  for (let at = 0; at < note.length; at++) {
    const mangled = note.slice(0, at) + String.fromCharCode(note.charCodeAt(at) ^ 1) + note.slice(at + 1)
    assert.throws(() => openNote(mangled, verifier), BadNote, `changed at ${at}`)
  }
})

test('signatures of strangers are passed over, a false one of ours is not', () => {
  const [ours, witness] = [makeSigner('house.example/log'), makeSigner('witness.example')]
  const signed = signCheckpoint({ origin: ours.name, size: 7, root: emptyRoot }, ours)
  const foreign = signNote(openNote(signed, ours), witness).split('\n\n')[1] ?? ''
  assert.equal(openCheckpoint(signed + foreign, ours).size, 7)
  assert.throws(() => openCheckpoint(signed, witness), /not signed by witness/)
  const impostor = { ...makeSigner(ours.name), id: ours.id }
  assert.throws(() => openCheckpoint(signNote(openNote(signed, ours), impostor), ours), /signature of .* is false/)
})

test('a checkpoint of another log, a wrong size or a short root is refused', () => {
  const signer = makeSigner('house.example/log')
  const root = emptyRoot.toString('base64')
  for (const bad of [
    `other\n1\n${root}\n`,
    `${signer.name}\n01\n${root}\n`,
    `${signer.name}\n-1\n${root}\n`,
    `${signer.name}\n1\nAAAA\n`,
    `${signer.name}\n1\n`,
  ]) {
    assert.throws(() => openCheckpoint(signNote(bad, signer), signer), BadNote, bad)
  }
})

test('any checkpoint comes back as it was signed', () => {
  const signer = makeSigner('house.example/log')
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, bytes) => {
      const checkpoint = { origin: signer.name, size, root: Buffer.from(bytes) }
      assert.deepEqual(openCheckpoint(signCheckpoint(checkpoint, signer), signer), checkpoint)
    }),
    { numRuns: 50 },
  )
})
