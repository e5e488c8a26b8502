// What is due on an investigation and on whose desk it lies; both clocks; the search entry; who sees the authorities that name it.
import type { Day } from '../../kernel/clock.ts'
import type { Clause } from '../../kernel/clauses.ts'
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { setAuthorityReaders } from '../authorities/index.ts'
import { shutOutOf } from '../conflicts/index.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import { changeInvestigation, readKept, type Kept } from './store.ts'
import { kindClauses, kindTitles } from './words.ts'

const kind = 'investigation'
const on = (it: Kept) => ({ kind, recordId: it.id, number: it.number })
export const titleOf = (it: Kept): string =>
  `${kindTitles[it.kind][it.language]}: ${it.persons.map(({ name }) => name[it.language]).join(', ')}`

/** As it stands after the operation's own lines. */
async function standing(tx: Tx, id: string): Promise<Kept> {
  const it = await readKept(tx, id, false)
  if (!it) throw new Error(`investigation ${id} is out of its own operation's sight`)
  return it
}

/** Whoever directs the Department today; where that person is shut out, the deputy. */
export async function chiefOf(tx: Tx, id: string): Promise<string | null> {
  const shut = await shutOutOf(tx, [id])
  const head = (await headOn(tx, tx.today))?.id ?? null
  if (head && !shut.has(head)) return head
  const deputies = await holdersIn(tx, { codes: ['deputy-head'], day: tx.today })
  return deputies.find((it) => !shut.has(it.id))?.id ?? null
}

/** Whose the clocks are: the leader's, or the chief's while there is none. */
export const holderOf = async (tx: Tx, it: Kept): Promise<string | null> => it.leader ?? (await chiefOf(tx, it.id))

/** Found by the team and, as of the last change, by their chain of command; the reach of a post finds none. */
export async function reindex(tx: Tx, id: string): Promise<Kept> {
  const it = await standing(tx, id)
  const chiefs = await holdersIn(tx, { codes: ['head', 'deputy-head'], day: tx.today })
  const territorial = await holdersIn(tx, { codes: ['territorial-head'], unit: it.unit, day: tx.today })
  const readers = [...new Set([...it.team, ...chiefs.map((who) => who.id), ...territorial.map((who) => who.id)])]
  await putSearch(tx, {
    kind,
    id,
    unit: it.unit,
    readers,
    reachVisible: false,
    number: it.number,
    title: titleOf(it),
    names: it.persons.flatMap(({ name: { kk, ru, en } }) => [...new Set([kk, ru, en])]),
    text: it.allegations,
    at: it.preparedAt,
  })
  await setAuthorityReaders(tx, { kind, id }, it.team)
  return it
}

interface Due {
  stage: string
  clause: Clause
  holder: string | null
  openedOn: Day
  dueOn: Day
  title?: string
}
const open = (tx: Tx, it: Kept, due: Due): Promise<void> =>
  openDuty(tx, { ...on(it), unit: it.unit, title: titleOf(it), ...due })

/** What the house proposed lies on the head's desk, with the question for authority a step away. */
export async function awaitAcceptance(tx: Tx, it: Kept): Promise<void> {
  const holder = await chiefOf(tx, it.id)
  const dueOn = tx.calendar.addWorkingDays(tx.today, tx.parameter('investigation.propose').value)
  await open(tx, it, { stage: 'propose', clause: '6.22', holder, openedOn: tx.today, dueOn })
  await tell(tx, { ...on(it), to: [holder], news: 'asked' })
}

export const close = (tx: Tx, it: Pick<Kept, 'id'>, stage?: string): Promise<void> =>
  closeDuty(tx, { kind, recordId: it.id, ...(stage ? { stage } : {}) })

export async function awaitConclusion(tx: Tx, it: Kept): Promise<void> {
  if (!it.openedOn || !it.dueOn) throw new Error(`investigation ${it.id} is not open`)
  const holder = await holderOf(tx, it)
  const clause = kindClauses[it.kind]
  await open(tx, it, { stage: 'term', clause, holder, openedOn: it.openedOn, dueOn: it.dueOn })
}

/** A new last day, decided by the head. */
export async function moveTerm(tx: Tx, it: Kept, dueOn: Day): Promise<void> {
  await changeInvestigation(tx, it.id, { due_on: dueOn })
  await moveDuty(tx, { kind, recordId: it.id, stage: 'term' }, { term: { openedOn: it.openedOn ?? tx.today, dueOn } })
}

/** Both clocks lie with the leader; with the head while there is none. */
export async function passClocks(tx: Tx, it: Kept): Promise<void> {
  const holder = await holderOf(tx, it)
  for (const stage of ['term', 'limitation']) await moveDuty(tx, { kind, recordId: it.id, stage }, { holder })
}

export const tellAssigned = (tx: Tx, it: Kept, employee: string): Promise<void> =>
  tell(tx, { ...on(it), to: [employee], news: 'assigned' })

/** The place of one who withdrew is filled by the head; a working day is the house's own measure. */
export async function awaitReplacement(tx: Tx, it: Kept, employee: string): Promise<void> {
  const holder = await chiefOf(tx, it.id)
  const dueOn = tx.calendar.addWorkingDays(tx.today, 1)
  await open(tx, it, { stage: `replace.${employee}`, clause: '10', holder, openedOn: tx.today, dueOn })
  await tell(tx, { ...on(it), to: [holder], news: 'asked' })
}
export const closeReplacements = async (tx: Tx, it: Kept, gone: readonly string[]): Promise<void> => {
  for (const employee of gone) await close(tx, it, `replace.${employee}`)
}

/** The team and the chief hear at once that the work has stopped, or goes on. */
export const tellTeam = async (tx: Tx, it: Kept, news: 'halted' | 'verdictFell' | 'resumed'): Promise<void> =>
  tell(tx, { ...on(it), to: [...it.team, await chiefOf(tx, it.id)], news })
