// Whoever holds a paper of the Department asks the public page, without scripts and without leaving anything behind.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { clause } from '../../test/kit/clause.ts'
import { testHouse } from '../../test/kit/house.ts'
import { asOwner, offered, open, pdfOf, readText, sign, words } from '../../test/kit/papers.ts'
import { closeRenderer } from '../modules/templates/index.ts'
import { openPortal } from './http.ts'
import { openShelf } from './shelf.ts'

const house = await testHouse(null)
after(closeRenderer)
const server = await openPortal(house.portal, openShelf(join(house.dataDir, 'visits'), house.pepper), async () => ({
  ok: true,
}))
house.beforeClose(() => server.close())

const get = (url: string, language?: string) =>
  server.inject({ url, headers: language ? { 'accept-language': language } : {} })
const typed = (code: string) =>
  server.inject({
    method: 'POST',
    url: '/ru/genuine/code',
    payload: new URLSearchParams({ code }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const sent = (bytes: Buffer, language = 'kk') => {
  const edge = 'edge7d1f0c'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return server.inject({
    method: 'POST',
    url: `/${language}/genuine/file`,
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  })
}
const verdict = (body: string): string | null => /role="status">\s*<h2>([^<]*)<\/h2>/.exec(body)?.[1] ?? null

clause(
  '15',
  'the QR of a signed document leads to a page that says genuine or not genuine, and nothing of the document',
  async () => {
    const id = await offered(house)
    const draftPdf = await pdfOf(house, 'inspector', { id })
    await sign(house, 'head', id)
    const pdf = await pdfOf(house, 'inspector', { id })
    const { number } = (await open(house, 'inspector', id)).result
    const address = /\/check\/[0-9A-Z]{26}/.exec((await readText(pdf)).replaceAll(/[\s-]/g, ''))?.[0] ?? ''
    const code = address.slice('/check/'.length)

    for (const [asked, language] of [
      ['ru-RU,ru;q=0.9', 'ru'],
      ['en', 'en'],
      ['de,kk;q=0.5', 'kk'],
      ['', 'kk'],
    ] as const) {
      const scanned = await get(address, asked)
      assert.deepEqual([scanned.statusCode, scanned.headers.location], [302, `/${language}/genuine/${code}`])
    }
    const says: Record<string, readonly [string, string]> = {
      kk: ['Түпнұсқа', 'Түпнұсқа емес'],
      ru: ['Подлинный', 'Не подлинный'],
      en: ['Genuine', 'Not genuine'],
    }
    for (const [language, [yes, no]] of Object.entries(says)) {
      const page = await get(`/${language}/genuine/${code}`)
      assert.deepEqual([page.statusCode, verdict(page.body)], [200, yes])
      for (const secret of [number, words.subject, words.addressee, 'Ержанов', 'Серікова'])
        assert.ok(!page.body.includes(secret ?? '?'), secret ?? '')
      assert.equal(
        verdict((await get(`/${language}/genuine/${code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`)).body),
        no,
      )
      assert.equal(verdict((await get(`/${language}/genuine`)).body), null)
    }
    assert.equal(verdict((await typed(`  ${code.toLowerCase()} `)).body), 'Подлинный')
    assert.equal(verdict((await typed(`${house.portalUrl}${address}`)).body), 'Подлинный')
    assert.equal(verdict((await typed('00000')).body), 'Не подлинный')
    assert.equal(verdict((await typed('x'.repeat(2_000))).body), 'Не подлинный')
    const nothing = await typed('')
    assert.deepEqual([nothing.statusCode, verdict(nothing.body)], [400, null])
    assert.match(nothing.body, /Введите код/)

    const altered = Buffer.from(pdf)
    altered[200] = (altered[200] ?? 0) ^ 1
    const files = () => readdirSync(house.files.directory, { recursive: true }).length
    const kept = files()
    assert.equal(verdict((await sent(pdf)).body), 'Түпнұсқа')
    for (const forged of [draftPdf, altered, Buffer.concat([pdf, Buffer.from('\n')]), Buffer.from('%PDF-1.7')])
      assert.equal(verdict((await sent(forged)).body), 'Түпнұсқа емес')
    assert.deepEqual([(await sent(Buffer.alloc(0))).statusCode, files()], [400, kept])
    // Asking leaves no trace: no file, no entry, no visit.
    assert.deepEqual(await asOwner(house, "select 1 from journal_inbox where operation = 'documents.genuine'"), [])
    for (const odd of [
      '/check/%00',
      '/kk/genuine/%F0%9F%98%80',
      `/kk/genuine/${'9'.repeat(90)}`,
      "/kk/genuine/'or'1'='1",
    ])
      assert.ok((await get(odd)).statusCode < 500, odd)
  },
)
