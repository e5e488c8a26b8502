// Who makes a copy with what must be hidden. Whether the file itself may be read is judged by the file's own room (source.ts).
import { permit, type Actor } from '../../kernel/rules.ts'
import type { Redaction } from './store.ts'

export const redacts = permit<void>(
  '5.16',
  {
    kk: 'құжаттың редакцияланған көшірмесін жасауға өкілетті қызметкер',
    ru: 'работник с полномочием изготавливать копии с изъятиями',
    en: 'an employee with the power to make redacted copies',
  },
  (actor) => actor.powers.has('redaction.make'),
)

const anyEmployee = {
  kk: 'жазбаны көретін қызметкер',
  ru: 'работник, который видит запись',
  en: 'an employee who sees the record',
}
const isEmployee = (actor: Actor): boolean => actor.kind === 'employee'

/** The scope has already judged: whoever sees the record sees its copies. */
export const seesRecord = permit<void>('5.16', anyEmployee, isEmployee)
export const seesCopy = permit<Redaction>('5.16', anyEmployee, isEmployee)
