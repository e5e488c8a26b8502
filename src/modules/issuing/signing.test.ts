// The electronic signature of whoever issued an authority: over its very words, with the own key, verified anew by all who see it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import * as kit from '../../../test/kit/signing.ts'
import { castIin, type CastName } from '../../app/cast.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { closeRenderer } from '../templates/index.ts'
import { about, deskOf } from '../authorities/authorities.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import * as signing from './signing.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

const root = await kit.authority('ҰКО (сынақ)')
mkdirSync(join(house.dataDir, 'trust'))
writeFileSync(join(house.dataDir, 'trust/nca.pem'), kit.pem(root.der))
const keyOf = (name: CastName) => kit.keyFrom(root, { iin: castIin(name) })

const cmsOf = async (by: CastName, id: string): Promise<string> => {
  const { content, at, sha256 } = await as('chairman', signing.authorityToSign, { id })
  const bytes = Buffer.from(content, 'base64')
  assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
  return (await kit.cmsOver(bytes, await keyOf(by), new Date(at))).toString('base64')
}

clause(
  '7.2',
  'whoever issued it signs its very words with the own key, once, and all who see it verify it',
  async () => {
    const id = await desk.granted()
    for (const who of ['head', 'deputy'] as const)
      assert.equal((await refused('forbidden', as(who, signing.authorityToSign, { id }))).clause, '7.2')
    await refused('unknown', as('caHead', signing.authorityToSign, { id }))
    const { content } = await as('chairman', signing.authorityToSign, { id })
    const words = Buffer.from(content, 'base64').toString()
    for (const part of ['6001-26-7-21/', 'Рұқсат етемін.', 'Руслан Темірұлы Тілеуов', '2026-11-23'])
      assert.ok(words.includes(part), part)
    const other = as('chairman', signing.signAuthority, { id, cms: await cmsOf('head', id) })
    assert.match((await refused('forbidden', other)).says.kk, /басқа адамға тиесілі/)
    await as('chairman', signing.signAuthority, { id, cms: await cmsOf('chairman', id) })
    const { signatures } = await as('head', signing.authoritySignatures, { id })
    assert.deepEqual(
      signatures.map(({ valid, says }) => [valid, says]),
      [[true, null]],
    )
    assert.equal((await refused('forbidden', as('chairman', signing.authorityToSign, { id }))).clause, '5.16')
    await refused('unknown', as('inspector', signing.authoritySignatures, { id }))
    assert.ok((await journalOf(house, id, 'authorities.sign')).some(({ outcome }) => outcome === 'done'))

    // Its state may change; its words may not, and where they were changed past the house the signature says so.
    await as('chairman', revokeAuthority, { id, reason: 'Қажет емес.' })
    assert.equal((await as('head', signing.authoritySignatures, { id })).signatures[0]?.valid, true)
    await assert.rejects(
      asOwner(house, `update authorities set word = 'Жоқ.' where id = $1`, [id]),
      /cannot be changed/,
    )
    await asOwner(house, 'alter table authorities disable trigger authorities_keep')
    await asOwner(house, `update authorities set until_on = '2030-01-01' where id = $1`, [id])
    await asOwner(house, 'alter table authorities enable trigger authorities_keep')
    const [altered] = (await as('head', signing.authoritySignatures, { id })).signatures
    assert.equal(altered?.valid, false)
    assert.ok(altered.says)
  },
)

clause(
  '5.16',
  'nothing is signed electronically that was not issued in the house or is no longer in force',
  async () => {
    const asked = await desk.asked({ about: [about('gate')] })
    assert.equal((await refused('forbidden', as('chairman', signing.authorityToSign, { id: asked }))).clause, '7.2')
    const paper = await desk.confirmed({ about: [about('gate')] })
    assert.equal((await refused('forbidden', as('chairman', signing.authorityToSign, { id: paper }))).clause, '7.2')
    const revoked = await desk.granted({ about: [about('gate')] })
    const cms = await cmsOf('chairman', revoked)
    await as('chairman', revokeAuthority, { id: revoked, reason: 'Қажет емес.' })
    assert.equal(
      (await refused('forbidden', as('chairman', signing.signAuthority, { id: revoked, cms }))).clause,
      '7.2',
    )
  },
)
