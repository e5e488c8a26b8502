// Who may do what with an appeal. Which appeals an employee sees at all is the database's scope.
import type { Day } from '../../kernel/clock.ts'
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Appeal } from './store.ts'

const isOver = (it: Appeal): boolean => it.doneOn !== null

const registrar = { kk: 'тіркеуші', ru: 'регистратор', en: 'the registrar' }
const chief = {
  kk: 'меңгеруші, орынбасары, өз бөлімшесінде – аумақтық бөлімшенің басшысы',
  ru: 'заведующий, его заместитель, в своём подразделении – территориальный руководитель',
  en: 'the head, the deputy, the territorial head in the own unit',
}
const assignee = { kk: 'тағайындалған орындаушы', ru: 'назначенный исполнитель', en: 'the assignee' }
const house = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }

/** Whoever was only given it to read leads nothing on it and registers nothing. */
export const inReach = ({ id, reach }: Actor, it: Appeal): boolean =>
  reach === 'all' || reach.includes(it.unit) || it.assignee === id

export const registers = permit<Appeal>(
  '6.23',
  registrar,
  (actor, it) => actor.powers.has('appeals.register') && inReach(actor, it),
)
export const leads = permit<Appeal>(
  '9.5',
  chief,
  (actor, it) => actor.powers.has('appeals.assign') && inReach(actor, it),
)
export const works = permit<Appeal>(
  '6.23',
  assignee,
  (actor, it) => it.assignee === actor.id && actor.powers.has('appeals.work'),
)
export const isHouse = permit<Appeal>('6.23', house, (actor) => actor.kind === 'system')

/** The scope has already judged: whoever finds the appeal may read it. */
export const reads = permit<Appeal>(
  '6.23',
  {
    kk: 'өтінішпен жұмыс істейтін қызметкерлер',
    ru: 'работники, занятые обращением',
    en: 'employees who work on the appeal',
  },
  (actor) => actor.kind === 'employee',
)

export const lists = permit<void>(
  '6.23',
  {
    kk: 'өтініштермен жұмыс істейтін қызметкер',
    ru: 'работник, занятый обращениями',
    en: 'an employee who works on appeals',
  },
  (actor) =>
    ['appeals.see-all', 'appeals.see-unit', 'appeals.register', 'appeals.assign', 'appeals.work'].some((power) =>
      actor.powers.has(power),
    ),
)

/** Whether the actor may learn who wrote: always with a reason, or only once another person has granted it, as the rule in force says. */
export const mayKnowApplicant = (actor: Actor, it: Appeal, today: Day): boolean =>
  it.identityRule === 'reason' ||
  actor.kind === 'system' ||
  actor.powers.has('appeals.register') ||
  it.identityGrants.some(({ to, until }) => to === actor.id && until >= today)

export const isFinished = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш бойынша жұмыс аяқталған.',
    ru: 'Работа по обращению завершена.',
    en: 'The work on this appeal is finished.',
  },
  (_, it) => isOver(it),
)
