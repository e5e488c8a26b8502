// A personal file opens under an authority in force that names it, to its reader, and to nobody else (5.9).
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import type { PersonalFile } from './records.ts'
import { closedSentences, type ClosedBecause } from './words.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const holds = (actor: Actor, ...codes: readonly string[]): boolean =>
  actor.posts.some((post) => codes.includes(post.code))

export const reads = permit<PersonalFile>(
  '5.9',
  {
    kk: 'рұқсат бойынша жеке істі оқитын қызметкер',
    ru: 'работник, читающий личное дело по разрешению',
    en: 'the employee who reads the file under a permission',
  },
  has('personalFiles.read'),
)

const closed = (because: ClosedBecause, offer: string | null): Forbid<PersonalFile> =>
  forbid<PersonalFile>('5.9', closedSentences[because], (_, it) => it.gate.because === because, offer)

/** Everything that shows or adds to what lies in the file stands behind all of these. */
export const gate = [
  closed('none', 'authorities.ask'),
  closed('notYet', null),
  closed('ended', 'authorities.ask'),
  closed('revoked', 'authorities.ask'),
  closed('otherReader', 'personalFiles.appoint'),
] as const

const registrars = {
  kk: 'жеке істерді тіркейтін немесе рұқсат бойынша оқитын қызметкер',
  ru: 'работник, регистрирующий личные дела или читающий их по разрешению',
  en: 'an employee who registers personal files or reads them under a permission',
}
export const registers = permit<unknown>('5.9', registrars, has('personalFiles.keep', 'personalFiles.read'))

export const seesCover = permit<unknown>(
  '5.9',
  {
    kk: 'жеке істермен жұмыс істейтін қызметкер, рұқсат беретін басшылық',
    ru: 'работник, занятый личными делами, и руководство, дающее разрешения',
    en: 'those who work with personal files, and the principals who give permissions',
  },
  (actor) => has('personalFiles.keep', 'personalFiles.read')(actor) || holds(actor, 'chairman', 'ca-head'),
)

export const headAppoints = permit<PersonalFile>(
  '5.9',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor) => holds(actor, 'head'),
)

/** Who looked into a file is asked by those who answer for it. */
export const watches = permit<PersonalFile>(
  '5.9',
  {
    kk: 'меңгеруші, рұқсат берген басшылық',
    ru: 'заведующий и руководство, давшее разрешение',
    en: 'the head and the principals',
  },
  (actor) => holds(actor, 'head', 'chairman', 'ca-head'),
)

export const traces = permit<void>(
  '5.9',
  {
    kk: 'көшірмелерді тексеретін қызметкер',
    ru: 'работник, проверяющий копии',
    en: 'the employee who checks copies',
  },
  has('personalFiles.trace'),
)

export const houseItself = permit<unknown>(
  '5.9',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
