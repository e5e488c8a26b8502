// Clause 5.16: what is hidden in a copy cannot be got out of it, by anybody who holds the copy and tries.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { extractText, getDocumentProxy, getMeta, renderPageAsImage } from 'unpdf'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import * as papers from '../../../test/kit/papers.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { openAppeal } from '../appeals/queries.ts'
import { closeRenderer, renderPdf, type Setting } from '../templates/index.ts'
import { reply } from '../templates/reply.ts'
import type { Box } from './contract.ts'
import * as operations from './operations.ts'
import { pdfOf } from './raster/paper.ts'
import { burnBoxes, findWordsIn } from './raster/render.ts'

const stage = await openStage()
const { house, as } = stage
after(closeRenderer)

const secret = { name: 'Ахметов Асан Үсенұлы', iin: '921029350851' }
const words = {
  ...papers.words,
  addressee: secret.name,
  established: `Өтініш берушінің ЖСН: ${secret.iin}. Ахметовтың айтқаны расталды, Ахметов келді.`,
}

const signedFile = async (fields = words) => {
  const id = await papers.draft(house, 'inspector', fields)
  await papers.performNamed(house, 'documents.offer', await house.as('inspector'), { id })
  await papers.sign(house, 'head', id)
  const { result } = await papers.open(house, 'inspector', id)
  const file = result.signed?.file.id
  assert.ok(file)
  return { kind: 'document', id, file }
}

const take = async (by: CastName, id: string, file: string): Promise<Buffer> => {
  const { stream } = await as(by, operations.takeCopy, { id, file })
  return Buffer.concat((await stream.toArray()) as Buffer[])
}

const making = (boxes: Box[]) => ({
  key: randomUUID(),
  boxes,
  reason: 'Үшінші тұлғаға беру үшін',
  language: 'kk' as const,
})

/** Every spelling in which a word could stand in a file. */
const spellings = (word: string): Buffer[] => {
  const utf16 = Buffer.from(word, 'utf16le')
  const cp1251 = Buffer.from(
    [...word].map((it) => (/[а-яА-Я]/.test(it) ? it.charCodeAt(0) - 0x350 : it.charCodeAt(0) & 0xff)),
  )
  return [Buffer.from(word), utf16, Buffer.from(utf16).swap16(), cp1251, Buffer.from(Buffer.from(word).toString('hex'))]
}

/** The bytes themselves, and all that can be inflated out of any place of them where something may be packed. */
function* layersOf(bytes: Buffer): Generator<Buffer> {
  yield bytes
  const starts = new Set<number>()
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1))
    if ((0x7800 + (bytes[at + 1] ?? 0)) % 31 === 0) starts.add(at)
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) starts.add(at + 7)
  for (const start of starts)
    for (const inflate of [inflateSync, inflateRawSync])
      try {
        yield inflate(bytes.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH })
      } catch {
        // Nothing was packed here.
      }
}

const pixelsOf = async (bytes: Buffer, page = 1) => {
  const picture = await renderPageAsImage(Uint8Array.from(bytes), page, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale: 2,
  })
  const image = await loadImage(Buffer.from(picture))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, data }
}

async function assertSolid(bytes: Buffer, boxes: readonly Box[]): Promise<void> {
  const { width, height, data } = await pixelsOf(bytes)
  for (const box of boxes)
    for (let y = Math.ceil(box.y * height) + 1; y < Math.floor((box.y + box.height) * height) - 1; y += 1)
      for (let x = Math.ceil(box.x * width) + 1; x < Math.floor((box.x + box.width) * width) - 1; x += 1)
        assert.ok((data[(y * width + x) * 4] ?? 255) < 24, `light at ${x}, ${y}`)
}

