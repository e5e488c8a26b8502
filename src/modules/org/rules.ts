// Who may do what among the people and posts of the Department.
import { permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import type { Absence, Term } from './people/terms-store.ts'

const holds = (actor: Actor, code: string): boolean => actor.posts.some((post) => post.code === code)

const caHead: Text = {
  kk: 'Сот әкімшілігінің басшысы',
  ru: 'руководитель Судебной администрации',
  en: 'the Head of the Court Administration',
}
const head: Text = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting for the head',
}
const administrator: Text = {
  kk: 'кадр есебін жүргізетін әкімші',
  ru: 'администратор, ведущий учёт кадров',
  en: 'the administrator who keeps the people’s records',
}
const staff: Text = { kk: 'Бөлім қызметкерлері', ru: 'работники', en: 'employees' }
const house: Text = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }

export const everyEmployee = permit<unknown>('1', staff, (actor) => actor.kind === 'employee')
export const keepsPeople = permit<unknown>('5.15', administrator, (actor) => actor.powers.has('org.people'))
/** Planting the house's own reference rows and, in a demonstration, its people. */
export const houseItself = permit<unknown>('1', house, (actor) => actor.kind === 'system')

/** Clauses 8 and 10: acting appointments are made by the Head of the Court Administration, the head, or the keeper of records. */
export const appointsActing = permit<unknown>('10', caHead, (actor) => holds(actor, 'ca-head'))
export const headAppoints = permit<unknown>('10', head, (actor) => holds(actor, 'head'))
export const isBack = permit<Term>(
  '11.2',
  { kk: 'жұмысына оралған адамның өзі', ru: 'сам вернувшийся работник', en: 'the person who is back' },
  (actor, it) => it.holderId === actor.id,
)
export const ownAbsence = permit<Absence>(
  '11.2',
  { kk: 'адамның өзі', ru: 'сам работник', en: 'the person' },
  (actor, it) => it.employeeId === actor.id,
)
