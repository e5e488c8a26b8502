// For tests of the public page: a citizen without scripts who follows its forms over HTTP, through the portal's own database role.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { testHouse, type TestHouse } from '../../test/kit/house.ts'
import { findEffort } from './effort.ts'
import { openPortal } from './http.ts'
import { openShelf } from './shelf.ts'

export type Page = Awaited<ReturnType<FastifyInstance['inject']>>

export type Visitor = ReturnType<typeof visitorOf>

/** A visitor with a cookie jar of one, who follows the forms of the last page. */
export const visitorOf = (server: FastifyInstance) => {
  let cookie = ''
  let last = ''
  const keep = (page: Page): Page => {
    const set = page.headers['set-cookie']
    if (set) cookie = String(set).split(';')[0] ?? ''
    if (!String(page.headers['location'] ?? '')) last = page.body
    return page
  }
  const headers = () => (cookie ? { cookie } : {})
  const get = async (url: string) => keep(await server.inject({ url, headers: headers() }))
  const stamp = () => /name="stamp" value="([^"]*)"/.exec(last)?.[1] ?? ''
  const post = async (url: string, fields: Record<string, string> = {}): Promise<Page> => {
    const sent = new URLSearchParams({ stamp: stamp(), ...fields }).toString()
    const page = keep(
      await server.inject({
        method: 'POST',
        url,
        payload: sent,
        headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )
    return page.statusCode === 303 ? get(String(page.headers['location'])) : page
  }
  const upload = async (url: string, name: string, bytes: Buffer, more: Record<string, string> = {}): Promise<Page> => {
    const edge = `edge${randomUUID()}`
    const field = (key: string, value: string) =>
      `--${edge}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
    const head =
      Object.entries({ stamp: stamp(), ...more })
        .map(([key, value]) => field(key, value))
        .join('') +
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
    const page = keep(
      await server.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers(), 'content-type': `multipart/form-data; boundary=${edge}` },
      }),
    )
    return page.statusCode === 303 ? get(String(page.headers['location'])) : page
  }
  return {
    get,
    post,
    upload,
    stamp,
    forget: () => void (cookie = ''),
    cookie: () => cookie,
    take: (other: string) => void (cookie = other),
  }
}

export const open = async (
  t: TestContext,
): Promise<{ house: TestHouse; server: FastifyInstance; visitor: () => ReturnType<typeof visitorOf> }> => {
  const house = await testHouse(t)
  const server = await openPortal(house.portal, openShelf(join(house.dataDir, 'visits'), house.pepper), async () => ({
    ok: true,
  }))
  t.after(() => server.close())
  return { house, server, visitor: () => visitorOf(server) }
}

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const story = 'Кеңсе қызметкері істі тіркегені үшін ақы сұрады.'

/** Answers every question and stops at the page that shows the answers. */
export const answerAll = async (citizen: ReturnType<typeof visitorOf>, more: Record<string, string> = {}) => {
  await citizen.get('/kk/')
  await citizen.post('/kk/begin')
  await citizen.post('/kk/ask/kind', { kind: 'report' })
  await citizen.post('/kk/ask/who', { as: 'person' })
  await citizen.post('/kk/ask/contacts', { name: 'Сағат Мырзабеков', iin: '921029350851', phone: '8 701 123 45 67' })
  await citizen.post('/kk/ask/where', { courtName: 'Аудандық сот', person: 'Кеңсе маманы' })
  await citizen.post('/kk/ask/story', { text: story })
  await citizen.upload('/kk/ask/files', 'сурет.png', png)
  return citizen.post('/kk/ask/files/next', more)
}

export const send = async (citizen: ReturnType<typeof visitorOf>, check: Page) => {
  const [, key = '', bits = ''] = /data-effort="([^"]+)" data-bits="(\d+)"/.exec(check.body) ?? []
  return citizen.post('/kk/send', { effort: findEffort(key, Number(bits)) })
}

export const codeOn = (page: Page): string => /<code>([^<]+)<\/code>/.exec(page.body)?.[1] ?? ''
