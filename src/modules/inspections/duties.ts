// What is due in an inspection and on whose desk it lies; the search entry; who sees the authorities that name it.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { setAuthorityReaders } from '../authorities/index.ts'
import { shutOutOf } from '../conflicts/index.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import { openItems, questionsOf, readKept, type Kept } from './store.ts'

const kind = 'inspection'
export const on = (it: Pick<Kept, 'id' | 'number'>) => ({ kind, recordId: it.id, number: it.number })
const titles = { kk: 'Тексеру', ru: 'Проверка', en: 'Inspection' }
const titleOf = (it: Kept): string => `${titles[it.language]}: ${it.body_name[it.language]}`

/** As it stands after the operation's own lines. */
async function standing(tx: Tx, id: string): Promise<Kept> {
  const it = await readKept(tx, id, false)
  if (!it) throw new Error(`inspection ${id} is out of its own operation's sight`)
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

export const holderOf = async (tx: Tx, it: Kept): Promise<string | null> => it.leader_id ?? (await chiefOf(tx, it.id))

/** Found by the team and, as of the last change, by their chain of command; the reach of a post finds none. */
export async function reindex(tx: Tx, id: string): Promise<Kept> {
  const it = await standing(tx, id)
  const chiefs = await holdersIn(tx, { codes: ['head', 'deputy-head'], day: tx.today })
  const territorial = await holdersIn(tx, { codes: ['territorial-head'], unit: it.unit_id, day: tx.today })
  const readers = [...new Set([...it.team, ...chiefs.map((who) => who.id), ...territorial.map((who) => who.id)])]
  await putSearch(tx, {
    kind,
    id,
    unit: it.unit_id,
    readers,
    reachVisible: false,
    number: it.number,
    title: titleOf(it),
    text: [it.aim, ...(await questionsOf(tx, id)).map(({ words }) => words)].join('\n'),
    at: it.prepared_at,
  })
  await setAuthorityReaders(tx, { kind, id }, it.team)
  return it
}

export interface Due {
  stage: string
  holder: string | null
  dueOn: Day
  openedOn?: Day
  title?: string
}
export const open = (tx: Tx, it: Kept, { openedOn = tx.today, ...due }: Due): Promise<void> =>
  openDuty(tx, { ...on(it), unit: it.unit_id, title: titleOf(it), clause: '5.10', openedOn, ...due })

export const close = (tx: Tx, it: Pick<Kept, 'id'>, stage?: string): Promise<void> =>
  closeDuty(tx, { kind, recordId: it.id, ...(stage ? { stage } : {}) })

/** Until the act: the last day of the inspection. */
export const awaitAct = async (tx: Tx, it: Kept): Promise<void> =>
  open(tx, it, { stage: 'term', holder: await holderOf(tx, it), openedOn: it.starts_on, dueOn: it.ends_on })

export const moveTerm = (tx: Tx, it: Kept, dueOn: Day): Promise<void> =>
  moveDuty(tx, { kind, recordId: it.id, stage: 'term' }, { term: { openedOn: it.starts_on, dueOn } })

/** All clocks lie with the leader; with the head while there is none. */
export async function passClocks(tx: Tx, it: Kept): Promise<void> {
  const holder = await holderOf(tx, it)
  const items = (await openItems(tx, it.id)).map((id) => `item.${id}`)
  for (const stage of ['term', 'acquaint', 'plan', ...items])
    await moveDuty(tx, { kind, recordId: it.id, stage }, { holder })
}

export const tellAssigned = (tx: Tx, it: Kept, employee: string): Promise<void> =>
  tell(tx, { ...on(it), to: [employee], news: 'assigned' })

/** The place of one who withdrew is filled by the head; a working day is the house's own measure. */
export async function awaitReplacement(tx: Tx, it: Kept, employee: string): Promise<void> {
  const holder = await chiefOf(tx, it.id)
  await open(tx, it, { stage: `replace.${employee}`, holder, dueOn: tx.calendar.addWorkingDays(tx.today, 1) })
  await tell(tx, { ...on(it), to: [holder], news: 'asked' })
}

/** The team and the chief hear at once that the work has stopped, or goes on. */
export const tellTeam = async (tx: Tx, it: Kept, news: 'halted' | 'resumed'): Promise<void> =>
  tell(tx, { ...on(it), to: [...it.team, await chiefOf(tx, it.id)], news })
