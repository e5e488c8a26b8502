// Who may sign in, and who keeps the accounts and sessions of others.
import { forbid, permit } from '../../kernel/rules.ts'
import type { Passkey } from './passkey-store.ts'
import type { Session } from './store.ts'

export const anybody = permit<unknown>('5.16', { kk: 'барлығы', ru: 'все', en: 'everybody' }, () => true)
export const signedIn = permit<unknown>(
  '5.16',
  { kk: 'жүйеге кірген қызметкер', ru: 'вошедший работник', en: 'a signed-in employee' },
  (actor) => actor.kind === 'employee',
)
export const keepsSessions = permit<unknown>(
  '5.16',
  {
    kk: 'сеанстар мен есептік жазбаларды жүргізетін әкімші',
    ru: 'администратор сеансов и учётных записей',
    en: 'the administrator of sessions and accounts',
  },
  (actor) => actor.powers.has('sessions.manage'),
)
export const ownSession = permit<Session>(
  '5.16',
  { kk: 'сеанстың иесі', ru: 'владелец сеанса', en: 'the owner of the session' },
  (actor, it) => it.employeeId === actor.id,
)
export const ownPasskey = permit<Passkey>(
  '5.16',
  { kk: 'кілттің иесі', ru: 'владелец ключа', en: 'the owner of the passkey' },
  (actor, it) => it.employeeId === actor.id,
)
export const house = permit<unknown>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)

export const notOneself = forbid<{ id: string }>(
  '5.16',
  {
    kk: 'Өзіңізге уақытша құпиясөз бере алмайсыз. Құпиясөзді «Менің қауіпсіздігім» бетінде ауыстырыңыз.',
    ru: 'Выдать временный пароль самому себе нельзя. Смените пароль на странице «Моя безопасность».',
    en: 'Nobody gives himself or herself a temporary password. Change it on the page “My security”.',
  },
  (actor, it) => it.id === actor.id,
)