clause('5.16', 'secrets protected by law are kept: what is hidden in a copy cannot be extracted from it', async () => {
  const source = await signedFile()
  const shown = await as('inspector', operations.showPages, source)
  assert.deepEqual([shown.total, shown.worded, shown.pages.length], [1, true, 1])
  assert.ok(
    Buffer.from(shown.pages[0]?.picture ?? '', 'base64')
      .subarray(0, 3)
      .equals(Buffer.from('ffd8ff', 'hex')),
  )

  const boxes: Box[] = []
  for (const [wanted, times] of [
    ['ахметов', 3],
    ['асан үсенұлы', 1],
    ['921029 350851', 1],
  ] as const) {
    const found = await as('inspector', operations.findWords, { ...source, words: wanted })
    assert.equal(found.boxes.length, times, wanted)
    boxes.push(...found.boxes)
  }

  const made = await as('inspector', operations.makeCopy, { ...source, ...making(boxes) })
  assert.match(made.name, / – редакцияланған\.pdf$/)
  const copy = await take('inspector', made.id, made.file)
  assert.equal(createHash('sha256').update(copy).digest('hex'), made.sha256)

  // A program that reads text finds none; the source has it, so the reading itself works.
  const original = await papers.pdfOf(house, 'inspector', { id: source.id })
  assert.ok((await papers.readText(original)).includes(secret.iin))
  const paper = await getDocumentProxy(Uint8Array.from(copy))
  assert.equal((await extractText(paper, { mergePages: true })).text.trim(), '')
  // No word of the source in any spelling, in the bytes or in anything that can be inflated from them.
  const traces = ['Ахметов', 'Асан', 'Үсенұлы', secret.iin, 'Қорған', 'Noto'].flatMap(spellings)
  const readable = [...layersOf(original)].length
  assert.ok(readable > 5, 'the streams of the source are found by the same means')
  for (const layer of layersOf(copy))
    for (const trace of traces) assert.ok(!layer.includes(trace), `${trace.toString()} in the copy`)
  // Pictures and nothing else: no fonts, no metadata, no attachments, no actions, nothing behind the end.
  const raw = copy.toString('latin1')
  assert.doesNotMatch(
    raw.replace(/stream\n[^]*?\nendstream/g, ''),
    /\/(Font|Metadata|Info|EmbeddedFiles?|Names|Outlines|Annots|JavaScript|StructTreeRoot|Title|ID)\b/,
  )
  assert.ok(raw.endsWith('%%EOF\n') && raw.match(/%%EOF/g)?.length === 1)
  const { info } = await getMeta(paper)
  for (const name of ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate'])
    assert.equal(info[name], undefined, name)
  // A JPEG may carry notes of its own: there are none beside its own head.
  assert.ok(!raw.includes('Exif') && !raw.includes('http://ns.adobe.com'))
  await assertSolid(copy, boxes)
})

test('the copy is the same whatever stood under the boxes, and not a dot of a found word is left beside them', async () => {
  const setting: Setting = {
    at: new Date('2026-11-23T04:00:00Z'),
    unit: { kk: 'Ішкі қауіпсіздік бөлімі', ru: 'Отдел внутренней безопасности', en: 'Internal Security Department' },
    number: null,
    on: null,
    signatory: null,
    executor: null,
    answers: null,
    complaintMonths: 3,
    draft: false,
    check: null,
    mark: null,
  }
  const pageWith = async (addressee: string) =>
    ({
      bytes: (await renderPdf(reply, { ...words, addressee }, 'kk', setting)).bytes,
      type: 'application/pdf',
    }) as const
  const named = await pageWith('Жұмабаев Ғабит Өмірұлы')
  const boxes = await findWordsIn(named, 'ЖҰМАБАЕВ ҒАБИТ ӨМІРҰЛЫ')
  assert.equal(boxes.length, 1)
  const [one, other] = [await burnBoxes(named, boxes), await burnBoxes(await pageWith('.'), boxes)]
  assert.ok(Buffer.from(one.pdf).equals(Buffer.from(other.pdf)))
  const bare = await burnBoxes(named, [{ page: 1, x: 0, y: 0.99, width: 0.01, height: 0.01 }])
  assert.ok(!Buffer.from(bare.pdf).equals(Buffer.from(one.pdf)))
})

clause(
  '5.16',
  'the source stays as it was, and the journal keeps the seals of both files and none of the words',
  async () => {
    const source = await signedFile()
    const before = await papers.pdfOf(house, 'inspector', { id: source.id })
    const { boxes } = await as('inspector', operations.findWords, { ...source, words: 'Ахметов' })
    const form = making(boxes)
    const made = await as('inspector', operations.makeCopy, { ...source, ...form })
    const again = await as('inspector', operations.makeCopy, { ...source, ...form })
    assert.deepEqual(again, made)
    await refused('unknown', as('inspector', operations.makeCopy, { ...(await signedFile()), ...form }))
    assert.ok((await papers.pdfOf(house, 'inspector', { id: source.id })).equals(before))

    const { copies } = await as('registrar', operations.listCopies, { kind: 'document', id: source.id })
    assert.deepEqual(
      copies.map(({ id, source: of, reason, by }) => [id, of, reason, by.kk]),
      [[made.id, source.file, form.reason, house.cast.inspector.name.kk]],
    )
    const [entry] = await papers.journalOf(house, made.id, 'redaction.make')
    const detail = JSON.parse(entry?.detail ?? '{}') as Record<string, unknown>
    assert.equal(entry?.outcome, 'done')
    assert.ok(entry.clauses.includes('5.16'))
    assert.deepEqual(detail['source'], { file: source.file, sha256: createHash('sha256').update(before).digest('hex') })
    assert.deepEqual(detail['copy'], { file: made.file, sha256: made.sha256 })
    const entries = await papers.journalOf(house, source.id, 'redaction.find')
    assert.ok(entries.length > 0)
    for (const { detail: said } of entries) assert.ok(!said?.includes('Ахметов'))
  },
)

const png = async (): Promise<Buffer> => {
  const canvas = createCanvas(600, 200)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 600, 200)
  pen.fillStyle = '#c00'
  pen.fillRect(100, 60, 200, 80)
  return canvas.encode('png')
}

