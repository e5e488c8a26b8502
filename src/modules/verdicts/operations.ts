// A verdict in force leads to a proposed investigation of the superior, and the register of cases hears what came of it (6.22).
import type { z } from 'zod'
import { dotted } from '../../kernel/calendar.ts'
import { newId } from '../../kernel/ids.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { noteSuperior } from '../criminalCases/index.ts'
import {
  authorityChanged,
  awaitAcceptance,
  changed,
  gates,
  insertInvestigation,
  insertPersons,
  investigationRecord,
  prepared,
  proposedAfter,
  reindex,
} from '../investigations/index.ts'
import { unitId } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import { settleVerdict, verdictOf, type Verdict } from '../superiors/index.ts'
import * as shapes from './contract.ts'
import { becameTitles } from './words.ts'

const allegationsOf = (verdict: Verdict): string =>
  `Тікелей бағынысты қызметші ${verdict.name.kk} сыбайлас жемқорлық құқық бұзушылығы үшін сотталды. Үкімнің заңды күшіне енген күні: ${dotted(verdict.forceOn)}.`

async function propose(tx: Tx, verdict: Verdict, superior: { id: string; name: Text }): Promise<string> {
  const id = newId()
  await insertInvestigation(tx, {
    id,
    state: 'proposed',
    kind: 'superior',
    language: 'kk',
    unit_id: unitId('department'),
    allegations: allegationsOf(verdict),
    offence: 'corruption',
    committed_on: verdict.offenceOn,
    // What the superior answers for is known when the verdict is in force.
    discovered_on: verdict.forceOn < verdict.offenceOn ? verdict.offenceOn : verdict.forceOn,
    place: null,
    about_kind: 'criminalCase',
    about_id: verdict.case,
    verdict_id: verdict.case,
  })
  await insertPersons(tx, id, [superior])
  await awaitAcceptance(tx, await reindex(tx, id))
  return id
}

/** What the house proposes lies on the head's desk. The news may come twice. */
export const proposeInvestigation = command(shapes.proposeInvestigation, {
  clauses: ['6.22'],
  rules: [gates.houseAlone],
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const verdict = await verdictOf(tx, input.verdict)
    const superior = await personOf(tx, input.superior)
    if (!verdict || !superior) throw unknownRecord()
    const before = await proposedAfter(tx, verdict.case)
    const id = before ?? (await propose(tx, verdict, { id: superior.id, name: superior.name }))
    await settleVerdict(tx, verdict.case, id)
    if (!before) tx.emit(prepared, { id, kind: 'superior' })
    tx.emit(changed, { id })
    tx.about('investigation', id)
    return { id }
  },
})

/** An investigation that is open already is halted when its verdict falls, and goes on when the verdict stands again. */
export const followVerdict = command(shapes.followVerdict, {
  clauses: ['6.22'],
  rules: [gates.houseAlone],
  inner: true,
  run: async ({ input: { verdict }, tx }) => {
    const id = await proposedAfter(tx, verdict)
    if (id) tx.emit(authorityChanged, { id })
    return {}
  },
})

/** The register of criminal cases says of each verdict what came of the superior. */
export const noteOnCase = command(shapes.noteOnCase, {
  clauses: ['6.22', '6.16'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input: { became }, subject: { id, verdict }, tx }) => {
    if (verdict) await noteSuperior(tx, verdict, became, { kind: 'investigation', id }, becameTitles[became])
    return {}
  },
})

type Became = z.input<typeof shapes.noteOnCase.input>['became']
type News = Record<string, unknown>
const ofSuperior = ({ kind }: News): boolean => kind === 'superior'
const onCase = (on: string, becomes: (payload: News) => Became, when: (payload: News) => boolean): Reaction => ({
  on,
  perform: noteOnCase,
  when,
  input: (payload) => ({ id: payload['investigation'] ?? payload['id'], became: becomes(payload) }),
})

export const reactions: readonly Reaction[] = [
  {
    on: 'superiors.found',
    perform: proposeInvestigation,
    input: ({ verdict, superior }) => ({ verdict, superior }),
  },
  { on: 'superiors.weighed', perform: followVerdict, input: ({ verdict }) => ({ verdict }) },
  onCase(prepared, () => 'proposed', ofSuperior),
  onCase('investigations.opened', () => 'investigated', ofSuperior),
  onCase('investigations.discontinued', () => 'none', ofSuperior),
  onCase(
    'outcomes.superiorDecided',
    ({ liable }) => (liable ? 'liable' : 'not-liable'),
    () => true,
  ),
]
