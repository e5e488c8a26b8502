// What is due on an authority and on whose desk it lies; who hears of it; the search entry; the news for higher rooms.
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { headOn, holdersIn, unitId } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import { kindTitles, purposes, type IssuerPost } from './contract.ts'
import { findAuthority, shutOutOf, tellScreens, type Authority } from './store.ts'

const kind = 'authority'
const on = (it: Authority) => ({ kind, recordId: it.id, number: it.number })
const titleOf = (it: Authority): string =>
  `${kindTitles[it.kind].kk}. ${purposes[it.purpose].title.kk}: ${it.subjects.map(({ label }) => label).join('; ')}`

const holderOf = async (tx: Tx, post: IssuerPost): Promise<string | null> =>
  (await holdersIn(tx, { codes: [post], day: tx.today }))[0]?.id ?? null

/** The register's own units: a principal's desk stands outside the Department. */
const unitOf: Readonly<Record<IssuerPost, string>> = {
  chairman: unitId('supreme-court'),
  'ca-head': unitId('court-administration'),
  head: unitId('department'),
}

/** As it stands after the operation's own lines. */
export async function standing(tx: Tx, id: string): Promise<Authority> {
  const it = await findAuthority(tx, id, false)
  if (!it) throw new Error(`authority ${id} is out of its own operation's sight`)
  return it
}

/** Found by those who see it by office as of the last change, by its author and by who asked. */
export async function reindex(tx: Tx, it: Authority): Promise<void> {
  const offices = await holdersIn(tx, { codes: ['head', 'deputy-head', it.issuer], day: tx.today })
  await putSearch(tx, {
    kind,
    id: it.id,
    unit: it.unit,
    readers: [...new Set([it.author, ...(it.askedBy ? [it.askedBy] : []), ...offices.map(({ id }) => id)])],
    reachVisible: false,
    number: it.number,
    title: titleOf(it),
    names: it.subjects.map(({ label }) => label),
    at: it.enteredAt,
  })
}

/** The question lies on the desk of whoever holds the asked office today, until the day of its term. */
export async function awaitDecision(tx: Tx, it: Authority): Promise<void> {
  if (!it.dueOn) throw new Error(`authority ${it.id} is not asked`)
  const holder = await holderOf(tx, it.issuer)
  await openDuty(tx, {
    ...on(it),
    stage: 'decide',
    title: titleOf(it),
    clause: '7.2',
    holder,
    unit: unitOf[it.issuer],
    openedOn: tx.today,
    dueOn: it.dueOn,
  })
  await tell(tx, { ...on(it), to: [holder], news: 'asked' })
}

/** Another holds the office today: the question lies on that desk. */
export const moveDecision = async (tx: Tx, id: string, post: IssuerPost): Promise<void> =>
  moveDuty(tx, { kind, recordId: id, stage: 'decide' }, { holder: await holderOf(tx, post) })

/** Who answers for it in the Department today: the head (10), or, where the head is shut out of it, the deputy (11.2). */
async function chiefOf(tx: Tx, it: Authority): Promise<string | null> {
  const head = (await headOn(tx, tx.today))?.id ?? null
  const deputies = await holdersIn(tx, { codes: ['deputy-head'], day: tx.today })
  const shut = await shutOutOf(tx, it.id)
  return [head, ...deputies.map(({ id }) => id)].find((id) => id !== null && !shut.has(id)) ?? null
}

/** A paper waits for somebody other than its registrar; the head answers for that. */
export async function awaitConfirmation(tx: Tx, it: Authority): Promise<void> {
  const chief = await chiefOf(tx, it)
  await openDuty(tx, {
    ...on(it),
    stage: 'confirm',
    title: titleOf(it),
    clause: '5.16',
    holder: chief === it.author ? null : chief,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, 1),
  })
  await tell(tx, { ...on(it), to: [chief], news: 'asked' })
}

export const closeAll = (tx: Tx, it: Authority): Promise<void> => closeDuty(tx, { kind, recordId: it.id })

/** Whoever asked; of a paper and of what was issued unasked, the head, whose Department works under it (10). */
const askerOf = async (tx: Tx, it: Authority): Promise<string | null> => it.askedBy ?? chiefOf(tx, it)

export const tellDecided = (tx: Tx, it: Authority): Promise<void> =>
  tell(tx, { ...on(it), to: [it.askedBy, it.author], news: 'decided' })

export const tellReturned = (tx: Tx, it: Authority): Promise<void> =>
  tell(tx, { ...on(it), to: [it.author], news: 'returned' })

const payloadOf = (it: Authority) => ({
  id: it.id,
  purpose: it.purpose,
  subjects: it.subjects.map(({ kind: of, id }) => ({ kind: of, id })),
})

/** In force from now on: higher rooms and open screens hear it, and whoever asked is reminded before the last day. */
export async function announceGiven(tx: Tx, it: Authority): Promise<void> {
  if (it.until && it.until >= tx.today) {
    await openDuty(tx, {
      ...on(it),
      stage: 'expiry',
      title: titleOf(it),
      clause: purposes[it.purpose].clause,
      holder: await askerOf(tx, it),
      unit: it.unit,
      openedOn: it.from < tx.today ? it.from : tx.today,
      dueOn: it.until,
    })
  }
  tx.emit('authorities.granted', payloadOf(it))
  await tellScreens(tx, it.subjects)
}

/** No longer in force: what stands on it stops at once, also on a screen that is open. */
export async function announceEnd(tx: Tx, it: Authority, how: 'revoked' | 'expired'): Promise<void> {
  await closeAll(tx, it)
  await tell(tx, { ...on(it), to: [await askerOf(tx, it), it.author, await chiefOf(tx, it)], news: how })
  tx.emit(`authorities.${how}`, payloadOf(it))
  await tellScreens(tx, it.subjects)
}

/** A question that was prepared lies on the head's desk; a working day is the house's own measure. */
export async function awaitSending(tx: Tx, it: Authority): Promise<void> {
  const chief = await chiefOf(tx, it)
  await openDuty(tx, {
    ...on(it),
    stage: 'send',
    title: titleOf(it),
    clause: '7.2',
    holder: chief,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, 1),
  })
  await tell(tx, { ...on(it), to: [chief], news: 'asked' })
}

/** Issued unasked: the head hears what the principal has assigned. */
export const tellIssued = async (tx: Tx, it: Authority): Promise<void> =>
  tell(tx, { ...on(it), to: [await chiefOf(tx, it)], news: 'instructed' })
