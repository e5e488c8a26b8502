// Whoever inspects has no interest in the department inspected: kin of its head, a servant of it, somebody who answers for a finding.
import type { Tx } from '../../kernel/operation.ts'
import { candidatesFor, judgeCandidate, type Candidate, type Case } from '../conflicts/index.ts'
import { lines } from '../persons/index.ts'
import { namedIn, questionsOf, readKept } from './store.ts'

/** The head of the department today and those who answer for what was found are who a conflict is measured by. */
async function caseOf(tx: Tx, id: string, named: readonly string[]): Promise<Case> {
  const it = await readKept(tx, id, false)
  if (!it) throw new Error(`inspection ${id} is out of its own operation's sight`)
  const heads = await lines.holdersOn(tx, it.body_id, 'department-head', tx.today)
  const findings = await namedIn(tx, id)
  const persons = [
    ...heads.map(({ personId }) => personId),
    ...findings.flatMap(({ person }) => person ?? []),
    ...named,
  ]
  const words = [...(await questionsOf(tx, id)).map(({ words: asked }) => asked), ...findings.map(({ what }) => what)]
  return {
    id,
    persons: [...new Set(persons)].map((person) => ({ id: person })),
    committedOn: it.period_until,
    allegations: [it.aim, ...words].join('\n'),
    about: null,
  }
}

export const colleaguesFor = async (
  tx: Tx,
  id: string,
  only?: string,
  named: readonly string[] = [],
): Promise<Candidate[]> => candidatesFor(tx, await caseOf(tx, id, named), only)

/** Also against persons about to be named. @throws Refusal 'forbidden' with the sentence of the conflict of the first who has one */
export async function judgeTeam(
  tx: Tx,
  id: string,
  team: readonly string[],
  named: readonly string[] = [],
): Promise<void> {
  for (const employee of team)
    for (const candidate of await colleaguesFor(tx, id, employee, named)) judgeCandidate(tx, candidate)
}
