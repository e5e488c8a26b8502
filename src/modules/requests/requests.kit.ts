// For tests of requests: one prepared, signed and sent by the cast in a line, and the registrar's answer to it.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import * as papers from '../documents/operations.ts'
import { registerIncoming } from '../incoming/operations.ts'
import { courtId } from '../structure/index.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import type { prepareRequest as prepareShape } from './contract.ts'
import { prepareRequest } from './operations.ts'

type Preparing = z.input<typeof prepareShape.input>
type Author = 'inspector' | 'inspector2' | 'abaiInspector'

export const court = `court:${courtId('REG-10')}`

export const anAsk = (more: object = {}): Preparing => ({
  entryKey: randomUUID(),
  kind: 'request' as const,
  language: 'kk' as const,
  addressee: court,
  personPost: 'сот төрағасы',
  subject: 'Кеңсе журналының көшірмесін ұсыну туралы',
  ground: 'Ішкі қауіпсіздік бөлімі туралы ереженің 5-тармағының 6) тармақшасы.',
  asked: '2026 жылғы қыркүйек – қазан айларындағы тіркеу журналының көшірмесі.',
  ...more,
})

export const deskOf = (stage: Stage) => {
  const { as, news } = stage
  const prepare = (more: object = {}, who: Author = 'inspector') => as(who, prepareRequest, anAsk(more))
  /** Prepared, offered and signed by the head. */
  const signed = async (more: object = {}, who: Author = 'inspector') => {
    const it = await prepare(more, who)
    await as(who, papers.offerDocument, { id: it.document })
    await news()
    await as('head', papers.signDocument, { id: it.document })
    await news()
    return it
  }
  const sent = async (more: object = {}, who: Author = 'inspector') => {
    const it = await signed(more, who)
    await as('registrar', papers.sendDocument, { id: it.document, way: 'courier' })
    await news()
    return it
  }
  /** The registrar takes the answer in and links it to the request. */
  const arrived = async (request: string, more: object = {}) => {
    const it = await as('registrar', registerIncoming, {
      entryKey: randomUUID(),
      sender: court,
      subject: 'Журналдың көшірмесі',
      way: 'edms',
      language: 'kk',
      answers: `request:${request}`,
      ...more,
    })
    await news()
    return it
  }
  return { prepare, signed, sent, arrived }
}
