// What forms send: short fields, or fields with one file that streams into the house as it comes.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { receiveFile, type Received } from '../kernel/files/index.ts'
import type { House } from '../kernel/house.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../kernel/rules.ts'

export type Fields = Record<string, string>

/** Forms without a file; NUL and the like are left to the operations to refuse. Broken encodings become the sign U+FFFD. */
export const acceptForms = (server: FastifyInstance): void => {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}

export const fieldsOf = (request: FastifyRequest): Fields => {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? (body as Fields) : {}
}

export interface Sent {
  fields: Fields
  file: Received | null
  /** Why the file was not taken. */
  refusal: Refusal | null
}

/** Reads a form with a file. The stamp comes before the file in the form, so a foreign form's file is never stored. */
export const receiveForm = async (
  house: House,
  request: FastifyRequest,
  by: Actor,
  mayStore: (fields: Fields) => boolean,
): Promise<Sent> => {
  const fields: Fields = {}
  let file: Received | null = null
  let refusal: Refusal | null = null
  if (!request.isMultipart()) return { fields: fieldsOf(request), file, refusal }
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
    } else if (!part.filename || file || !mayStore(fields)) {
      part.file.resume()
    } else {
      try {
        file = await receiveFile(house, part.file, { name: part.filename, declaredType: part.mimetype, by })
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        refusal = fault
        part.file.resume()
      }
    }
  }
  return { fields, file, refusal }
}
