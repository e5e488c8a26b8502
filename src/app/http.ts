// The staff server: one POST for every operation, files, live news, health, figures, and the web itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import multipart from '@fastify/multipart'
import statics from '@fastify/static'
import fastify, { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { receiveFile } from '../kernel/files/index.ts'
import type { House } from '../kernel/house.ts'
import type { Live, News } from '../kernel/live/index.ts'
import type { Operation } from '../kernel/operation.ts'
import { perform } from '../kernel/perform.ts'
import { Refusal, unknownRecord } from '../kernel/refusal.ts'
import { isFile, isSheet } from '../kernel/reply.ts'
import type { Actor } from '../kernel/rules.ts'
import { sessionActor, sessionEnded, type OpenedSession } from '../modules/access/index.ts'
import { openMetrics, serveMetrics, type Metrics } from './metrics.ts'
import { openapi, openapiPage } from './openapi.ts'
import { answerBadUrl, answerFaults, languageOf, sendFile, sendSheet } from './replies.ts'

export interface ServerParts {
  house: House
  live: Live
  /** Folder of the built web; null serves the interface alone (tests). */
  web: string | null
  /** More of the state of the house for /healthz, such as the journal's. */
  health: () => Promise<{ ok: boolean } & Record<string, unknown>>
  metrics?: Metrics
}

const cookieName = 'qorgan'

const headers = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    // NCALayer, which holds people's signing keys, listens on this one address of the reader's own machine.
    "connect-src 'self' wss://127.0.0.1:13579; object-src 'self' blob:; frame-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)',
}

const signInFirst = (): Refusal =>
  new Refusal('sign-in', {
    kk: 'Алдымен жүйеге кіріңіз.',
    ru: 'Сначала войдите в систему.',
    en: 'Sign in first.',
  })

/** A session that ended says why: another sign-in, an administrator, a long pause. */
const ended = async (house: House, request: FastifyRequest): Promise<Refusal> => {
  const token = request.cookies[cookieName]
  return (token && (await sessionEnded(house, token))) || signInFirst()
}

const otherOrigin = (): Refusal =>
  new Refusal('forbidden', {
    kk: 'Сұраныс бөгде беттен келді.',
    ru: 'Запрос пришёл с чужой страницы.',
    en: 'The request came from another site.',
  })

const visitor = (request: FastifyRequest): Actor => ({
  id: '',
  kind: 'public',
  name: { kk: 'Кірмеген пайдаланушы', ru: 'Пользователь без входа', en: 'Not signed in' },
  language: languageOf(request),
  unit: null,
  powers: new Set(),
  posts: [],
  reach: [],
  session: null,
})

/** A page of another site can neither set our header nor, with SameSite=Strict, bring our cookie. */
const refuseForeign = (request: FastifyRequest): void => {
  const { origin, host } = request.headers
  if (request.headers['x-qorgan'] !== '1') throw otherOrigin()
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw otherOrigin()
}

const actorOf = async (house: House, request: FastifyRequest): Promise<Actor | null> => {
  const token = request.cookies[cookieName]
  const actor = token ? await sessionActor(house, token) : null
  const told = request.headers['x-language']
  return actor && told ? { ...actor, language: languageOf(request) } : actor
}

/** Moves a session out of the result into a cookie, so that no script ever holds it. */
const placeSession = (reply: FastifyReply, result: unknown, house: House, secure: boolean): unknown => {
  if (typeof result !== 'object' || result === null || !('session' in result)) return result
  const { session, ...rest } = result as { session: OpenedSession | null | undefined }
  if (session === null) reply.clearCookie(cookieName, { path: '/' })
  if (session) {
    const { token, expiresAt } = session
    reply.setCookie(cookieName, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      // An age and no date: a browser whose clock is wrong would throw a dated cookie away, or keep it too long.
      maxAge: Math.max(0, Math.round((Date.parse(expiresAt) - house.clock.now().getTime()) / 1_000)),
    })
  }
  return rest
}

const outer = (house: House, name: string): Operation => {
  const operation = house.registry.operations.get(name)
  if (!operation || operation.inner) throw unknownRecord()
  return operation
}

/** The name that a window of the browser gave itself; anything else than such a name counts as none. */
const windowOf = (name: unknown): { tab?: string } =>
  typeof name === 'string' && /^[0-9a-f]{32}$/.test(name) ? { tab: name } : {}

