// What every path shares: its papers in the Department's name, what is due on it and on whose desk, and the names of what is open.
import type { Clause } from '../../kernel/clauses.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { dueBy, type TermName } from '../../kernel/parameters.ts'
import { appealTitle, keepPaths, knownApplicant, type Appeal } from '../appeals/index.ts'
import { beginDocument } from '../documents/index.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import * as store from './store.ts'
import { subjects, type PathTemplate } from './words.ts'

/** The last day of a term that begins on a day, by the law in force on it. */
export const termFrom = async (tx: Tx, name: TermName, from: Day): Promise<Day> =>
  dueBy(await tx.house.parameters.current(), name, from).on

export const onAppeal = (it: Appeal) => ({ kind: 'appeal', recordId: it.id })
export const numberOf = (it: Appeal): string => it.number ?? it.slipNumber

export interface Stage {
  stage: string
  clause: Clause
  holder: string | null
  dueOn: Day
  openedOn?: Day
}

/** Opens what is due; what was due under the same name before gives way to it. */
export async function lay(
  tx: Tx,
  it: Appeal,
  { stage, clause, holder, dueOn, openedOn = tx.today }: Stage,
): Promise<void> {
  await closeDuty(tx, { ...onAppeal(it), stage })
  const title = await appealTitle(tx, it)
  const opened = openedOn < dueOn ? openedOn : dueOn
  await openDuty(tx, {
    ...onAppeal(it),
    stage,
    number: it.number,
    title,
    clause,
    holder,
    unit: it.unit,
    openedOn: opened,
    dueOn,
  })
}

export const lift = (tx: Tx, it: Appeal, stage: string): Promise<void> => closeDuty(tx, { ...onAppeal(it), stage })

/** Who leads the unit of the appeal today: in a region its head, at the centre the head of the Department. */
export async function chiefOf(tx: Tx, it: Appeal): Promise<string | null> {
  const [own] = await holdersIn(tx, { codes: ['territorial-head'], unit: it.unit, day: tx.today })
  return own?.id ?? (await headOn(tx, tx.today))?.id ?? null
}

export const sync = async (tx: Tx, appeal: string): Promise<void> =>
  keepPaths(tx, appeal, await store.openNames(tx, appeal))

/** To whom a notice goes: who wrote the appeal, by the address that was given. */
export async function toApplicant(tx: Tx, it: Appeal) {
  const applicant = await knownApplicant(tx, it)
  return { addressee: applicant?.name ?? null, address: applicant?.address ?? applicant?.email ?? null }
}

/** Begins a paper of the path in the language of the appeal; the assignee brings it to the signature. */
export async function beginPaper(
  tx: Tx,
  it: Appeal,
  path: string,
  {
    template,
    role,
    fields,
  }: { template: PathTemplate; role: store.Paper['role']; fields: Record<string, string | null> },
): Promise<string> {
  const document = await beginDocument(tx, {
    template,
    language: it.language,
    about: { kind: 'appeal', id: it.id },
    unit: it.unit,
    drafter: it.assignee ?? tx.actor.id,
    readers: [tx.actor.id],
    answers: { number: numberOf(it), on: it.registeredOn },
    fields: { subject: subjects[template][it.language], ...fields },
  })
  await store.addPaper(tx, path, document, role)
  return document
}

/** The one open path of the kind; the rule before has seen it, unless a colleague was faster. */
export async function theOpen(tx: Tx, it: Appeal, kind: store.Path['kind']): Promise<store.Path> {
  const path = await store.openPath(tx, it.id, kind)
  if (!path) throw new Error(`appeal ${it.id} has no open ${kind}`)
  return path
}

const notYet = {
  kk: 'Бұл күн әлі келген жоқ.',
  ru: 'Этот день ещё не наступил.',
  en: 'This day has not come yet.',
}
const tooEarly = {
  kk: 'Бұл күн тым ерте: ол кезде мұндай оқиға бола алмайды.',
  ru: 'Слишком ранний день: тогда этого ещё не могло быть.',
  en: 'The day is too early: this could not have happened then.',
}

/** A day that has come, and not before another. */
export const checkDay = (tx: Tx, path: string, day: Day, earliest: Day): void => {
  if (day > tx.today) throw invalidField(path, notYet)
  if (day < earliest) throw invalidField(path, tooEarly)
}
