// The public server: pages, files, health; strict headers; nobody's address is read or kept.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import type { House } from '../kernel/house.ts'
import { Refusal, statusOf } from '../kernel/refusal.ts'
import { isLanguage, type Text } from '../kernel/text.ts'
import { serveAsking, takesAppeals } from './asking.ts'
import { acceptForms } from './bodies.ts'
import { serveBooking } from './booking.ts'
import { answer, openDesk, visitedBy, type Desk } from './desk.ts'
import { serveChecking } from './checking.ts'
import { serveExplaining } from './explaining.ts'
import { serveFollowing } from './following.ts'
import { serveMoving } from './moving.ts'
import { noteBody, startBody } from './pages/start.ts'
import type { Shelf } from './shelf.ts'
import { words } from './words.ts'

/** The roads of the page, each in its own file: another one is another row. */
const roads: readonly ((server: FastifyInstance, desk: Desk) => void)[] = [
  serveAsking,
  serveFollowing,
  serveMoving,
  serveBooking,
  serveChecking,
  serveExplaining,
]

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self' https://egov.kz; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const fonts = join(import.meta.dirname, '../../node_modules/@fontsource-variable/noto-sans/files')
const own = join(import.meta.dirname, 'public')
const looks: Readonly<Record<string, readonly [string, string]>> = {
  'portal.css': [join(own, 'portal.css'), 'text/css; charset=utf-8'],
  'portal.js': [join(own, 'portal.js'), 'text/javascript; charset=utf-8'],
  'mark.svg': [join(own, 'mark.svg'), 'image/svg+xml'],
  'cyrillic-ext.woff2': [join(fonts, 'noto-sans-cyrillic-ext-wght-normal.woff2'), 'font/woff2'],
  'cyrillic.woff2': [join(fonts, 'noto-sans-cyrillic-wght-normal.woff2'), 'font/woff2'],
  'latin.woff2': [join(fonts, 'noto-sans-latin-wght-normal.woff2'), 'font/woff2'],
}

const serveLooks = (server: FastifyInstance): void => {
  server.get<{ Params: { name: string } }>('/look/:name', async (request, reply) => {
    const look = looks[request.params.name]
    if (!look) return reply.callNotFound()
    return reply.header('cache-control', 'public, max-age=3600').type(look[1]).send(createReadStream(look[0]))
  })
}

const answerFaults = (server: FastifyInstance, desk: Desk): void => {
  server.setNotFoundHandler(async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    return answer(desk, reply, {
      language,
      path: '/',
      title: words.lostTitle,
      body: noteBody(language, words.lostTitle, words.lost),
      present,
      status: 404,
    })
  })
  server.setErrorHandler(async (error, request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const say = (title: Text, says: Text, status: number) =>
      answer(desk, reply, { language, path: '/', title, body: noteBody(language, title, says), present, status })
    if (error instanceof Refusal) return say(words.goneTitle, error.says, statusOf[error.reason])
    const { statusCode, code, stack } = error as { statusCode?: number; code?: string; stack?: string }
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
      return say(words.lostTitle, words.lost, statusCode)
    const frames = stack?.split('\n').filter((row) => row.trimStart().startsWith('at '))
    desk.house.log('error', 'fault', { route: request.routeOptions.url, code, frames: frames?.slice(0, 8) })
    return say(words.faultTitle, words.fault, 500)
  })
}

export const openPortal = async (
  house: House,
  shelf: Shelf,
  health: () => Promise<{ ok: boolean }>,
): Promise<FastifyInstance> => {
  const server = fastify({
    bodyLimit: 1_048_576,
    trustProxy: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
  })
  const desk = openDesk(house, shelf)
  await server.register(cookies)
  await server.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 400_000, fileSize: 1_073_741_824 } })
  acceptForms(server)
  server.addHook('onSend', async (_, reply) => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  answerFaults(server, desk)
  serveLooks(server)
  server.get('/healthz', async (_, reply) => {
    const state = await health()
    return reply.code(state.ok ? 200 : 503).send(state)
  })
  server.get('/', (_, reply) => reply.redirect('/kk/', 302))
  server.get<{ Params: { language: string } }>('/:language', (request, reply) =>
    isLanguage(request.params.language) ? reply.redirect(`/${request.params.language}/`, 302) : reply.callNotFound(),
  )
  server.get<{ Params: { language: string } }>('/:language/', async (request, reply) => {
    if (!isLanguage(request.params.language)) return reply.callNotFound()
    const { language, present } = await visitedBy(desk, request)
    return answer(desk, reply, {
      language,
      path: '/',
      title: words.title,
      body: startBody(language, await takesAppeals(house)),
      present,
    })
  })
  for (const serve of roads) serve(server, desk)
  return server
}
