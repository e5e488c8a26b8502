// The conditions of clause 6.22: a verdict in force, corruption, a convicted subordinate, a direct superior long enough in post.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Why } from './contract.ts'
import { directSuperiorOn, personOf, postsOf } from '../persons/index.ts'
import { verdictOf, type Verdict } from './store.ts'

export interface Standing {
  verdict: Verdict | null
  /** The verdict is in force today. */
  inForce: boolean
  /** Everybody under investigation held a post of an official on the day of the offence. */
  official: boolean
  /** The one under investigation was the direct superior on the day of the offence. */
  direct: boolean
  /** At least so long in post on that day as the parameter asks. */
  long: boolean
}

/** Before it no value of the parameter is known; the first known one then stands in. */
const firstDay = '2019-11-26'

/** The last day on which a post may have begun, to be answered for on the day of the offence; by the law of that day. */
async function latestBeginning(tx: Tx, offenceOn: Day): Promise<Day> {
  const law = await tx.house.parameters.current()
  const { value } = law.on('superior.post.min', offenceOn < firstDay ? firstDay : offenceOn)
  return tx.calendar.addMonths(offenceOn, -value)
}

const isOfficialOn = async (tx: Tx, person: string, on: Day): Promise<boolean> =>
  (await postsOf(tx, person, on)).some(({ kind }) => kind === 'official')

/** How an investigation of these persons after this verdict stands with the conditions. */
export async function standingOf(
  tx: Tx,
  it: { verdict: string | null; persons: readonly { id: string }[] },
): Promise<Standing> {
  const verdict = it.verdict ? await verdictOf(tx, it.verdict) : null
  if (!verdict) return { verdict: null, inForce: false, official: false, direct: false, long: false }
  const { offenceOn } = verdict
  const superior = verdict.person ? await directSuperiorOn(tx, verdict.person, offenceOn) : null
  const direct = superior !== null && it.persons.every(({ id }) => id === superior.personId)
  const officials: boolean[] = []
  for (const { id } of it.persons) officials.push(await isOfficialOn(tx, id, offenceOn))
  return {
    verdict,
    inForce: verdict.stands && verdict.forceOn <= tx.today,
    official: officials.length > 0 && officials.every(Boolean),
    direct,
    long: direct && superior.since <= (await latestBeginning(tx, offenceOn)),
  }
}

/** The superior whom a verdict leads to, and why none is proposed. */
export async function leadOf(
  tx: Tx,
  it: { person: string | null; corruption: boolean; offenceOn: Day },
): Promise<{ superior: { id: string; name: Text } | null; why: Why | null }> {
  if (!it.corruption) return { superior: null, why: 'no-corruption' }
  if (!it.person) return { superior: null, why: 'no-person' }
  const found = await directSuperiorOn(tx, it.person, it.offenceOn)
  const person = found ? await personOf(tx, found.personId) : null
  if (!found || !person) return { superior: null, why: 'no-superior' }
  const superior = { id: found.personId, name: person.name }
  if (found.since > (await latestBeginning(tx, it.offenceOn))) return { superior, why: 'not-long' }
  if (!(await isOfficialOn(tx, superior.id, it.offenceOn))) return { superior, why: 'not-official' }
  return { superior, why: null }
}
