// The road of an appeal that was handed in: the code, the state, messages, the reply.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { dayOf } from '../kernel/clock.ts'
import { perform } from '../kernel/perform.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isFile } from '../kernel/reply.ts'
import type { Language, Text } from '../kernel/text.ts'
import { dispositionOf } from '../kernel/files/index.ts'
import { appealStatus, discloseApplicant, receiptOf, takeReply, writeToAppeal } from '../modules/appeals/index.ts'
import { roadOf } from './explaining.ts'
import { fieldsOf, receiveForm } from './bodies.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import type { Fault, Sheet } from './fields.ts'
import { codeBody, statusBody, type Status } from './pages/status.ts'
import { pathsInHand } from '../modules/paths/index.ts'
import { isBooking } from '../modules/reception/index.ts'
import { inHand, takeInHand, type InHand } from './in-hand.ts'
import { nameBody } from './pages/name.ts'
import { faultsOf, inputOf } from './step.ts'
import { contacts } from './steps-who.ts'
import { emptyBooking, emptyVisit, farewell, welcome, type Present } from './visits.ts'
import { words } from './words.ts'

export const serveFollowing = (server: FastifyInstance, desk: Desk): void => {
  const { house, shelf } = desk

  const drawCode = (reply: FastifyReply, language: Language, present: Present, faults: readonly Fault[] = []) =>
    answer(desk, reply, {
      language,
      path: '/code',
      title: words.codeTitle,
      body: codeBody(language, present.stamp, faults),
      present,
      faulty: faults.length > 0,
    })

  const drawStatus = async (
    reply: FastifyReply,
    language: Language,
    { present, hash }: InHand,
    more: { faults?: Fault[]; text?: string; said?: Text | null } = {},
  ) => {
    const { result } = await perform(house, appealStatus, visitor(language, hash), {})
    const { result: moves } = await perform(house, pathsInHand, visitor(language, hash), {})
    const { faults = [], text = '', said = null } = more
    await takeInHand(desk, present, hash)
    const writing = { stamp: present.stamp, answers: { text }, faults, said }
    const body = statusBody(language, { it: result as Status, moves }, writing)
    return answer(desk, reply, {
      language,
      path: '/appeal',
      title: words.statusTitle,
      body,
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/code', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    return drawCode(reply, language, present ?? (await welcome(shelf, reply, emptyVisit(), desk.secure)))
  })

  server.post('/:language/open', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return reply.redirect(`/${language}/code`, 303)
    const { stamp = '', code = '' } = fieldsOf(request)
    if (!shelf.isStamp(present.token, stamp))
      return drawCode(reply, language, present, [{ field: 'code', says: words.stale }])
    // What can be no code is asked of the database all the same, so that a wrong code is an entry and takes its time.
    const hash = receiptOf(house.pepper, code) ?? '0'.repeat(64)
    const { result: asked } = await perform(house, isBooking, visitor(language, hash), {})
    if (asked.found) {
      await takeInHand(desk, present, hash, { booking: emptyBooking() })
      return reply.redirect(`/${language}/reception/mine`, 303)
    }
    const road = await roadOf(desk, language, hash)
    if (road) {
      await takeInHand(desk, present, hash)
      return reply.redirect(road, 303)
    }
    try {
      await perform(house, appealStatus, visitor(language, hash), {})
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return drawCode(reply, language, present, [{ field: 'code', says: words.codeWrong }])
    }
    // The slip with the open code has done its service; another visit must not find it.
    await takeInHand(desk, present, hash, { slip: null })
    return reply.redirect(`/${language}/appeal`, 303)
  })

  server.get('/:language/appeal', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    const { written, named } = request.query as { written?: string; named?: string }
    const said = written === '1' ? words.written : named === '1' ? words.named : null
    return drawStatus(reply, language, hand, { said })
  })

  server.post('/:language/write', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    const { visit, token } = hand.present
    const actor = visitor(language, hand.hash)
    const { fields, file, refusal } = await receiveForm(house, request, actor, (sent) =>
      shelf.isStamp(token, sent['stamp'] ?? ''),
    )
    const text = fields['text'] ?? ''
    if (!shelf.isStamp(token, fields['stamp'] ?? ''))
      return drawStatus(reply, language, hand, { text, faults: [{ field: '', says: words.stale }] })
    if (refusal)
      return drawStatus(reply, language, hand, {
        text,
        faults: faultsOf(refusal).map(({ says }) => ({ field: 'file', says })),
      })
    try {
      await perform(house, writeToAppeal, actor, { text, files: file ? [file.id] : [], messageKey: visit.messageKey })
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return drawStatus(reply, language, hand, { text, faults: faultsOf(fault) })
    }
    await shelf.write(token, { ...visit, messageKey: randomUUID() })
    return reply.redirect(`/${language}/appeal?written=1`, 303)
  })

  const drawName = (reply: FastifyReply, language: Language, { present }: InHand, sheet: Omit<Sheet, 'language'>) =>
    answer(desk, reply, {
      language,
      path: '/name',
      title: words.nameTitle,
      body: nameBody({ ...sheet, language }, present.stamp),
      present,
      faulty: sheet.faults.length > 0,
    })

  server.get('/:language/name', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    return drawName(reply, language, hand, { answers: {}, faults: [] })
  })

  server.post('/:language/name', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    const answers = { ...fieldsOf(request), as: 'person' }
    if (!shelf.isStamp(hand.present.token, fieldsOf(request)['stamp'] ?? ''))
      return drawName(reply, language, hand, { answers, faults: [{ field: '', says: words.stale }] })
    const faults = contacts.check(answers, dayOf(house.clock.now()))
    if (faults.length) return drawName(reply, language, hand, { answers, faults })
    try {
      const { applicant } = inputOf(answers, language, '', [])
      await perform(house, discloseApplicant, visitor(language, hand.hash), { applicant } as never)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return drawName(reply, language, hand, { answers, faults: faultsOf(fault) })
    }
    return reply.redirect(`/${language}/appeal?named=1`, 303)
  })

  const sendFile = async (
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: (status: Status) => string | undefined,
  ) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    const actor = visitor(language, hand.hash)
    const { result: status } = await perform(house, appealStatus, actor, {})
    const id = wanted(status as Status)
    if (!id) return reply.callNotFound()
    const { result } = await perform(house, takeReply, actor, { file: id })
    if (!isFile(result)) return reply.callNotFound()
    return reply
      .header('content-type', result.type)
      .header('content-length', result.bytes)
      .header('content-disposition', dispositionOf(result.name))
      .send(result.stream)
  }

  server.get('/:language/reply', (request, reply) => sendFile(request, reply, ({ reply: it }) => it?.file))

  server.get('/:language/file/:id', (request, reply) => {
    const { id } = request.params as { id: string }
    const sent = ({ messages }: Status) =>
      messages.filter(({ from }) => from === 'department').flatMap(({ files }) => files)
    return sendFile(request, reply, (status) => sent(status).find((file) => file.id === id)?.id)
  })

  const leave = (to: (language: Language) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { language, present } = await visitedBy(desk, request)
    const { stamp = '' } = fieldsOf(request)
    if (present && shelf.isStamp(present.token, stamp)) await farewell(shelf, reply, present)
    return reply.redirect(to(language), 303)
  }
  server.post(
    '/:language/leave',
    leave((language) => `/${language}/`),
  )
  // A page that everybody may have open, in place of this one.
  server.post(
    '/:language/exit',
    leave(() => 'https://egov.kz/'),
  )
}
