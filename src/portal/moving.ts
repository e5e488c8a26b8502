// What the applicant asks of an appeal on its way: to withdraw it, or to complain of the reply. Each a page, and one press.
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Typed } from '../kernel/operation.ts'
import { perform } from '../kernel/perform.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Text } from '../kernel/text.ts'
import { askWithdrawal, lodgeComplaint } from '../modules/paths/index.ts'
import { fieldsOf } from './bodies.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import type { Html } from './html.ts'
import { inHand } from './in-hand.ts'
import { moveWords } from './move-words.ts'
import { complainBody, withdrawBody, type Asking } from './pages/moves.ts'
import { faultsOf } from './steps.ts'
import { words } from './words.ts'

interface Question {
  path: 'withdraw' | 'complain'
  field: string
  title: Text
  body: (language: Language, asking: Asking) => Html
  operation: Typed<z.ZodType, z.ZodType>
}

const questions: readonly Question[] = [
  {
    path: 'withdraw',
    field: 'reason',
    title: moveWords.withdraw,
    body: withdrawBody,
    operation: askWithdrawal,
  },
  { path: 'complain', field: 'text', title: moveWords.complain, body: complainBody, operation: lodgeComplaint },
]

export const serveMoving = (server: FastifyInstance, desk: Desk): void => {
  for (const { path, field, title, body, operation } of questions) {
    server.get(`/:language/${path}`, async (request, reply) => {
      const { language, present } = await visitedBy(desk, request)
      const hand = await inHand(desk, present)
      if (!hand) return reply.redirect(`/${language}/code`, 303)
      const shown = body(language, { stamp: hand.present.stamp, answers: {}, faults: [] })
      return answer(desk, reply, { language, path: `/${path}`, title, body: shown, present: hand.present })
    })

    server.post(`/:language/${path}`, async (request, reply) => {
      const { language, present } = await visitedBy(desk, request)
      const hand = await inHand(desk, present)
      if (!hand) return reply.redirect(`/${language}/code`, 303)
      const sent = fieldsOf(request)
      const again = (faults: Asking['faults']) =>
        answer(desk, reply, {
          language,
          path: `/${path}`,
          title,
          body: body(language, { stamp: hand.present.stamp, answers: { [field]: sent[field] ?? '' }, faults }),
          present: hand.present,
          faulty: true,
        })
      if (!desk.shelf.isStamp(hand.present.token, sent['stamp'] ?? '')) return again([{ field: '', says: words.stale }])
      try {
        await perform(desk.house, operation, visitor(language, hand.hash), { [field]: sent[field] ?? '' })
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        return again(faultsOf(fault))
      }
      return reply.redirect(`/${language}/appeal`, 303)
    })
  }
}