const serveOperations = (server: FastifyInstance, house: House, secure: boolean): void => {
  server.post<{ Params: { name: string } }>('/api/:name', { bodyLimit: 1_048_576 }, async (request, reply) => {
    refuseForeign(request)
    // The parser of forms with files is for /api/files alone; here it would leave the body unread.
    if (request.isMultipart()) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('multipart/form-data')
    const actor = await actorOf(house, request)
    const operation = outer(house, request.params.name)
    if (!operation.anonymous && actor?.kind !== 'employee') throw await ended(house, request)
    const asker = { ...(actor ?? visitor(request)), from: request.ip, ...windowOf(request.headers['x-tab']) }
    const { result, may } = await perform(house, operation, asker, request.body)
    if (isSheet(result)) return sendSheet(reply, result, languageOf(request))
    if (isFile(result)) return sendFile(reply, result)
    return { result: placeSession(reply, result, house, secure), may }
  })
}

const serveFiles = (server: FastifyInstance, house: House): void => {
  server.post('/api/files', async (request) => {
    refuseForeign(request)
    const actor = await actorOf(house, request)
    if (actor?.kind !== 'employee') throw signInFirst()
    const part = await request.file()
    if (!part) throw unknownRecord()
    return receiveFile(house, part.file, { name: part.filename, declaredType: part.mimetype, by: actor })
  })

  // A link in a page: the file operation of the record's own kind decides, as for every other operation.
  server.get<{ Params: { kind: string; id: string; file: string } }>(
    '/api/files/:kind/:id/:file',
    async (request, reply) => {
      const actor = await actorOf(house, request)
      if (actor?.kind !== 'employee') throw signInFirst()
      const { kind, id, file } = request.params
      // A higher room that keeps files of its own on a record of a lower one is called by its own name.
      const operation =
        house.registry.onRecord.get(kind)?.find(({ name }) => name.endsWith('.file')) ??
        house.registry.operations.get(`${kind}.file`)
      if (!operation) throw unknownRecord()
      const { result } = await perform(house, operation, actor, { id, file })
      if (!isFile(result)) throw unknownRecord()
      return sendFile(reply, result)
    },
  )
}

const serveLive = (server: FastifyInstance, house: House, live: Live): void => {
  server.get<{ Querystring: { tab?: unknown } }>('/api/live', async (request, reply) => {
    const token = request.cookies[cookieName]
    const actor = await actorOf(house, request)
    if (actor?.kind !== 'employee' || !token) throw signInFirst()
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    raw.write('retry: 2000\n\n')
    const tell = (news: News) => void raw.write(`data: ${JSON.stringify(news)}\n\n`)
    const stop = live.subscribe(actor, tell, windowOf(request.query.tab).tab)
    // A session that ended must not go on hearing; the browser then asks again and is told to sign in.
    const pulse = setInterval(() => {
      raw.write(': \n\n')
      void sessionActor(house, token, { quiet: true }).then(
        (still) => still ?? raw.end(),
        () => raw.end(),
      )
    }, 20_000)
    const end = () => {
      clearInterval(pulse)
      stop()
    }
    raw.on('close', end)
    raw.on('error', end)
  })
}

const serveWeb = async (server: FastifyInstance, web: string): Promise<void> => {
  await server.register(statics, {
    root: join(web, 'assets'),
    prefix: '/assets/',
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  server.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || /^[^?]*\.[a-z0-9]{2,5}(\?|$)/.test(request.url)) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html', web)
  })
}

export const openServer = async ({
  house,
  live,
  web,
  health,
  metrics = openMetrics(),
}: ServerParts): Promise<FastifyInstance> => {
  const secure = house.mode === 'production' && house.staffUrl.startsWith('https:')
  const server = fastify({
    bodyLimit: 262_144,
    trustProxy: house.proxies?.length ? [...house.proxies] : false,
    forceCloseConnections: true,
    frameworkErrors: answerBadUrl,
    routerOptions: { maxParamLength: 100 },
  })
  await server.register(cookies)
  // The library would cut a file off at the limit of a body; the law's own parameter bounds it where it is received.
  await server.register(multipart, { limits: { files: 1, fields: 5, fieldSize: 4_096, fileSize: 2 ** 31 } })
  server.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  answerFaults(server, house)
  serveMetrics(server, metrics)
  server.get('/healthz', async (_, reply) => {
    const state = await health()
    return reply.code(state.ok ? 200 : 503).send(state)
  })
  server.get('/api/openapi.json', async () => openapi(house.registry))
  server.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(openapiPage(house.registry)))
  serveOperations(server, house, secure)
  serveFiles(server, house)
  serveLive(server, house, live)
  if (web && existsSync(web)) await serveWeb(server, web)
  return server
}
