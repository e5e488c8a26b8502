// Who may do what with authorities as they stand. Which of them an employee sees at all is the database's scope.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import { issuerPosts, type IssuerPost } from './contract.ts'
import type { Authority } from './store.ts'

const holds = (actor: Actor, ...codes: readonly string[]): boolean =>
  actor.posts.some(({ code }) => codes.includes(code))

/** The offices that somebody holds today, also for the days of an acting appointment (10, 11.2). */
export const officesOf = (actor: Actor): IssuerPost[] => issuerPosts.filter((post) => holds(actor, post))

export const holdsIssuingOffice = permit<Authority>(
  '7.2',
  {
    kk: 'құжатты берген лауазымды қазір атқаратын адам',
    ru: 'лицо, занимающее должность, от которой выдан документ',
    en: 'whoever holds the office that issued it',
  },
  (actor, it) => holds(actor, it.issuer),
)

/** The scope has already judged: whoever finds the authority may read it. */
export const reads = permit<Authority>(
  '5.14',
  {
    kk: 'құжат жөнінде жұмыс істейтіндер',
    ru: 'работающие с документом',
    en: 'those who work under the authority',
  },
  ({ kind }) => kind !== 'public',
)

export const lists = permit<void>(
  '5.14',
  {
    kk: 'тапсырмалармен және рұқсаттармен жұмыс істейтін қызметкер',
    ru: 'работник, занятый поручениями и разрешениями',
    en: 'an employee who works with authorities',
  },
  (actor) => actor.powers.has('authorities.read') || officesOf(actor).length > 0,
)

export const isHouse = permit<Authority>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

export const theHouse = permit<void>('5.14', isHouse.who, ({ kind }) => kind === 'system')

export const notAtItsEnd = forbid<Authority>(
  '5.14',
  {
    kk: 'Құжаттың соңғы күні әлі өткен жоқ.',
    ru: 'Последний день документа ещё не прошёл.',
    en: 'The last day of the authority has not passed yet.',
  },
  (_, it, { today }) => it.until === null || today <= it.until,
)
