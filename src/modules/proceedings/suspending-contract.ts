// The shapes of suspensions from office: they are recorded on an order, which says everything but the person.
import { z } from 'zod'
import { day, id, shape, text } from '../../kernel/contract.ts'

const none = z.object({})

export const suspendPerson = shape(
  'proceedings.suspend',
  z.object({ id, version: z.int().optional(), person: id }),
  none,
  {
    kk: 'Лауазымнан уақытша шеттетуді тіркеу',
    ru: 'Отметить отстранение от должности',
    en: 'Record a suspension from office',
  },
)

/** For each person under investigation: the order that may be recorded today, or what is missing. */
export const listOrders = shape(
  'proceedings.orders',
  z.object({ id }),
  z.object({
    people: z.array(
      z.object({
        id,
        name: text,
        order: z.object({ number: z.string(), issuedOn: day, issuer: text, from: day, until: day }).nullable(),
        missing: z.object({ clause: z.string(), says: text }).nullable(),
      }),
    ),
  }),
  { kk: 'Шеттету туралы бұйрықтар', ru: 'Приказы об отстранении', en: 'Orders of suspension' },
)

// What the house itself performs when news comes; not reachable over HTTP.
export const followOrder = shape('proceedings.followOrder', z.object({ authority: id }), none, {
  kk: 'Шеттету туралы бұйрықтың күші жойылды',
  ru: 'Приказ об отстранении отменён',
  en: 'An order of suspension was revoked',
})
export const endSuspension = shape('proceedings.endSuspension', z.object({ id, authority: id }), none, {
  kk: 'Шеттету аяқталды',
  ru: 'Отстранение окончено',
  en: 'The suspension ended',
})
