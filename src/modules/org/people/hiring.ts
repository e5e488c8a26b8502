// How a person enters the records: the name in three languages, a checked IIN.
import type { Day } from '../../../kernel/clock.ts'
import { iinWarnings, parseIin } from '../../../kernel/identifiers.ts'
import { invalidField } from '../../../kernel/invalid.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Language, Text } from '../../../kernel/text.ts'
import { fullName } from '../names.ts'
import * as store from './store.ts'

interface Given {
  name: string
  nameRu: string | null
  nameEn: string | null
  iin: string | null
  email: string | null
  language: Language
}

const iinInUse: Text = {
  kk: 'Бұл ЖСН басқа қызметкерге тіркелген.',
  ru: 'Этот ИИН записан за другим работником.',
  en: 'Another employee has this IIN.',
}

/** The record as it is stored, or a refusal beside its field; doubts that stop nobody come back as warnings. */
export const checkCard = async (tx: Tx, { name, nameRu, nameEn, iin, email, language }: Given, self: string | null) => {
  const parsed = iin === null ? null : parseIin(iin)
  if (parsed?.fault) throw invalidField('iin', parsed.fault)
  const number = parsed?.value ?? null
  if (number && (await store.iinTaken(tx, number, self))) throw invalidField('iin', iinInUse)
  return {
    card: { name: fullName({ kk: name, ru: nameRu, en: nameEn }), iin: number, email, language },
    warnings: number ? [...iinWarnings(number)] : [],
  }
}

/** Takes a person on under a given id; the demonstration gives fixed ones. */
export const takeOn = async (
  tx: Tx,
  id: string,
  given: Given,
  joinedOn: Day,
): Promise<{ id: string; warnings: Text[] }> => {
  const { card: checked, warnings } = await checkCard(tx, given, null)
  await store.addEmployee(tx, id, checked, joinedOn)
  tx.about('employee', id)
  tx.emit('org.hired', { employeeId: id })
  return { id, warnings }
}
