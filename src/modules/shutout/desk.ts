// Taking work off a desk: from a person who is shut out of it, and from one who leaves.
import type { Lying } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/operation.ts'
import { releaseAppeal } from '../appeals/index.ts'
import { handOverDocuments } from '../documents/index.ts'
import { headOn, holdersIn } from '../org/index.ts'
import * as desk from './desk-store.ts'
import { deniedOf } from './store.ts'

/** Who decides on a record today: the head, or a deputy where the head is shut out of it; nobody where both are. */
export async function keeperOf(tx: Tx, record: string): Promise<string | null> {
  const denied = await deniedOf(tx, record)
  const head = (await headOn(tx, tx.today))?.id ?? null
  if (head && !denied.has(head)) return head
  const deputies = await holdersIn(tx, { codes: ['deputy-head'], day: tx.today })
  return deputies.find(({ id }) => !denied.has(id))?.id ?? null
}

/** The drafts about a record go to whoever decides on it, until the work is given anew. */
async function clearDrafts(tx: Tx, about: { kind: string; id: string }, person: string): Promise<void> {
  const keeper = await keeperOf(tx, about.id)
  if (keeper && keeper !== person) await handOverDocuments(tx, about, keeper, person)
}

/** Nothing of an appeal stays with a person: the appeal, its drafts, what is due on them. */
export async function clearAppeal(
  tx: Tx,
  appeal: { id: string; assignee: string | null },
  person: string,
): Promise<void> {
  if (appeal.assignee === person) await releaseAppeal(tx, appeal.id)
  await clearDrafts(tx, { kind: 'appeal', id: appeal.id }, person)
  await desk.moveDuties(tx, person, null, [appeal.id, ...(await desk.documentsAboutIds(tx, appeal.id))])
}

export async function clearDocument(
  tx: Tx,
  document: { id: string; about: { kind: string; id: string } },
  person: string,
): Promise<void> {
  await clearDrafts(tx, document.about, person)
  await desk.moveDuties(tx, person, null, [document.id])
}

const desks = ({ house }: Tx) => house.registry.modules.flatMap((it) => it.desks)

/** Kinds of record that are handed over as such, so that a duty on one of them is not counted beside it. */
export const kindsOnDesks = (tx: Tx): readonly string[] => ['appeal', 'document', ...desks(tx).map(({ kind }) => kind)]

/** What other rooms keep in the person's name, each with the kind of its record. */
export async function othersOf(tx: Tx, person: string): Promise<(Lying & { kind: string })[]> {
  const found: (Lying & { kind: string })[] = []
  for (const { kind, lying } of desks(tx)) found.push(...(await lying(tx, person)).map((it) => ({ ...it, kind })))
  return found
}

/** Each goes to the taker, or to whoever decides on it where the taker may not see it or nobody takes. Gives how many moved. */
export async function passOthers(tx: Tx, person: string, to: string | null): Promise<number> {
  let moved = 0
  for (const { lying, pass } of desks(tx))
    for (const { id } of await lying(tx, person)) {
      const next = to && !(await deniedOf(tx, id)).has(to) ? to : await keeperOf(tx, id)
      if (!next || next === person) continue
      await pass(tx, id, next, person)
      moved += 1
    }
  return moved
}

/** Everything that still lies on a desk, also what its chief may not see: back to whoever gives it anew. */
export async function clearWhole(tx: Tx, person: string): Promise<number> {
  const appeals = await desk.appealsOn(tx, person)
  for (const { id } of appeals) await releaseAppeal(tx, id)
  const drafts = await desk.draftsOf(tx, person)
  for (const { about } of drafts) await clearDrafts(tx, about, person)
  const others = await passOthers(tx, person, null)
  const duties = await desk.moveDuties(tx, person, null, null)
  return appeals.length + drafts.length + others + duties
}
