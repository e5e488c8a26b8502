// Who holds, proposes and approves. Nothing is destroyed by one person alone, before its term, or while it is held.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Act } from './store.ts'

const seesAll = ({ reach }: Actor): boolean => reach === 'all'

export const holdsRecords = permit<unknown>(
  '5.16',
  {
    kk: 'жоюға тыйым салуға өкілетті қызметкер',
    ru: 'работник с полномочием запрещать уничтожение',
    en: 'an employee with the power to hold records',
  },
  (actor) => actor.powers.has('retention.hold'),
)

export const looks = permit<unknown>(
  '5.16',
  {
    kk: 'өтінішті көретін қызметкер',
    ru: 'работник, видящий обращение',
    en: 'an employee who sees the appeal',
  },
  (actor) => actor.kind === 'employee',
)

export const seesActs = permit<unknown>(
  '5.16',
  {
    kk: 'орталықтың іс жүргізушісі мен меңгерушісі',
    ru: 'делопроизводитель и заведующий центра',
    en: 'the keeper of records and the head at the centre',
  },
  (actor) => seesAll(actor) && (actor.powers.has('retention.keep') || actor.powers.has('retention.approve')),
)

export const keeps = permit<Act>(
  '5.16',
  { kk: 'орталықтың іс жүргізушісі', ru: 'делопроизводитель центра', en: 'the keeper of records at the centre' },
  (actor) => seesAll(actor) && actor.powers.has('retention.keep'),
)

export const approves = permit<Act>('5.16', { kk: 'меңгеруші', ru: 'заведующий', en: 'the head' }, (actor) =>
  actor.powers.has('retention.approve'),
)

export const termRuns = forbid<Act>(
  '5.16',
  {
    kk: 'Сақтау мерзімі әлі аяқталған жоқ. Актіні мерзім аяқталғаннан кейін ұсынуға болады.',
    ru: 'Срок хранения ещё не истёк. Акт можно представить после его истечения.',
    en: 'The term of keeping has not run out yet. The act can be proposed after it has.',
  },
  (_, it, { today }) => today <= it.endsOn,
)

export const ownProposal = forbid<Act>(
  '5.16',
  {
    kk: 'Актіні ұсынған адам оны өзі бекітпейді.',
    ru: 'Кто представил акт, тот его не утверждает.',
    en: 'Whoever proposed the act does not approve it.',
  },
  (actor, it) => it.proposedBy === actor.id,
)

export const isHouse = permit<unknown>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
