// The appeal in the search as it now stands: its number, its title, and who sees it beyond the reach of its unit.
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { kindTitles } from '../submissions/contract.ts'
import { readCoApplicants } from '../submissions/index.ts'
import { namesOf } from './people-store.ts'
import { mayKnowApplicant } from './rules.ts'
import { findAppeal, readApplicant, readContent, type Appeal } from './store.ts'

/** What lists and hits call it: the registrar's short title, else its kind and court; never the applicant's name. */
export async function titleOf(tx: Tx, it: Appeal, courtName: string | null): Promise<string> {
  if (it.subject) return it.subject
  const courts = await namesOf(tx, 'courts', [it.court])
  const court = courts.get(it.court ?? '')?.[it.language] ?? courtName
  return [kindTitles[it.kind][it.language], court].filter(Boolean).join(': ')
}

/** Who wrote it, for a paper to him; nothing where the drafter may not know, and then the paper goes under the code or is addressed by the registrar. */
export const knownApplicant = async (tx: Tx, it: Appeal) =>
  mayKnowApplicant(tx.actor, it, tx.today) ? readApplicant(tx, it.id) : undefined

/** Puts the appeal into the index and gives it as it stands; nothing when the change took it out of the actor's sight. */
export async function reindex(tx: Tx, id: string): Promise<Appeal | undefined> {
  const it = await findAppeal(tx, id, false)
  if (!it) return undefined
  const content = await readContent(tx, id)
  const applicant = await readApplicant(tx, id)
  const others = await readCoApplicants(tx, id)
  await putSearch(tx, {
    kind: 'appeal',
    id,
    unit: it.unit,
    readers: [...(it.assignee ? [it.assignee] : []), ...it.readers],
    number: it.number,
    ids: [it.slipNumber, ...(applicant?.number ? [applicant.number] : [])],
    title: await titleOf(tx, it, content.court_name),
    names: [applicant?.name, ...others.map(({ name }) => name), content.person].filter(
      (name) => typeof name === 'string',
    ),
    text: content.body,
    at: it.receivedAt,
  })
  return it
}
