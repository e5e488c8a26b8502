// Every kind of paper in every language: nothing that was typed is lost, in the PDF and in Word; the code and the mark stand.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { create } from 'qrcode'
import { extractText, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { clause } from '../../../test/kit/clause.ts'
import { languages, type Language } from '../../kernel/text.ts'
import { drafted, closeRenderer, renderDocx, renderPdf, templateNames, type Drafted, type Setting } from './index.ts'

after(closeRenderer)

const address = 'https://qorgan.example/check/8F3K-2M9Q-7TXW-44LD'

const setting: Setting = {
  at: new Date('2026-11-23T04:00:00Z'),
  unit: { kk: 'Ішкі қауіпсіздік бөлімі', ru: 'Отдел внутренней безопасности', en: 'Internal Security Department' },
  number: '6001-26-7-7/12',
  on: '2026-11-23',
  signatory: {
    post: { kk: 'Меңгеруші', ru: 'Заведующий', en: 'Head of the Department' },
    name: { kk: 'М. Ержанов', ru: 'М. Ержанов', en: 'M. Yerzhanov' },
  },
  executor: { name: { kk: 'А. Серікова', ru: 'А. Серикова', en: 'A. Serikova' }, contact: null },
  answers: { number: '6001-26-7-6/1184', on: '2026-11-09' },
  complaintMonths: 3,
  draft: false,
  check: address,
  mark: {
    title: { kk: 'Қызмет бабында пайдалану үшін', ru: 'Для служебного пользования', en: 'For official use only' },
    ground: 'Қызметтік ақпарат тізбесінің 4-тармағы',
    copy: '2',
    until: '2031-11-23',
  },
}

const kazakh = 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі'

const wordsFor = (it: Drafted): Record<string, string> =>
  Object.fromEntries(
    Object.entries(it.labels ?? {}).map(([name, { kind }]) => [
      name,
      kind === 'day' ? '2026-12-07' : `${name}-сөзі ${kazakh}`,
    ]),
  )

const dayIn: Record<Language, string> = {
  kk: '2026 жылғы 7 желтоқсан',
  ru: '7 декабря 2026 года',
  en: '7 December 2026',
}

const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

const readPages = async (bytes: Buffer): Promise<string[]> =>
  (await extractText(await getDocumentProxy(Uint8Array.from(bytes)))).text.map(flat)

/** The entries of a ZIP by its central directory, as any other program opens it. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = bytes.readUInt32LE(end + 16)
  const found = new Map<string, string>()
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    found.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

const textOf = (xml: string): string =>
  flat(
    xml
      .replace(/<w:tab\/>/g, ' ')
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, ''),
  )

test('the house draws up nineteen kinds of papers, each with labels in three languages and a series of its own', () => {
  assert.equal(templateNames.length, 19)
  assert.equal(new Set(templateNames).size, 19)
  for (const it of drafted) {
    assert.match(it.series, /^\d{1,3}-\d{1,3}$/)
    assert.deepEqual(Object.keys(it.labels ?? {}), Object.keys(it.fields.shape))
    for (const { label, hint } of Object.values(it.labels ?? {}))
      for (const said of [it.title, label, ...(hint ? [hint] : [])])
        assert.ok(
          languages.every((language) => said[language].trim() !== ''),
          it.name,
        )
    // Clause 15: what leaves is signed by the head; an internal paper is approved by the head.
    assert.equal(it.signedBy, 'head')
    assert.equal(it.leaves, !['act', 'conclusion', 'protocol'].includes(it.name))
  }
})

for (const language of languages)
  test(`every paper holds all that was typed, in the PDF and in Word: ${language}`, async () => {
    for (const it of drafted) {
      const fields = wordsFor(it)
      it.fields.parse(fields)
      const { bytes, pages } = await renderPdf(it, fields, language, setting)
      const pdf = (await readPages(bytes)).join(' ')
      const word = unzip(await renderDocx(it, fields, language, setting))
      const body = textOf(word.get('word/document.xml') ?? '')
      const expected = [
        ...Object.values(fields).map((value) => (value === '2026-12-07' ? dayIn[language] : value)),
        setting.number ?? '',
        setting.answers?.number ?? '',
        setting.signatory?.name[language] ?? '',
      ]
      for (const said of expected) {
        assert.ok(pdf.includes(said), `${it.name} PDF: ${said}\n${pdf}`)
        assert.ok(body.includes(said), `${it.name} Word: ${said}\n${body}`)
      }
      assert.doesNotMatch(pdf + body, /undefined|null|\[object/)
      assert.equal(pages, 1, `${it.name} needs more than a page for a few words`)
      assert.match(word.get('word/document.xml') ?? '', /<w:pStyle w:val="Heading1"\/>/)
      assert.match(word.get('word/styles.xml') ?? '', new RegExp(`<w:lang w:val="${language}-`))
      const [head, foot] = ['word/header1.xml', 'word/footer1.xml'].map((name) => word.get(name) ?? '')
      assert.ok(textOf(head ?? '').includes(setting.mark?.title[language] ?? ''))
      assert.match(foot ?? '', /PAGE.*NUMPAGES/s)
    }
  })

test('a field that may be empty leaves no heading behind', async () => {
  const forwarding = drafted.find(({ name }) => name === 'forwarding')
  assert.ok(forwarding)
  const whole = { ...wordsFor(forwarding), part: null }
  const [page] = await readPages((await renderPdf(forwarding, whole, 'kk', setting)).bytes)
  assert.ok(!page?.includes('Жіберілетін бөлігі'))
  assert.ok(page?.includes('құзыретіңізге сәйкес қарау үшін'))
})

test('the official-use mark, its ground, copy and day stand on every page', async () => {
  const request = drafted.find(({ name }) => name === 'request')
  assert.ok(request)
  const asked = Array.from({ length: 70 }, (_, i) => `${i + 1}-құжат, оның көшірмесі`).join('\n')
  const { bytes, pages } = await renderPdf(request, { ...wordsFor(request), asked }, 'kk', setting)
  assert.ok(pages >= 2)
  for (const page of await readPages(bytes))
    for (const said of ['Қызмет бабында пайдалану үшін', 'Дана № 2', 'тізбесінің 4-тармағы', '2031 жылғы 23 қараша'])
      assert.ok(page.includes(said), said)
  const open = await renderPdf(request, { ...wordsFor(request), asked }, 'kk', { ...setting, mark: null })
  assert.ok((await readPages(open.bytes)).every((page) => !page.includes('Қызмет бабында')))
})

/** The rendered page as dark and light, row by row. */
async function inkOf(
  bytes: Buffer,
): Promise<{ width: number; height: number; dark: (x: number, y: number) => boolean }> {
  const picture = await renderPageAsImage(Uint8Array.from(bytes), 1, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale: 3,
  })
  const image = await loadImage(Buffer.from(picture))
  const canvas = createCanvas(image.width, image.height)
  const paint = canvas.getContext('2d')
  paint.drawImage(image, 0, 0)
  const { data } = paint.getImageData(0, 0, image.width, image.height)
  return {
    width: image.width,
    height: image.height,
    dark: (x, y) => (data[(Math.round(y) * image.width + Math.round(x)) * 4] ?? 255) < 128,
  }
}

