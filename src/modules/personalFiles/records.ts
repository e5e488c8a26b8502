// What a personal file is to the kernel, and under which authority it stands open to the actor today (5.9).
import type { Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { authoritiesFor, type InForce } from '../authorities/index.ts'
import * as store from './store.ts'
import type { ClosedBecause } from './words.ts'

export interface Gate {
  /** In force today, names this file, and the actor is its reader. */
  authority: InForce | null
  because: ClosedBecause | null
  /** The authority to speak of where it is closed. */
  last: store.Standing | null
  standing: readonly InForce[]
}

export interface PersonalFile extends store.Cover {
  gate: Gate
}

const reasonOf = (it: store.Standing | undefined, today: string): ClosedBecause => {
  if (!it) return 'none'
  if (it.revokedOn && it.revokedOn <= today) return 'revoked'
  if (it.from > today) return 'notYet'
  return it.until && it.until < today ? 'ended' : 'none'
}

/** What the actor stands before, given what is in force today and what was ever given, the latest first. */
export const gateFrom = (standing: readonly InForce[], ever: readonly store.Standing[], today: string): Gate => {
  const reads = (it: { id: string }): boolean => ever.some((known) => known.id === it.id && known.reads)
  const authority = standing.find(reads) ?? null
  if (authority) return { authority, because: null, last: null, standing }
  const [other] = standing
  if (other)
    return { authority: null, because: 'otherReader', last: ever.find((it) => it.id === other.id) ?? null, standing }
  // One's own that has ended says more than another's.
  const last = ever.find((it) => it.reads) ?? ever[0]
  return { authority: null, because: reasonOf(last, today), last: last ?? null, standing }
}

async function gateOf(tx: Tx, id: string): Promise<Gate> {
  const standing = await authoritiesFor(tx, {
    purpose: 'personalFile',
    subjects: [{ kind: 'personalFile', id }],
    on: tx.today,
  })
  return gateFrom(standing, await store.authoritiesOf(tx, id), tx.today)
}

export const personalFileRecord = record<PersonalFile>({
  name: 'personalFile',
  table: 'personal_files',
  title: { kk: 'Жеке іс', ru: 'Личное дело', en: 'Personal file' },
  find: async (tx, id, lock) => {
    const cover = await store.findCover(tx, id, lock)
    return cover && { ...cover, gate: await gateOf(tx, id) }
  },
  caption: ({ personName, number }) => `${personName.kk}, № ${number}`,
  page: (id) => `/personal-files/${id}`,
})

/** A scan belongs to its document, so that the row security of documents hides the file too. */
export const documentRecord = record({
  name: 'personalFileDocument',
  table: 'personal_file_documents',
  title: { kk: 'Жеке іс құжаты', ru: 'Документ личного дела', en: 'Document of a personal file' },
  find: (tx, id) => store.findDocument(tx, id),
  caption: ({ title }: { id: string; title: string }) => title,
})
