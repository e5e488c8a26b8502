// Who marks, extends and lifts, and what cannot bear the mark.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Document } from '../documents/index.ts'

const isDrafter = (actor: Actor, it: Document): boolean => it.drafter === actor.id
const signsToday = (actor: Actor, it: Document): boolean => it.signing.signer?.id === actor.id

const keeper = {
  kk: 'құжатты дайындаған орындаушы немесе бүгін қол қоятын адам',
  ru: 'исполнитель, подготовивший документ, или подписывающий сегодня',
  en: 'the drafter or the person who signs today',
}

export const marks = permit<Document>(
  '5.16',
  keeper,
  (actor, it) => it.mark === null && (isDrafter(actor, it) || signsToday(actor, it)),
)

export const keeps = permit<Document>(
  '5.16',
  keeper,
  (actor, it) => it.mark !== null && (isDrafter(actor, it) || signsToday(actor, it)),
)

/** After the signature the mark is part of what was signed: only the signer of the day takes it off. */
export const lifts = permit<Document>(
  '5.16',
  {
    kk: 'бүгін қол қоятын адам, ал қол қойылғанға дейін орындаушы да',
    ru: 'подписывающий сегодня, а до подписания и исполнитель',
    en: 'the person who signs today and, before the signature, the drafter',
  },
  (actor, it) => it.mark !== null && (signsToday(actor, it) || (isDrafter(actor, it) && it.signed === null)),
)

/** Kinds that are given to the applicant. */
const toApplicant: readonly string[] = [
  'reply',
  'forwarding-notice',
  'extension-notice',
  'return-notice',
  'preliminary-decision',
  'routes-explained',
  'termination-notice',
]

export const goesToApplicant = forbid<Document>(
  '5.16',
  {
    kk: 'Бұл құжат өтініш берушіге беріледі, сондықтан оған ҚБПҮ белгісі қойылмайды. Шектелген мәліметті бөлек құжатқа жазыңыз.',
    ru: 'Этот документ выдаётся заявителю, поэтому пометка ДСП на него не ставится. Ограниченные сведения изложите в отдельном документе.',
    en: 'This document is given to the applicant and cannot bear the official-use mark. Put restricted information into a document of its own.',
  },
  (_, it) => toApplicant.includes(it.template) && it.about.kind === 'appeal',
)

const holder = (who: { kk: string; ru: string; en: string }) =>
  permit<void>('5.16', who, (actor) => actor.powers.has('secrecy.keep'))

export const keepsReferences = holder({
  kk: 'құпия құжаттардың сыртқы деректемелерін тіркейтін қызметкер',
  ru: 'работник, регистрирующий внешние реквизиты секретных документов',
  en: 'the employee who keeps outside references of secret documents',
})

export const worksWithDocuments = permit<void>(
  '5.16',
  {
    kk: 'құжаттармен жұмыс істейтін қызметкер',
    ru: 'работник, работающий с документами',
    en: 'an employee who works with documents',
  },
  (actor) =>
    ['documents.draft', 'documents.read', 'documents.send', 'secrecy.keep'].some((power) => actor.powers.has(power)),
)

export const house = permit<void>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
