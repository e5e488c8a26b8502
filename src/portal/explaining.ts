// The road of whoever is summoned: the code, what is asked, the explanation in the own words, its slip. A judge withdraws a consent here.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { perform } from '../kernel/perform.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Text } from '../kernel/text.ts'
import { receiptOf } from '../modules/appeals/index.ts'
import { consentInHand, isConsent, withdrawInHand } from '../modules/questioning/index.ts'
import { isSummons, summonsInHand, writeExplanation } from '../modules/summonses/index.ts'
import { fieldsOf, receiveForm } from './bodies.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import { explainWords as say } from './explain-words.ts'
import type { Fault } from './fields.ts'
import type { Html } from './html.ts'
import { inHand, takeInHand, type InHand } from './in-hand.ts'
import { consentBody, entryBody, explainedBody, summonsBody } from './pages/explanation.ts'
import { faultsOf } from './step.ts'
import { emptyVisit, welcome, type Present } from './visits.ts'
import { words } from './words.ts'

/** Where a code of this road leads; null for any other code. */
export const roadOf = async ({ house }: Desk, language: Language, hash: string): Promise<string | null> => {
  const actor = visitor(language, hash)
  if ((await perform(house, isSummons, actor, {})).result.found) return `/${language}/explanation/mine`
  if ((await perform(house, isConsent, actor, {})).result.found) return `/${language}/explanation/consent`
  return null
}

export const serveExplaining = (server: FastifyInstance, desk: Desk): void => {
  const { house, shelf } = desk

  interface Drawn {
    path: string
    title: Text
    body: Html
    present: Present
    faulty?: boolean
  }
  const draw = (reply: FastifyReply, language: Language, it: Drawn) => answer(desk, reply, { language, ...it })

  const drawEntry = (reply: FastifyReply, language: Language, present: Present, faults: readonly Fault[] = []) =>
    draw(reply, language, {
      path: '/explanation',
      title: say.codeTitle,
      body: entryBody(language, present.stamp, faults),
      present,
      faulty: faults.length > 0,
    })

  server.get('/:language/explanation', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    return drawEntry(reply, language, present ?? (await welcome(shelf, reply, emptyVisit(), desk.secure)))
  })

  server.post('/:language/explanation/open', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return reply.redirect(`/${language}/explanation`, 303)
    const { stamp = '', code = '' } = fieldsOf(request)
    if (!shelf.isStamp(present.token, stamp))
      return drawEntry(reply, language, present, [{ field: 'code', says: words.stale }])
    // What can be no code is asked of the database all the same, so that a wrong code is an entry and takes its time.
    const hash = receiptOf(house.pepper, code) ?? '0'.repeat(64)
    const road = await roadOf(desk, language, hash)
    if (road) {
      await takeInHand(desk, present, hash)
      return reply.redirect(road, 303)
    }
    try {
      await perform(house, summonsInHand, visitor(language, hash), {})
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
    }
    return drawEntry(reply, language, present, [{ field: 'code', says: say.codeWrong }])
  })

  const drawMine = async (
    reply: FastifyReply,
    language: Language,
    { present, hash }: InHand,
    more: { faults?: Fault[]; answers?: Record<string, string> } = {},
  ) => {
    const { result } = await perform(house, summonsInHand, visitor(language, hash), {})
    await takeInHand(desk, present, hash)
    const { faults = [], answers = {} } = more
    return draw(reply, language, {
      path: '/explanation/mine',
      title: say.codeTitle,
      body: summonsBody(language, result, { stamp: present.stamp, answers, faults }),
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/explanation/mine', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    return hand ? drawMine(reply, language, hand) : reply.redirect(`/${language}/explanation`, 303)
  })

  server.post('/:language/explanation/write', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/explanation`, 303)
    const { visit, token } = hand.present
    const actor = visitor(language, hand.hash)
    const { fields, file, refusal } = await receiveForm(house, request, actor, (sent) =>
      shelf.isStamp(token, sent['stamp'] ?? ''),
    )
    const answers = { text: fields['text'] ?? '' }
    const again = (faults: Fault[]) => drawMine(reply, language, hand, { faults, answers })
    if (!shelf.isStamp(token, fields['stamp'] ?? '')) return again([{ field: '', says: words.stale }])
    if (refusal) return again(faultsOf(refusal).map(({ says }) => ({ field: 'file', says })))
    if (fields['own'] !== '1') return again([{ field: 'own', says: say.ownNeeded }])
    try {
      const input = { key: visit.messageKey, text: answers.text, files: file ? [file.id] : [], own: true as const }
      await perform(house, writeExplanation, actor, input)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return again(faultsOf(fault))
    }
    await takeInHand(desk, hand.present, hand.hash, { messageKey: randomUUID() })
    return reply.redirect(`/${language}/explanation/slip`, 303)
  })

  server.get('/:language/explanation/slip', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/explanation`, 303)
    const { result } = await perform(house, summonsInHand, visitor(language, hand.hash), {})
    if (!result.explanations.length) return reply.redirect(`/${language}/explanation/mine`, 303)
    return draw(reply, language, {
      path: '/explanation/slip',
      title: say.slipTitle,
      body: explainedBody(language, result, hand.present.stamp),
      present: hand.present,
    })
  })

  const drawConsent = async (
    reply: FastifyReply,
    language: Language,
    { present, hash }: InHand,
    faults: Fault[] = [],
  ) => {
    const { result } = await perform(house, consentInHand, visitor(language, hash), {})
    await takeInHand(desk, present, hash)
    return draw(reply, language, {
      path: '/explanation/consent',
      title: say.consentTitle,
      body: consentBody(language, result, present.stamp, faults),
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/explanation/consent', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    return hand ? drawConsent(reply, language, hand) : reply.redirect(`/${language}/explanation`, 303)
  })

  server.post('/:language/explanation/withdraw', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/explanation`, 303)
    if (!shelf.isStamp(hand.present.token, fieldsOf(request)['stamp'] ?? ''))
      return drawConsent(reply, language, hand, [{ field: '', says: words.stale }])
    try {
      await perform(house, withdrawInHand, visitor(language, hand.hash), {})
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return drawConsent(reply, language, hand, faultsOf(fault))
    }
    return reply.redirect(`/${language}/explanation/consent`, 303)
  })
}