clause(
  '5.16',
  'a picture that came with an appeal is copied by boxes, and only for those who see the appeal',
  async () => {
    const picture = await stage.bring(publicActor(), 'сурет.png', await png())
    const text = await stage.bring(publicActor(), 'хат.txt', 'Ахметов')
    const { id } = await stage.assigned('inspector', { files: [picture, text] })
    const source = { kind: 'appeal', id, file: picture }
    const shown = await as('inspector', operations.showPages, source)
    assert.deepEqual([shown.total, shown.worded], [1, false])
    assert.deepEqual((await as('inspector', operations.findWords, { ...source, words: 'Ахметов' })).boxes, [])

    const box = { page: 1, x: 0.15, y: 0.25, width: 0.4, height: 0.5 }
    const made = await as('inspector', operations.makeCopy, { ...source, ...making([box]), language: 'ru' })
    assert.equal(made.name, 'сурет – с изъятиями.pdf')
    const copy = await take('head', made.id, made.file)
    await assertSolid(copy, [box])
    // The whole of the red field lay under the box.
    const { data } = await pixelsOf(copy)
    assert.ok(data.every((red, at) => at % 4 !== 0 || red - (data[at + 1] ?? 0) < 40))
    // The copy belongs to the appeal, and the appeal's own list of what the applicant brought stays as it was.
    assert.deepEqual(
      (await as('inspector', openAppeal, { id })).files.map((it) => it.id).sort(),
      [picture, text].sort(),
    )

    const wrong = await refused('wrong-state', as('inspector', operations.showPages, { ...source, file: text }))
    assert.match(wrong.says.kk, /PDF, PNG немесе JPEG/)
    for (const stranger of ['inspector2', 'almatyHead'] as const) {
      await refused('unknown', as(stranger, operations.showPages, source))
      await refused('unknown', as(stranger, operations.makeCopy, { ...source, ...making([box]) }))
      await refused('unknown', as(stranger, operations.listCopies, { kind: 'appeal', id }))
      await refused('unknown', as(stranger, operations.takeCopy, { id: made.id, file: made.file }))
    }
    // Shut out of the appeal, shut out of its copies.
    await papers.asOwner(house, 'insert into denied values ($1, $2, now(), $3)', [id, castId('deputy'), 'аты аталған'])
    await refused('unknown', as('deputy', operations.takeCopy, { id: made.id, file: made.file }))
    await refused('unknown', as('deputy', operations.listCopies, { kind: 'appeal', id }))
    // When the content of the record is destroyed, what is known of its copies goes with it.
    await papers.asOwner(house, 'delete from file_attachments where record_id = $1', [id])
    assert.deepEqual((await as('head', operations.listCopies, { kind: 'appeal', id })).copies, [])
    await refused('unknown', as('head', operations.takeCopy, { id: made.id, file: made.file }))
    // When the content of the record is destroyed, what is known of its copies goes with it.
    await papers.asOwner(house, 'delete from file_attachments where record_id = $1', [id])
    assert.deepEqual((await as('head', operations.listCopies, { kind: 'appeal', id })).copies, [])
    await refused('unknown', as('head', operations.takeCopy, { id: made.id, file: made.file }))
  },
)

