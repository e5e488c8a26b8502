// A card is a person with the ground on which it stands open to the actor now; an opening is such a ground.
import type { Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { matterKinds } from './contract.ts'
import { openingLife } from './lifecycle.ts'
import * as openings from './openings-store.ts'
import { findRow, type PersonRow } from '../persons/index.ts'

/** The record behind 'kind:id', if it is one that may be a ground at all and the actor finds it. */
export async function matterOf(tx: Tx, { kind, id }: { kind: string; id: string }) {
  const record = matterKinds.some((it) => it === kind) ? tx.house.registry.records.get(kind) : undefined
  const found = await record?.find(tx, id, false)
  if (!record || !found) return null
  return {
    record,
    found,
    isOpen: !record.life?.final.includes(found.state ?? ''),
    isOwn: record.works(tx.actor, found),
  }
}

export interface Card extends PersonRow {
  /** The ground on which the card stands open to the actor now. */
  opening: openings.Opening | null
}

/** A matter that was closed or taken away since closes the card with it. */
const standingGround = async (tx: Tx, person: string): Promise<openings.Opening | null> => {
  for (const it of await openings.runningOpenings(tx, person)) {
    if (!it.matter) return it
    const matter = await matterOf(tx, it.matter)
    if (matter?.isOpen && matter.isOwn) return it
  }
  return null
}

/** The same rows as the person's: what shows them asks for a ground, what keeps the register does not. */
export const cardRecord = record<Card>({
  name: 'personCard',
  table: 'persons',
  title: { kk: 'Адам карточкасы', ru: 'Карточка лица', en: 'Card of a person' },
  find: async (tx, id, lock) => {
    const row = await findRow(tx, id, lock)
    return row && { ...row, opening: tx.actor.kind === 'employee' ? await standingGround(tx, id) : null }
  },
  caption: ({ name }) => name.kk,
  page: (id) => `/persons/${id}`,
})

export const openingRecord = record({
  name: 'personOpening',
  table: 'person_openings',
  title: { kk: 'Карточканы ашу', ru: 'Открытие карточки', en: 'Opening of a card' },
  life: openingLife,
  find: openings.findOpening,
  caption: (it: openings.Opening) => it.reason,
  page: (id) => `/persons/openings/${id}`,
})
