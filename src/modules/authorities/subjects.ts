// What an authority names, in the asker's own sight: what one may not see cannot be asked about.
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes, type Purpose } from './contract.ts'
import type { Named } from './store.ts'
import type { Subject } from './validity.ts'

export const subjectOf = (about: string): Subject => {
  const [kind = '', id = ''] = about.split(':')
  return { kind, id }
}

export interface Known extends Named {
  kindTitle: Text
  page: string | null
}

/** The record with its caption today; null where the asker does not see it, or nobody knows the kind. */
export async function lookUp(tx: Tx, { kind, id }: Subject): Promise<Known | null> {
  const record = tx.house.registry.records.get(kind)
  const found = await record?.find(tx, id, false)
  if (!record || !found) return null
  return { kind, id, label: record.caption(found), kindTitle: record.title, page: record.page?.(id) ?? null }
}

const unknownAbout: Text = {
  kk: 'Мұндай жазба табылмады.',
  ru: 'Такая запись не найдена.',
  en: 'No such record was found.',
}
const namesNothing: Text = {
  kk: 'Бұл мақсатқа құжат нені немесе кімді қамтитынын атауы керек. Оны сол жазбаның бетінен сұраңыз.',
  ru: 'Для этой цели документ должен назвать, о чём или о ком он. Запросите его со страницы этой записи.',
  en: 'For this purpose the authority must name what or whom it covers. Ask for it from that record’s page.',
}

/** @throws Refusal 'invalid' where a record is not to be found, or nothing is named that the purpose needs */
export async function namedFor(tx: Tx, purpose: Purpose, about: readonly string[]): Promise<Named[]> {
  const named: Named[] = []
  for (const it of new Set(about)) {
    const known = await lookUp(tx, subjectOf(it))
    if (!known) throw invalidField('about', unknownAbout)
    named.push({ kind: known.kind, id: known.id, label: known.label })
  }
  if (!named.some(({ kind }) => purposes[purpose].names.includes(kind))) throw invalidField('about', namesNothing)
  return named
}
