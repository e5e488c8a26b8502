// Who reads the register as a whole, and who studies a person by it (5.4).
import { permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'

const readers: Text = {
  kk: 'қылмыстық істер тізілімін көретін қызметкер',
  ru: 'работник с доступом к реестру уголовных дел',
  en: 'an employee who reads the register of criminal cases',
}
const reading = ({ powers }: Actor): boolean => powers.has('criminalCases.read') || powers.has('criminalCases.enter')

export const lists = permit<void>('6.16', readers, reading)
export const studies = permit<void>('5.4', readers, reading)
