// Who opens a card and on what ground, and who weighs it afterwards.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Opening } from './openings-store.ts'
import type { Card } from './records.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const holds = (actor: Actor, code: string): boolean => actor.posts.some((post) => post.code === code)

/** Whoever finds the person is told whether the card is open. */
export const asks = permit<Card>(
  '5.16',
  { kk: 'Бөлім қызметкері', ru: 'работник Отдела', en: 'an employee of the Department' },
  ({ kind }) => kind === 'employee',
)

export const opens = permit<unknown>(
  '5.16',
  {
    kk: 'карточканы ашуға өкілетті қызметкер',
    ru: 'работник с полномочием открывать карточки',
    en: 'an employee with the power to open cards',
  },
  has('personCards.open'),
)

export const noGround = forbid<Card>(
  '5.16',
  {
    kk: 'Адамның мәліметтері негізсіз ашылмайды: жүргізіп отырған ісіңізді немесе шұғыл себепті көрсетіңіз.',
    ru: 'Сведения о лице без основания не открываются: укажите дело, над которым работаете, или неотложную причину.',
    en: 'A person’s data are not opened without a ground: name a matter you work on, or an urgent reason.',
  },
  (_, it) => it.opening === null,
  'personCards.open',
)

export const headWeighs = permit<Opening>(
  '5.16',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor, it) => holds(actor, 'head') && !it.toPrincipal,
)
export const caHeadWeighs = permit<Opening>(
  '5.16',
  {
    kk: 'меңгеруші ашқан карточканы – Сот әкімшілігінің басшысы',
    ru: 'карточку, открытую заведующим, – руководитель Судебной администрации',
    en: 'the Head of the Court Administration, where the head opened it',
  },
  (actor, it) => holds(actor, 'ca-head') && it.toPrincipal,
)
export const ownOpening = forbid<Opening>(
  '5.16',
  {
    kk: 'Өзіңіз ашқан карточканы өзіңіз тексере алмайсыз.',
    ru: 'Открытие карточки проверяет не тот, кто её открыл.',
    en: 'Nobody reviews an opening of his or her own.',
  },
  (actor, it) => it.employee === actor.id,
)
export const seesOpening = permit<Opening>(
  '5.16',
  {
    kk: 'карточканы ашқан қызметкер және оны тексеретін басшы',
    ru: 'открывший карточку и проверяющий её руководитель',
    en: 'who opened the card and who reviews it',
  },
  (actor, it) => it.employee === actor.id || holds(actor, 'head') || (holds(actor, 'ca-head') && it.toPrincipal),
)
export const listsOpenings = permit<void>(
  '5.16',
  {
    kk: 'карточка ашатын қызметкер, тексеретін басшы',
    ru: 'открывающий карточки и проверяющий руководитель',
    en: 'those who open cards and those who review it',
  },
  (actor) => has('personCards.open')(actor) || holds(actor, 'ca-head'),
)