test('the QR code at the foot is that of the page of checking, module by module', async () => {
  const it = drafted[0]
  assert.ok(it)
  const { bytes } = await renderPdf(it, wordsFor(it), 'kk', setting)
  const [page] = await readPages(bytes)
  assert.ok(page?.includes(address) && page.includes('түпнұсқалығын осы код арқылы'))
  const ink = await inkOf(bytes)
  // The code is 22 mm wide and ends at the right margin of 16 mm; its lower edge is the lowest dark row there.
  const mm = ink.width / 210
  const [left, side] = [(210 - 16 - 22) * mm, 22 * mm]
  const rows = Array.from({ length: Math.floor(40 * mm) }, (_, i) => Math.floor(ink.height - 18 * mm) - i)
  const bottom = rows.find((y) => ink.dark(left + 1, y))
  assert.ok(bottom)
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const module = side / modules.size
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      assert.equal(
        ink.dark(left + (x + 0.5) * module, bottom + 1 - side + (y + 0.5) * module),
        modules.get(y, x) === 1,
        `module ${x}, ${y}`,
      )
  const plain = await renderPdf(it, wordsFor(it), 'kk', { ...setting, check: null })
  assert.ok(!(await readPages(plain.bytes))[0]?.includes(address))
})

/** The paper in Kazakh holds these sentences beside what was typed; gives its whole text. */
async function says(name: string, sentences: readonly string[]): Promise<string> {
  const it = drafted.find((each) => each.name === name)
  assert.ok(it)
  const text = (await readPages((await renderPdf(it, wordsFor(it), 'kk', setting)).bytes)).join(' ')
  for (const sentence of sentences) assert.ok(text.includes(sentence), `${sentence}\n${text}`)
  return text
}

clause(
  '5.1',
  'proposals are submitted to the Chairman of the Supreme Court and the Head of the Court Administration',
  () => says('proposal', ['ҰСЫНЫС', 'Қалыптасқан жағдай', 'Ұсынылатын шаралар', 'Күтілетін нәтиже', 'М. Ержанов']),
)

clause(
  '5.6',
  'documents and information are requested for the carrying out of official duties, with ground and term',
  () =>
    says('request', [
      'қызметтік міндеттерін жүзеге асыру үшін',
      '5-тармағының 6) тармақшасына',
      'Ұсыну мерзімі',
      dayIn.kk,
    ]),
)

clause('5.7', 'state bodies are asked within the competence of the ISD, in the course of interaction', () =>
  says('agency-request', ['өзара іс-қимыл шеңберінде', 'заңмен қорғалатын құпия', 'Ұсыну мерзімі', dayIn.kk]),
)

clause('5.13', 'a meeting is put on record: who was there, what was heard, what was decided', async () => {
  const text = await says('protocol', [
    'ХАТТАМА',
    'Қатысқандар',
    'Тыңдалды',
    'Шешілді',
    'БЕКІТЕМІН',
    'Хаттаманы жүргізген',
  ])
  assert.ok(text.includes('А. Серікова'))
})

clause('6.17', 'signs of a crime are handed to the law enforcement bodies, and their registration is asked for', () =>
  says('crime-transfer', ['қылмыстық құқық бұзушылық белгілері бар', 'Тіркеу нөмірін (АЕК, СДТБТ)']),
)

clause('12', 'staff of the Court Administration comply with the lawful demands of the ISD', () =>
  says('demand', ['ТАЛАП', '12-тармағына сәйкес', 'заңды талаптарын орындауға міндетті', 'Орындау мерзімі', dayIn.kk]),
)
