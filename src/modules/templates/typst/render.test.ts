// The pages themselves: Kazakh that can be searched, words that stay words, equal bytes for equal input, bounded memory.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { renderPdf, type Setting } from '../template.ts'
import { reply } from '../reply.ts'
import { slip } from '../slip.ts'
import { printable, unprintable } from './fonts.ts'
import { closeRenderer, renderSheet } from './render.ts'

after(closeRenderer)

const setting: Setting = {
  at: new Date('2026-11-23T04:00:00Z'),
  unit: { kk: 'Ішкі қауіпсіздік бөлімі', ru: 'Отдел внутренней безопасности', en: 'Internal Security Department' },
  number: '6001-26-7-7/12',
  on: '2026-11-23',
  signatory: {
    post: { kk: 'Меңгеруші', ru: 'Заведующий', en: 'Head of the Department' },
    name: { kk: 'М. Ержанов', ru: 'М. Ержанов', en: 'M. Yerzhanov' },
  },
  executor: { name: { kk: 'А. Серікова', ru: 'А. Серикова', en: 'A. Serikova' }, contact: 'a.serikova@qorgan.example' },
  answers: { number: '6001-26-7-6/1184', on: '2026-11-09' },
  complaintMonths: 3,
  draft: false,
  check: null,
  mark: null,
}
const fields = {
  addressee: 'Ахметов Асан Үсенұлы',
  address: null,
  subject: 'Кеңсе қызметкерінің істі тіркегені үшін ақы сұрауы туралы',
  established: 'Кеңсе журналдары тексерілді.\nБейнебақылау жазбалары қаралды.',
  ground: '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Заңның 15-бабы.',
  outcome: 'Өтініш ішінара қанағаттандырылды.',
}

/** The text of a PDF as another program reads it, spaces made one. */
const read = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

test('all 42 Kazakh letters, capital and small, can be searched in the reply', async () => {
  const letters = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ'
  assert.equal(letters.length, 42)
  const written = `${letters} ${letters.toLowerCase()}`
  const { bytes } = await renderPdf(reply, { ...fields, outcome: written }, 'kk', setting)
  assert.ok((await read(bytes)).includes(written))
  assert.deepEqual(unprintable(written), [])
})

test('the reply holds what the law asks of an answer: addressee, facts, ground, outcome, right of complaint, signatory', async () => {
  const text = await read((await renderPdf(reply, fields, 'kk', setting)).bytes)
  for (const words of [
    'ҚАЗАҚСТАН РЕСПУБЛИКАСЫ',
    'СУДЕБНАЯ АДМИНИСТРАЦИЯ',
    'ІШКІ ҚАУІПСІЗДІК БӨЛІМІ',
    'ОТДЕЛ ВНУТРЕННЕЙ БЕЗОПАСНОСТИ',
    'Нөмірі: 6001-26-7-7/12',
    'Күні: 2026 жылғы 23 қараша',
    '№ 6001-26-7-6/1184, 2026 жылғы 9 қараша',
    'Ахметов Асан Үсенұлы',
    'Бейнебақылау жазбалары қаралды.',
    'Заңның 15-бабы',
    'ішінара қанағаттандырылды',
    '91-бабына',
    '3 ай ішінде',
    'Сот әкімшілігінің басшысына',
    'Меңгеруші',
    'М. Ержанов',
    'Орындаушы: А. Серікова',
  ])
    assert.ok(text.includes(words), words)
})

test('the reply is in the language of the appeal, under a letterhead in the state language and in Russian', async () => {
  const russian = await read((await renderPdf(reply, fields, 'ru', setting)).bytes)
  assert.match(russian, /рассмотрел Ваше обращение.*в течение 3 месяцев/)
  const english = await read((await renderPdf(reply, fields, 'en', setting)).bytes)
  assert.match(english, /has considered your appeal.*within 3 months/)
  for (const text of [russian, english])
    assert.ok(text.includes('СОТ ӘКІМШІЛІГІ') && text.includes('СУДЕБНАЯ АДМИНИСТРАЦИЯ'))
})

test('what a person types is never read as markup', async () => {
  const hostile = [
    '#panic("out")',
    '*bold* _it_ `raw` $x^2$ = Heading',
    '#import "@preview/evil:0.1.0"',
    '#read("/etc/passwd")',
    '\\u{41} @ref <label> // gone /* gone */ ~ ---',
    '"}; #sys.inputs',
  ]
  const { bytes } = await renderPdf(
    reply,
    { ...fields, subject: hostile[0] ?? '', outcome: hostile.join('\n') },
    'kk',
    setting,
  )
  const text = await read(bytes)
  for (const words of hostile) assert.ok(text.includes(words), words)
})

