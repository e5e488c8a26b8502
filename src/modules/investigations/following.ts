// What the house does when news comes: a verdict enters into force (6.22), an authority is given, revoked or at its end.
import type { Job, Reaction } from '../../kernel/module.ts'
import { newId } from '../../kernel/ids.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Text } from '../../kernel/text.ts'
import { headOn, unitId } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { authorityChanged, followAuthority, noteAuthority } from './opening.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { leadOf, whyTitles } from './superiors.ts'
import { putVerdict, type Verdict } from './verdicts-store.ts'

const unnamed: Text = { kk: 'Аты белгісіз', ru: 'Имя неизвестно', en: 'Name unknown' }

const allegationsOf = (verdict: Verdict): string =>
  `Тікелей бағынысты қызметші ${verdict.name.kk} сыбайлас жемқорлық құқық бұзушылығы үшін сотталды. Үкім ${verdict.forceOn} күні заңды күшіне енді.`

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
  await duties.followLimitation(tx, id)
  await duties.awaitAcceptance(tx, await duties.reindex(tx, id))
  return id
}

/** Proposes an investigation of the direct superior, or says why there is none to propose. The news may come twice. */
export const noteVerdict = command(shapes.noteVerdict, {
  clauses: ['6.22'],
  rules: [rules.houseAlone],
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const name = (await personOf(tx, input.personId))?.name ?? unnamed
    const { superior, why } = await leadOf(tx, input)
    const { id, personId: person, corruption, offenceOn, forceOn } = input
    const verdict = { case: id, person, name, corruption, offenceOn, forceOn }
    await putVerdict(tx, { ...verdict, superior, why })
    const before = await store.proposedAfter(tx, id)
    if (before) return { proposed: before }
    if (superior && !why) {
      const proposed = await propose(tx, verdict, superior)
      tx.about('investigation', proposed)
      return { proposed }
    }
    if (!corruption || !why) return { proposed: null }
    const head = (await headOn(tx, tx.today))?.id ?? null
    const words = whyTitles[why].kk
    await tell(tx, { to: [head], news: 'notProposed', kind: 'criminalCase', recordId: id, number: null, words })
    return { proposed: null }
  },
})

/** Who holds the head's and the deputies' posts today finds the investigations too. */
export const indexInvestigations = command(shapes.indexInvestigations, {
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
    on: 'criminalCases.verdictEntered',
    perform: noteVerdict,
    input: ({ id, personId, corruption, offenceOn, forceOn }) => ({ id, personId, corruption, offenceOn, forceOn }),
  },
]

export const nightly: Job = {
  // After the days of the acting appointments have turned.
  cron: '20 0 * * *',
  run: async (house) => {
    await perform(house, indexInvestigations, systemActor, {})
  },
}
