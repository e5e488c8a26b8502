// Checking a paper: by the address in its QR code, by the code typed from it, or by the PDF, whose bytes are hashed and not kept.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { perform } from '../kernel/perform.ts'
import { isLanguage, type Language } from '../kernel/text.ts'
import { checkGenuine } from '../modules/documents/index.ts'
import { fieldsOf } from './bodies.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import { genuineBody, type Asked } from './pages/genuine.ts'
import { genuineWords as words } from './words.ts'

/** The language that the browser asks for first among ours; a scanned code says none. */
const spoken = (request: FastifyRequest): Language => {
  const asked = (request.headers['accept-language'] ?? '').split(',').map((it) => it.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? 'kk'
}

/** The Department's papers are far shorter; a longer file is none of ours. */
const mostBytes = 100_000_000
const tooLong = 'FST_REQ_FILE_TOO_LARGE'

/** SHA-256 of the first file of the form as it streams by; null where there is none. */
const hashOfFile = async (request: FastifyRequest): Promise<string | null> => {
  if (!request.isMultipart()) return null
  let found: string | null = null
  const hash = createHash('sha256')
  try {
    for await (const part of request.parts({ limits: { fileSize: mostBytes } })) {
      if (part.type !== 'file') continue
      let bytes = 0
      for await (const chunk of part.file) {
        hash.update(chunk as Buffer)
        bytes += (chunk as Buffer).length
      }
      if (found === null && bytes > 0) found = hash.digest('hex')
    }
  } catch (fault) {
    if ((fault as { code?: unknown }).code !== tooLong) throw fault
    found = '0'.repeat(64)
  }
  return found
}

export const serveChecking = (server: FastifyInstance, desk: Desk): void => {
  const draw = async (request: FastifyRequest, reply: FastifyReply, it: Partial<Asked>) => {
    const { language, present } = await visitedBy(desk, request)
    const { genuine = null, by = 'code', faults = [] } = it
    return answer(desk, reply, {
      language,
      path: '/genuine',
      title: words.title,
      body: genuineBody(language, { genuine, by, faults }),
      present,
      faulty: faults.length > 0,
    })
  }

  const ask = async (request: FastifyRequest, input: { code?: string; sha256?: string }): Promise<boolean> => {
    const { language } = await visitedBy(desk, request)
    return (await perform(desk.house, checkGenuine, visitor(language), input)).result.genuine
  }

  server.get<{ Params: { code: string } }>('/check/:code', (request, reply) =>
    reply.redirect(`/${spoken(request)}/genuine/${encodeURIComponent(request.params.code)}`, 302),
  )
  server.get('/check', (request, reply) => reply.redirect(`/${spoken(request)}/genuine`, 302))
  server.get('/:language/genuine', (request, reply) => draw(request, reply, {}))
  server.get<{ Params: { code: string } }>('/:language/genuine/:code', async (request, reply) =>
    draw(request, reply, { genuine: await ask(request, { code: request.params.code }) }),
  )
  server.post('/:language/genuine/code', async (request, reply) => {
    const code = String(fieldsOf(request)['code'] ?? '').trim()
    if (!code) return draw(request, reply, { faults: [{ field: 'code', says: words.codeMissing }] })
    return draw(request, reply, { genuine: code.length <= 300 && (await ask(request, { code })) })
  })
  server.post('/:language/genuine/file', async (request, reply) => {
    const sha256 = await hashOfFile(request)
    if (!sha256) return draw(request, reply, { faults: [{ field: 'file', says: words.fileMissing }] })
    return draw(request, reply, { genuine: await ask(request, { sha256 }), by: 'file' })
  })
}
