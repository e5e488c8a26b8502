// Shapes of the journal: its entries, the proof of one entry, its verification, the lawful erasure of details.
import { z } from 'zod'
import { day, id, instant, line, paged, paging, shape, text } from '../../../kernel/contract.ts'

export const outcomes = ['done', 'read', 'exported', 'refused', 'failed'] as const

const journalRow = z.object({
  id,
  /** Number of the entry, from 0. */
  seq: z.int(),
  at: instant,
  operation: z.object({ name: z.string(), title: text }),
  clauses: z.array(z.string()),
  actor: z.object({ id: id.nullable(), kind: z.string(), name: text }),
  record: z.object({ kind: z.string(), title: text, id: id.nullable() }).nullable(),
  outcome: z.enum(outcomes),
  /** Why it was refused: 'forbidden', 'unknown', … */
  reason: z.string().nullable(),
  reasonSays: text.nullable(),
  /** The clause that the refusal names. */
  clause: z.string().nullable(),
})
export type JournalRow = z.infer<typeof journalRow>

export const listJournal = shape(
  'settings.journal',
  z.object({
    ...paging,
    operation: z.string().max(100).optional(),
    actor: id.optional(),
    record: line(100).optional(),
    outcome: z.enum(outcomes).optional(),
    dayFrom: day.optional(),
    /** Included. */
    dayUntil: day.optional(),
  }),
  paged(journalRow),
  { kk: 'Журнал', ru: 'Журнал', en: 'Journal' },
)

export const journalChoices = shape(
  'settings.journalChoices',
  z.object({}),
  z.object({
    operations: z.array(z.object({ name: z.string(), title: text })),
    actors: z.array(z.object({ id, name: text })),
  }),
  { kk: 'Журнал сүзгілері', ru: 'Отборы журнала', en: 'Filters of the journal' },
)

export const openEntry = shape(
  'settings.entry',
  z.object({ id }),
  journalRow.extend({
    /** What stands beside the entry and may be erased, each value with its dotted name. */
    details: z.array(z.object({ name: z.string(), value: z.string() })),
    hasDetails: z.boolean(),
    erasedAt: instant.nullable(),
    /** The proof that the entry is under the newest checkpoint; null while it waits for the next one. */
    seal: z
      .object({
        size: z.int(),
        leaf: z.string(),
        root: z.string(),
        /** Hashes from the entry up to the root, base64. */
        proof: z.array(z.string()),
        /** The signed checkpoint as anybody may check it. */
        checkpoint: z.string(),
        holds: z.boolean(),
        /** The whole proof as a file of the form c2sp.org/tlog-proof. */
        file: z.string(),
      })
      .nullable(),
  }),
  { kk: 'Журнал жазбасы', ru: 'Запись журнала', en: 'Entry of the journal' },
)

const journalFault = z.object({
  kind: z.string(),
  says: text,
  /** Particulars in English. */
  particulars: z.string(),
  /** Number of the entry; null where the fault is not of one entry. */
  seq: z.int().nullable(),
  /** Where only a range can be named: its end, excluded. */
  until: z.int().nullable(),
  id: id.nullable(),
})

export const verifyJournal = shape(
  'settings.verifyJournal',
  z.object({}),
  z.object({
    ok: z.boolean(),
    says: text,
    /** Entries whose hash was computed again. */
    entries: z.int(),
    /** Entries under the newest checkpoint. */
    sealed: z.int(),
    root: z.string(),
    /** Checkpoints outside the database that were compared. */
    outside: z.int(),
    milliseconds: z.int(),
    first: journalFault.nullable(),
    faults: z.array(journalFault),
  }),
  { kk: 'Журналды тексеру', ru: 'Проверить журнал', en: 'Verify the journal' },
)

export const eraseDetail = shape(
  'journal.erase',
  z.object({
    id,
    reason: line(1000),
    /** The decision that orders it: a court's act, an article of law. */
    ground: line(500),
  }),
  z.object({}),
  { kk: 'Егжей-тегжейін өшіру', ru: 'Стереть подробности', en: 'Erase the details' },
)
