// Who books, who receives, who keeps the calendar. Whose receptions an employee sees at all is the database's scope.
import { instantOf } from '../../kernel/clock.ts'
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { HoursRow, Reception } from './store.ts'

const anybody = { kk: 'кез келген адам', ru: 'любой человек', en: 'anybody' }
const keeper = {
  kk: 'жеке қабылдау күнтізбесін жүргізуші',
  ru: 'ведущий календарь личного приёма',
  en: 'who keeps the calendar of reception',
}
const receiver = {
  kk: 'сол күні қабылдайтын басшы немесе оның міндетін атқарушы',
  ru: 'руководитель, принимающий в этот день, или исполняющий его обязанности',
  en: 'the chief who receives that day, or whoever acts for him',
}

export const books = permit<void>('6.23', anybody, (actor) => actor.kind === 'public')
export const holdsCode = permit<void>(
  '6.23',
  { kk: 'құпия коды бар азамат', ru: 'гражданин с секретным кодом', en: 'the visitor with the code' },
  (actor) => actor.kind === 'public' && Boolean(actor.receipt),
)

const keepsIt = (actor: Actor): boolean => actor.powers.has('reception.keep')
const isIn = (actor: Actor, it: { post: string; unit: string }): boolean =>
  actor.posts.some(({ code, unit }) => code === it.post && unit === it.unit)

/** Whoever gave the promise keeps it, also when another holds the post by then. */
export const heldIt = permit<Reception>(
  '6.23',
  { kk: 'қабылдауды өткізген басшы', ru: 'руководитель, проводивший приём', en: 'the chief who held the reception' },
  (actor, it) => it.heldBy === actor.id,
)

export const keeps = permit<void>('6.23', keeper, keepsIt)
export const keepsThis = permit<Reception>('6.23', keeper, keepsIt)
export const keepsHours = permit<HoursRow>('6.23', keeper, keepsIt)
/** The post is asked, and so an acting chief receives in the days of his acting (clauses 10, 11.2). */
export const receives = permit<Reception>('6.23', receiver, isIn)
const seer = {
  kk: 'қабылдайтын басшы, күнтізбені жүргізуші',
  ru: 'принимающий руководитель, ведущий календарь',
  en: 'the chiefs, who keeps the calendar',
}
const seesThem = (actor: Actor): boolean =>
  ['reception.keep', 'reception.hold'].some((power) => actor.powers.has(power))

export const sees = permit<void>('6.23', seer, seesThem)
export const reads = permit<Reception>('5.16', seer, seesThem)
/** Whoever finds the appeal may know at which reception it was made. */
export const readsAppeal = permit<unknown>(
  '6.23',
  { kk: 'өтінішті көретін қызметкер', ru: 'работник, видящий обращение', en: 'an employee who sees the appeal' },
  (actor) => actor.kind === 'employee',
)

export const dayNotCome = forbid<Reception>(
  '6.23',
  {
    kk: 'Қабылдау күні әлі келген жоқ.',
    ru: 'День приёма ещё не наступил.',
    en: 'The day of the reception has not come yet.',
  },
  (_, it, { today }) => today < it.on,
)

export const hourNotCome = forbid<Reception>(
  '6.23',
  {
    kk: 'Жазылған уақыты әлі келген жоқ: келмегенін тек содан кейін белгілеуге болады.',
    ru: 'Назначенное время ещё не наступило: неявку отмечают только после него.',
    en: 'The hour has not come yet: only after it can one be marked as not come.',
  },
  (_, it, { at }) => at < instantOf(`${it.on}T${it.at}`),
)

export const noPromise = forbid<Reception>(
  '6.23',
  {
    kk: 'Орындалмаған уәде жоқ.',
    ru: 'Неисполненного обещания нет.',
    en: 'There is no promise left to keep.',
  },
  (_, it) => it.promise === null || it.promise.done,
)

export const isAppeal = forbid<Reception>(
  '6.23',
  {
    kk: 'Айтылғаны өтініш етіп рәсімделген.',
    ru: 'Сказанное уже оформлено как обращение.',
    en: 'What was said has been made an appeal already.',
  },
  (_, it) => it.appeal !== null,
)