test('a character that the font lacks is named, and printed as a mark in place of a failure', async () => {
  assert.deepEqual(unprintable('Сәлем 😀 中 😀'), ['😀', '中'])
  assert.equal(printable('Са\u0301лем \u202eмелас\u00ad😀'), 'Са\u0301лем мелас\ufffd')
  assert.equal(printable('и\u0306'), 'й')
  const { bytes } = await renderPdf(reply, { ...fields, addressee: '中 😀' }, 'kk', setting)
  assert.ok((await read(bytes)).includes('\ufffd \ufffd'))
})

test('equal input gives equal bytes, and the PDF declares PDF/A-2a, its language, title and day', async () => {
  const [one, two] = await Promise.all([
    renderPdf(reply, fields, 'kk', setting),
    renderPdf(reply, fields, 'kk', setting),
  ])
  assert.equal(one.sha256, two.sha256)
  await closeRenderer()
  const again = await renderPdf(reply, fields, 'kk', setting)
  assert.ok(again.bytes.equals(one.bytes))
  const raw = one.bytes.toString('latin1')
  assert.match(raw, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
  assert.match(raw, /\/Lang \(kk-KZ\)/)
  const { info } = await getMeta(await getDocumentProxy(Uint8Array.from(one.bytes)))
  assert.equal(info['Title'], fields.subject)
  assert.match(String(info['CreationDate']), /^D:20261123040000/)
  const later = await renderPdf(reply, fields, 'kk', { ...setting, at: new Date('2026-11-24T04:00:00Z') })
  assert.notEqual(later.sha256, one.sha256)
})

test('a text that nobody has signed says so on every page and carries no number', async () => {
  const long = Array.from({ length: 120 }, (_, i) => `Мән-жай ${i + 1}.`).join('\n')
  const draft = { ...setting, draft: true, number: null, on: null }
  const { bytes, pages } = await renderPdf(reply, { ...fields, established: long }, 'kk', draft)
  assert.ok(pages > 1)
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)))
  for (const page of text) assert.ok(page.includes('ЖОБА'))
  assert.ok(text.every((page) => !page.includes('6001-26-7-7/12')))
  assert.ok(text[0]?.includes('қол қойылғанда беріледі'))
})

test('the slip names its number, hour, receiver and code', async () => {
  const text = await read(
    (
      await renderPdf(
        slip,
        {
          number: '6001-26-7-6/1184',
          kind: 'Хабар',
          applicant: null,
          receivedOn: '2026-11-07',
          receivedAt: '10:20',
          registeredOn: '2026-11-09',
          due: '2026-11-30',
          receiver: 'Н. Бекова',
          attachments: 2,
          code: 'ABCD-EFGH-JKLM',
          where: 'http://127.0.0.1/',
        },
        'kk',
        setting,
      )
    ).bytes,
  )
  for (const words of [
    '6001-26-7-6/1184',
    '2026 жылғы 7 қараша, 10:20',
    '2026 жылғы 9 қараша',
    'Н. Бекова',
    'ABCD-EFGH-JKLM',
  ])
    assert.ok(text.includes(words), words)
})

test('a letter of the greatest length is rendered, and the memory of many letters is given back', async () => {
  const { pages } = await renderPdf(reply, { ...fields, established: 'Ұзақ мәтін. '.repeat(2_500) }, 'kk', setting)
  assert.ok(pages > 5)
  const letters = async (count: number) => {
    for (let i = 0; i < count; i++)
      await renderPdf(reply, { ...fields, outcome: `Нәтиже ${i} `.repeat(80) }, 'kk', setting)
    return process.memoryUsage.rss()
  }
  const warm = await letters(100)
  const grown = (await letters(300)) - warm
  assert.ok(grown < 80_000_000, `grew by ${grown} bytes`)
})

test('the queue is bounded: an order beyond it is turned away with the time to come back', async () => {
  const sheet = reply.compose({ ...fields }, reply.words.kk, setting, 'kk')
  const asked = await Promise.allSettled(Array.from({ length: 230 }, () => renderSheet(sheet)))
  const refused = asked.filter((it) => it.status === 'rejected')
  assert.equal(refused.length, 30)
  for (const it of refused) assert.equal((it.reason as { reason: string }).reason, 'too-many')
})

test('a page that cannot be made fails alone: the next letter is rendered', async () => {
  const sheet = { ...reply.compose(fields, reply.words.kk, setting, 'kk'), made: [2026, 13, 40, 0, 0, 0] as const }
  await assert.rejects(renderSheet(sheet), /typst/)
  assert.ok((await renderPdf(reply, fields, 'kk', setting)).pages === 1)
})
