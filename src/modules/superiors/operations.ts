// A verdict enters into force: the house finds the direct superior of the convicted, or says why nobody answers (6.22).
import { command, query, type Tx } from '../../kernel/operation.ts'
import { permit } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { criminalCaseRecord, noteSuperior, standsConvicted, type Case } from '../criminalCases/index.ts'
import { headOn } from '../org/index.ts'
import { matchPersons, personOf } from '../persons/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { leadOf } from './leads.ts'
import * as store from './store.ts'
import { whyTitles } from './words.ts'

const isHouse = permit<Case>(
  '6.22',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

const seesVerdicts = permit<void>(
  '6.22',
  { kk: 'меңгеруші мен оның орынбасары', ru: 'заведующий и его заместитель', en: 'the head and the deputy' },
  (actor) => actor.powers.has('superiors.read'),
)

const tellHead = async (tx: Tx, verdict: string, why: shapes.Why): Promise<void> => {
  const head = (await headOn(tx, tx.today))?.id ?? null
  const words = whyTitles[why].kk
  await tell(tx, { to: [head], news: 'notProposed', kind: 'criminalCase', recordId: verdict, number: null, words })
}

/** The convicted as the register of persons knows him or her: by the card the case is linked to, else by the IIN. */
async function convictedOf(tx: Tx, it: Case): Promise<{ person: string | null; name: Text }> {
  const matched = it.iin ? (await matchPersons(tx, { iin: it.iin })).find(({ by }) => by === 'iin') : undefined
  const person = it.person_id ?? matched?.personId ?? null
  const { person_name: said } = it
  return { person, name: (person && (await personOf(tx, person))?.name) || { kk: said, ru: said, en: said } }
}

/** The register of cases says what came of it, or why nothing did; what was proposed before stays as it is. */
async function say(tx: Tx, id: string, why: shapes.Why | null): Promise<void> {
  if (await store.investigationAfter(tx, id)) return
  if (why) await noteSuperior(tx, id, 'none', null, whyTitles[why])
}

/** What stands on the verdict looks at it again: it may carry it no longer, or once more. */
const verdictWeighed = 'superiors.weighed'

/** A verdict that was told of and stands no longer. */
async function end(tx: Tx, id: string): Promise<{ superior: null; why: shapes.Why }> {
  const known = await store.verdictOf(tx, id)
  if (known?.stands) {
    await store.endVerdict(tx, id)
    await say(tx, id, 'not-in-force')
    if (known.corruption) await tellHead(tx, id, 'not-in-force')
    tx.emit(verdictWeighed, { verdict: id })
  }
  return { superior: null, why: 'not-in-force' }
}

/** Reads the case itself: the news may come twice or late, and what the register says today stands. */
export const noteVerdict = command(shapes.noteVerdict, {
  clauses: ['6.22'],
  record: criminalCaseRecord,
  rules: [isHouse],
  inner: true,
  personal: true,
  run: async ({ subject: it, tx }) => {
    const { id, offence_on: offenceOn, force_on: forceOn } = it
    if (!standsConvicted(it) || !offenceOn || !forceOn) return end(tx, id)
    const { person, name } = await convictedOf(tx, it)
    const corruption = it.qualification === 'corruption'
    const { superior, why } = await leadOf(tx, { person, corruption, offenceOn })
    await store.putVerdict(tx, { case: id, person, name, corruption, offenceOn, forceOn, superior, why })
    if (superior && !why) tx.emit('superiors.found', { verdict: id, superior: superior.id })
    else if (corruption && why) await tellHead(tx, id, why)
    await say(tx, id, why)
    tx.emit(verdictWeighed, { verdict: id })
    return { superior: superior?.id ?? null, why }
  },
})

export const listVerdicts = query(shapes.listVerdicts, {
  clauses: ['6.22'],
  rules: [seesVerdicts],
  personal: true,
  run: async ({ input, tx }) => {
    const { rows, ...count } = await store.verdicts(tx, input)
    return {
      ...count,
      rows: rows.map((it) => ({
        case: it.case_id,
        convicted: { id: it.person_id, name: it.name },
        offenceOn: it.offence_on,
        forceOn: it.force_on,
        corruption: it.corruption,
        superior: it.superior_id && it.superior_name ? { id: it.superior_id, name: it.superior_name } : null,
        why: it.why && whyTitles[it.why],
        investigation: it.investigation_id,
      })),
    }
  },
})
