// Who notes signals and links them; and that none of them is ever registered.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Signal } from './store.ts'
import { whyNoAppeal } from './words.ts'

const keeper = {
  kk: 'тіркеуші, меңгеруші, орынбасары, аумақтық бөлімшенің басшысы',
  ru: 'регистратор, заведующий, его заместитель, территориальный руководитель',
  en: 'the registrar, the head, the deputy, the territorial head',
}
const keeps = (actor: Actor): boolean => actor.powers.has('signals.keep')

export const notes = permit<void>('6.23', keeper, keeps)
export const keepsThis = permit<Signal>('6.23', keeper, keeps)

/** The scope has already judged: whoever finds the signal, or the appeal that it is linked to, may read it. */
export const reads = permit<unknown>(
  '6.23',
  { kk: 'сигналды көретін қызметкер', ru: 'работник, видящий сигнал', en: 'an employee who sees the signal' },
  (actor) => actor.kind === 'employee',
)

/** Stands against everybody, always: there is no way in which a signal becomes an appeal by itself. */
export const isNoAppeal = forbid<Signal>('6.23', whyNoAppeal, () => true, 'signals.link')