clause('5.16', 'without the power nobody makes a copy, and what is not there is unknown', async () => {
  const source = await signedFile()
  const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5 }
  const refusal = await refused('forbidden', as('auditor', operations.makeCopy, { ...source, ...making([box]) }))
  assert.equal(refusal.clause, '5.16')
  for (const other of [{ kind: 'nothing' }, { id: randomUUID() }, { file: randomUUID() }, { kind: 'employee' }])
    await refused('unknown', as('inspector', operations.showPages, { ...source, ...other }))
  await refused('wrong-state', as('inspector', operations.showPages, { ...source, from: 2 }))
  await refused('wrong-state', as('inspector', operations.makeCopy, { ...source, ...making([{ ...box, page: 2 }]) }))
  const none = await refused('invalid', as('inspector', operations.makeCopy, { ...source, ...making([]) }))
  assert.deepEqual(fieldsOf(none), ['boxes'])
  const outside = await refused(
    'invalid',
    as('inspector', operations.makeCopy, { ...source, ...making([{ ...box, x: 1.5 }]) }),
  )
  assert.match(fieldsOf(outside).join(), /^boxes/)
  const made = await as('inspector', operations.makeCopy, { ...source, ...making([box]) })
  await refused('unknown', as('inspector', operations.takeCopy, { id: made.id, file: source.file }))
})

test('a file that is locked, broken or endless is refused in a sentence, and the next one is drawn', async () => {
  const task = (bytes: Buffer) => burnBoxes({ bytes, type: 'application/pdf' }, [])
  assert.match((await refused('wrong-state', task(Buffer.from('%PDF-1.7\nnothing')))).says.en, /damaged/)
  assert.match(
    (await refused('wrong-state', burnBoxes({ bytes: Buffer.from('GIF'), type: 'image/png' }, []))).says.en,
    /damaged/,
  )
  const key = '00'.repeat(32)
  const locked = pdfOf([])
    .toString('latin1')
    .replace('/Root 1 0 R', `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`)
  assert.match((await refused('wrong-state', task(Buffer.from(locked, 'latin1')))).says.en, /password/)
  const jpeg = await createCanvas(8, 8).encode('jpeg', 80)
  const page = { width: 72, height: 72, columns: 8, rows: 8, jpeg }
  assert.match(
    (await refused('wrong-state', task(pdfOf(Array(61).fill(page))))).says.kk,
    /Беттер саны: 61, ең көбі: 60/,
  )
  const good = pdfOf([page, page])
  assert.equal((await task(good)).pages, 2)
  // Two are drawn and four wait; the rest are asked to come again.
  const asked = await Promise.allSettled(Array.from({ length: 9 }, () => task(good)))
  assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 6)
  for (const it of asked)
    if (it.status === 'rejected') assert.equal((it.reason as { reason: string }).reason, 'too-many')
})
