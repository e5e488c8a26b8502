// Who keeps and who reads the register of criminal cases. Which cases one sees at all is the database's scope.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import type { Case } from './store.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const keepers: Text = {
  kk: 'қылмыстық істер тізілімін жүргізуге өкілетті қызметкер',
  ru: 'работник с полномочием вести реестр уголовных дел',
  en: 'an employee with the power to keep the register of criminal cases',
}
const readers: Text = {
  kk: 'қылмыстық істер тізілімін көретін қызметкер',
  ru: 'работник с доступом к реестру уголовных дел',
  en: 'an employee who reads the register of criminal cases',
}

export const mayEnter = permit<void>('6.16', keepers, has('criminalCases.enter'))
export const keeps = permit<Case>('6.16', keepers, has('criminalCases.enter'))
export const lists = permit<void>('6.16', readers, has('criminalCases.read', 'criminalCases.enter'))
export const reads = permit<Case>('6.16', readers, has('criminalCases.read', 'criminalCases.enter'))

export const noOffenceDay: Text = {
  kk: 'Қылмыс жасалған күн көрсетілмеген. Басшының жауаптылығы сол күнге қарай анықталады: алдымен түзету енгізіңіз.',
  ru: 'Не указан день преступления. По нему определяется ответственность руководителя: сначала внесите исправление.',
  en: 'The day of the offence is not stated. The superior’s liability depends on it: correct the entry first.',
}

export const offenceUnknown = forbid<Case>(
  '6.16',
  noOffenceDay,
  (_, it) => it.outcome === 'convicted' && it.offence_on === null,
  'criminalCases.correct',
)
