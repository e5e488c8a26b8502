// The journal in words: titles of operations, names of actors, reasons of refusals.
import type { Registry } from '../../../kernel/module.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Reason } from '../../../kernel/refusal.ts'
import type { JournalEntry } from '../../../kernel/seal/read.ts'
import type { Text } from '../../../kernel/text.ts'
import { captionOfEmployees } from '../../org/index.ts'
import type { JournalRow } from './contract.ts'

const same = (words: string): Text => ({ kk: words, ru: words, en: words })

const kinds: Readonly<Record<string, Text>> = {
  system: { kk: 'Жүйе', ru: 'Система', en: 'The system' },
  public: { kk: 'Порталға кірген адам', ru: 'Посетитель портала', en: 'A visitor of the portal' },
  employee: { kk: 'Белгісіз қызметкер', ru: 'Неизвестный сотрудник', en: 'An unknown employee' },
}

const reasons: Readonly<Record<Reason, Text>> = {
  invalid: { kk: 'енгізілген мәлімет жарамсыз', ru: 'неверные сведения', en: 'bad input' },
  unknown: {
    kk: 'жазба табылмады немесе көрінбейді',
    ru: 'запись не найдена или не видна',
    en: 'no such record, or not visible',
  },
  forbidden: { kk: 'құқығы жоқ', ru: 'нет права', en: 'not permitted' },
  'wrong-state': { kk: 'жазбаның күйі келмейді', ru: 'не то состояние записи', en: 'wrong state of the record' },
  conflict: { kk: 'басқа өзгеріспен қайшылық', ru: 'конфликт с другим изменением', en: 'conflict with another change' },
  'too-many': { kk: 'сұраныс тым жиі', ru: 'слишком часто', en: 'too many requests' },
  'sign-in': { kk: 'кіру сәтсіз', ru: 'вход не удался', en: 'sign-in failed' },
  'step-up': {
    kk: 'жеке басын қайта растау қажет',
    ru: 'нужно повторное подтверждение личности',
    en: 'identity to be confirmed again',
  },
}

const isReason = (it: string): it is Reason => Object.hasOwn(reasons, it)

export const titleOf = ({ operations }: Registry, name: string): Text => operations.get(name)?.shape.title ?? same(name)

/** Entries as rows of a list, with the names that people know. */
export const rowsOf = async (tx: Tx, entries: readonly JournalEntry[]): Promise<JournalRow[]> => {
  const { registry } = tx.house
  const people = await captionOfEmployees(
    tx,
    entries.map(({ entry }) => entry.actor),
  )
  return entries.map(({ seq, entry: it }) => ({
    id: it.id,
    seq,
    at: new Date(it.at).toISOString(),
    operation: { name: it.operation, title: titleOf(registry, it.operation) },
    clauses: it.clauses,
    actor: {
      id: it.actor,
      kind: it.actor_kind,
      name: people.get(it.actor ?? '') ?? kinds[it.actor_kind] ?? same(it.actor_kind),
    },
    record: it.record_kind
      ? {
          kind: it.record_kind,
          title: registry.records.get(it.record_kind)?.title ?? same(it.record_kind),
          id: it.record_id,
        }
      : null,
    outcome: it.outcome,
    reason: it.reason,
    reasonSays: it.reason && isReason(it.reason) ? reasons[it.reason] : null,
    clause: it.clause,
  }))
}

/** The values of a detail, each under its dotted name: { name: 'after.state', value: 'assigned' }. */
export const flat = (detail: unknown, name = ''): { name: string; value: string }[] => {
  if (detail === null || detail === undefined || detail === '') return []
  if (typeof detail === 'string') return [{ name, value: detail }]
  if (typeof detail !== 'object') return [{ name, value: JSON.stringify(detail) }]
  return Object.entries(detail).flatMap(([key, value]) => flat(value, name ? `${name}.${key}` : key))
}
