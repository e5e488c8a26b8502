// The visit behind a request: its cookie, its stamp, its way back to a page after a form.
import { randomUUID as newKey } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Booking, Shelf, Visit } from './shelf.ts'

const cookieName = 'habar'

export interface Present {
  token: string
  visit: Visit
  stamp: string
}

export const emptyBooking = (): Booking => ({ key: newKey(), answers: {}, slip: null })

export const emptyVisit = (): Visit => ({
  key: newKey(),
  answers: {},
  files: [],
  groundFile: null,
  booking: emptyBooking(),
  slip: null,
  receipt: null,
  messageKey: newKey(),
})

export const presentIn = async (shelf: Shelf, request: FastifyRequest): Promise<Present | null> => {
  const token = request.cookies[cookieName]
  const visit = token ? await shelf.read(token) : null
  return token && visit ? { token, visit, stamp: shelf.stamp(token) } : null
}

export const welcome = async (shelf: Shelf, reply: FastifyReply, visit: Visit, secure: boolean): Promise<Present> => {
  const token = await shelf.open(visit)
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
  return { token, visit, stamp: shelf.stamp(token) }
}

export const farewell = async (shelf: Shelf, reply: FastifyReply, present: Present | null): Promise<void> => {
  if (present) await shelf.drop(present.token)
  reply.clearCookie(cookieName, { path: '/' })
}
