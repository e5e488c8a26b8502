// What the house does when news comes: a verdict enters into force (6.22), an authority is given, revoked or at its end.
import { dotted } from '../../kernel/calendar.ts'
import type { Job, Reaction } from '../../kernel/module.ts'
import { newId } from '../../kernel/ids.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Text } from '../../kernel/text.ts'
import { unitId } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import { settleVerdict, verdictOf, type Verdict } from '../superiors/index.ts'
import * as inner from './inner.ts'
import * as duties from './duties.ts'
import { authorityChanged, followAuthority, noteAuthority } from './opening.ts'
import { changed, prepared } from './preparing.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const allegationsOf = (verdict: Verdict): string =>
  `Тікелей бағынысты қызметші ${verdict.name.kk} сыбайлас жемқорлық құқық бұзушылығы үшін сотталды. Үкімнің заңды күшіне енген күні: ${dotted(verdict.forceOn)}.`

async function propose(tx: Tx, verdict: Verdict, superior: { id: string; name: Text }): Promise<string> {
  const id = newId()
  await store.insertInvestigation(tx, {
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
  await store.insertPersons(tx, id, [superior])
  await duties.awaitAcceptance(tx, await duties.reindex(tx, id))
  return id
}

/** What the house proposes lies on the head's desk. The news may come twice. */
export const proposeInvestigation = command(inner.proposeInvestigation, {
  clauses: ['6.22'],
  rules: [rules.houseAlone],
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const verdict = await verdictOf(tx, input.verdict)
    const superior = await personOf(tx, input.superior)
    if (!verdict || !superior) throw unknownRecord()
    const before = await store.proposedAfter(tx, verdict.case)
    const id = before ?? (await propose(tx, verdict, { id: superior.id, name: superior.name }))
    await settleVerdict(tx, verdict.case, id)
    if (!before) tx.emit(prepared, { id, kind: 'superior' })
    tx.emit(changed, { id })
    tx.about('investigation', id)
    return { id }
  },
})

/** Who holds the head's and the deputies' posts today finds the investigations too. */
export const indexInvestigations = command(inner.indexInvestigations, {
  clauses: ['10', '5.14'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ tx }) => {
    const ids = await store.livingIds(tx)
    for (const id of ids) {
      await duties.reindex(tx, id)
      // An authority may begin or end on a day without news.
      tx.emit(authorityChanged, { id })
    }
    return { indexed: ids.length }
  },
})

interface Subject {
  kind: string
  id: string
}
const investigationsIn = ({ subjects }: Record<string, unknown>): string[] =>
  (subjects as readonly Subject[]).filter(({ kind }) => kind === 'investigation').map(({ id }) => id)

const onAuthority = (on: string): Reaction => ({
  on,
  perform: followAuthority,
  when: (payload) => investigationsIn(payload).length > 0,
  input: (payload) => ({ ids: investigationsIn(payload) }),
})

export const reactions: readonly Reaction[] = [
  onAuthority('authorities.granted'),
  onAuthority('authorities.revoked'),
  onAuthority('authorities.expired'),
  { on: authorityChanged, perform: noteAuthority, input: ({ id }) => ({ id }) },
  {
    on: 'superiors.found',
    perform: proposeInvestigation,
    input: ({ verdict, superior }) => ({ verdict, superior }),
  },
]

export const nightly: Job = {
  // After the days of the acting appointments have turned.
  cron: '20 0 * * *',
  run: async (house) => {
    await perform(house, indexInvestigations, systemActor, {})
  },
}
