// The investigation as rules see it: what is kept, the authority in force today, and the conditions of clause 6.22.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { record } from '../../kernel/record.ts'
import type { Text } from '../../kernel/text.ts'
import type { Actor } from '../../kernel/rules.ts'
import { authoritiesFor, type InForce } from '../authorities/index.ts'
import type { InvestigationState } from './contract.ts'
import { investigationLife } from './lifecycle.ts'
import { standingOf, verdictCarries, type Standing } from '../superiors/index.ts'
import { readKept, type Kept } from './store.ts'

export interface Investigation extends Kept {
  /** In force today and naming this investigation. */
  authority: InForce | null
  /** Of an investigation of a superior that is not open yet: how it stands with the conditions of clause 6.22. */
  superior: Standing | null
  /** Of an investigation of a superior: the verdict that it stands on is no longer in force, or no longer for corruption. */
  fallen: boolean
}

export const purposeOf = ({ kind }: Pick<Kept, 'kind'>) =>
  kind === 'superior' ? ('superior' as const) : ('investigation' as const)

/** Every authority in force on the day that names the investigation; locked, so that a revocation waits for the act. */
export const authorityNow = (tx: Tx, it: Pick<Kept, 'id' | 'kind'>, on: Day): Promise<readonly InForce[]> =>
  authoritiesFor(tx, { purpose: purposeOf(it), subjects: [{ kind: 'investigation', id: it.id }], on })

/** The conditions are weighed until it is opened. */
const weighed: readonly InvestigationState[] = ['proposed', 'prepared']

async function findInvestigation(tx: Tx, id: string, lock: boolean): Promise<Investigation | undefined> {
  const it = await readKept(tx, id, lock)
  if (!it) return undefined
  const [authority = null] = await authorityNow(tx, it, tx.today)
  const isWeighed = it.kind === 'superior' && weighed.includes(it.state)
  const fallen = it.kind === 'superior' && it.verdict !== null && !(await verdictCarries(tx, it.verdict))
  return { ...it, authority, superior: isWeighed ? await standingOf(tx, it) : null, fallen }
}

/** Clause 10: the head and the deputy over all, a territorial head over those of the own unit. */
export const commands = (actor: Actor, it: Pick<Kept, 'unit'>): boolean =>
  actor.powers.has('investigations.lead') &&
  (actor.posts.some(({ code }) => code === 'head' || code === 'deputy-head') ||
    actor.posts.some(({ code, unit }) => code === 'territorial-head' && unit === it.unit))

/** Clauses 5.15 and 10: the team and their chain of command. A principal only reads. */
export const mayWork = (actor: Actor, it: Pick<Kept, 'team' | 'unit'>): boolean =>
  it.team.includes(actor.id) || commands(actor, it)

export const investigationRecord = record({
  name: 'investigation',
  table: 'investigations',
  title: { kk: 'Қызметтік тексеру', ru: 'Служебное расследование', en: 'Service investigation' },
  life: investigationLife,
  find: findInvestigation,
  caption: (it: Investigation) => it.number ?? (it.persons[0]?.name[it.language] || it.allegations.slice(0, 60)),
  works: mayWork,
  page: (id) => `/investigations/${id}`,
})

const notUnder: Text = {
  kk: 'Бұл адам тексерілмейді.',
  ru: 'Это лицо не проверяется.',
  en: 'This person is not under investigation.',
}

/** @throws Refusal 'invalid' where the person is not under this investigation */
export const checkUnder = (it: Investigation, person: string): void => {
  if (!it.persons.some(({ id }) => id === person)) throw invalidField('person', notUnder)
}
