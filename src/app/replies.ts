// Turns what perform() gives or throws into HTTP: JSON, a sheet, a file, or a refusal in the asker's language.
import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../kernel/house.ts'
import { Refusal, statusOf } from '../kernel/refusal.ts'
import type { FileReply, Sheet } from '../kernel/reply.ts'
import { isLanguage, say, type Language, type Text } from '../kernel/text.ts'

const fault: Text = {
  kk: 'Жүйеде қате шықты. Енгізгеніңіз сақталмаған болуы мүмкін. Біраздан кейін қайталап көріңіз.',
  ru: 'В системе произошла ошибка. Введённое могло не сохраниться. Повторите немного позже.',
  en: 'Something failed in the system. What you entered may not have been stored. Try again shortly.',
}
const unreadable: Text = {
  kk: 'Сұраныс оқылмады: мазмұны JSON пішімінде болуы керек.',
  ru: 'Запрос не прочитан: содержимое должно быть в формате JSON.',
  en: 'The request could not be read: its body must be JSON.',
}
const tooLarge: Text = {
  kk: 'Жіберілген мәлімет тым көп. Мәтінді қысқартыңыз немесе файлдарды бөлек жіберіңіз.',
  ru: 'Отправлено слишком много. Сократите текст или отправьте файлы отдельно.',
  en: 'Too much was sent. Shorten the text or send the files separately.',
}
const noRoute: Text = { kk: 'Мұндай бет жоқ.', ru: 'Такой страницы нет.', en: 'There is no such page.' }

/** The language of a reply: what the page says, else what the browser prefers, else Kazakh. */
export const languageOf = (request: FastifyRequest): Language => {
  const told = request.headers['x-language']
  if (isLanguage(told)) return told
  const preferred = String(request.headers['accept-language'] ?? '').slice(0, 2)
  return isLanguage(preferred) ? preferred : 'kk'
}

const refusalBody = (refusal: Refusal, language: Language) => ({
  reason: refusal.reason,
  clause: refusal.clause,
  says: say(refusal.says, language),
  fields: refusal.fields.map(({ path, says }) => ({ path, says: say(says, language) })),
  ...(refusal.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: refusal.retryAfterSeconds }),
})

const sendRefusal = (reply: FastifyReply, refusal: Refusal, language: Language): FastifyReply => {
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds))
  return reply.code(statusOf[refusal.reason]).send(refusalBody(refusal, language))
}

/** What the HTTP library itself could not accept is bad input, never a fault of the house. */
const asRefusal = (error: unknown): { status: number; says: Text } | null => {
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === 413) return { status: 413, says: tooLarge }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? { status: statusCode, says: unreadable }
    : null
}

/** Refusals become their status and sentence; anything else is a 500 and a loud log without personal data. */
export const answerFaults = (server: FastifyInstance, house: House): void => {
  server.setErrorHandler(async (error, request, reply) => {
    const language = languageOf(request)
    if (error instanceof Refusal) return sendRefusal(reply, error, language)
    const bad = asRefusal(error)
    if (bad) return reply.code(bad.status).send(refusalBody(new Refusal('invalid', bad.says), language))
    // Whoever went away while a file was on its way has had enough of it; nothing is wrong with the house.
    if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE' && request.raw.socket.destroyed)
      return reply.hijack()
    const { code, stack, constraint } = error as { code?: string; stack?: string; constraint?: string }
    // A database message may quote a row; its code and the stack say enough.
    const frames = stack?.split('\n').filter((row) => row.trimStart().startsWith('at '))
    house.log('error', 'fault', { route: request.routeOptions.url, code, constraint, frames: frames?.slice(0, 8) })
    return reply.code(500).send({ reason: 'fault', clause: null, says: say(fault, language), fields: [] })
  })
  server.setNotFoundHandler(async (request, reply) =>
    reply.code(404).send(refusalBody(new Refusal('unknown', noRoute), languageOf(request))),
  )
}

/** An address that cannot even be read comes before every route and handler. */
export const answerBadUrl = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
  const { statusCode = 400 } = error as { statusCode?: number }
  void reply.code(statusCode).send(refusalBody(new Refusal('unknown', noRoute), languageOf(request)))
}

const disposition = (name: string, kind: 'attachment' | 'inline'): string =>
  `${kind}; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

/** Only these are shown in the browser; every other type is saved, so that no upload runs as a page of ours. */
const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])

export const sendFile = (reply: FastifyReply, file: FileReply): FastifyReply => {
  const safe = shown.has(file.type)
  return reply
    .header('content-type', safe ? file.type : 'application/octet-stream')
    .header('content-disposition', disposition(file.name, safe ? 'inline' : 'attachment'))
    .header('content-length', file.bytes)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(file.stream)
}

const cell = (value: string | number | Date | null): string | number | Date => {
  // A leading sign would be read as a formula by the program that opens the sheet.
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(value)) return `'${value}`
  return value ?? ''
}

/** What a page of the writer hands its bytes to: the packing of the archive. */
interface Packing {
  stream: { pipes: readonly (Writable & { _writableState: { needDrain: boolean } })[] }
}

/** Until the stream takes more, or the asker has gone. */
const drained = (stream: Writable, asker: Writable): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      asker.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    asker.on('close', go)
  })

/** The writer itself never waits, so rows would pile up before the packing; whoever adds rows waits for both ends. */
const whenTaken = async (page: unknown, raw: Writable): Promise<void> => {
  const [packing] = (page as Packing).stream.pipes
  if (packing?._writableState.needDrain && !raw.destroyed) await drained(packing, raw)
  if (raw.writableNeedDrain && !raw.destroyed) await drained(raw, raw)
}

/** Streams a sheet as XLSX. Rows are committed one by one; memory does not grow with their number. */
export const sendSheet = async (reply: FastifyReply, sheet: Sheet, language: Language): Promise<FastifyReply> => {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': disposition(`${sheet.file}.xlsx`, 'attachment'),
  })
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: raw, useSharedStrings: false, useStyles: true })
  const page = book.addWorksheet(
    say(sheet.title, language)
      .slice(0, 31)
      .replaceAll(/[\\/?*[\]:]/g, ' '),
    {
      views: [{ state: 'frozen', ySplit: 1 }],
    },
  )
  page.columns = sheet.columns.map(({ title, width }) => ({ header: say(title, language), width: width ?? 20 }))
  page.getRow(1).font = { bold: true }
  page.getRow(1).commit()
  try {
    for await (const row of sheet.rows) {
      page.addRow(row.map(cell)).commit()
      await whenTaken(page, raw)
      if (raw.destroyed) return reply
    }
    page.commit()
    await book.commit()
  } catch (error) {
    // The head has gone out; breaking the line is the only honest sign that the sheet is not whole.
    raw.destroy(error as Error)
  }
  return reply
}
