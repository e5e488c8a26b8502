// A verdict enters into force: the house finds the direct superior of the convicted, or says why nobody answers (6.22).
import { command, query, type Tx } from '../../kernel/operation.ts'
import { permit } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { headOn } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { leadOf } from './leads.ts'
import * as store from './store.ts'
import { whyTitles } from './words.ts'

const isHouse = permit<void>(
  '6.22',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

const seesVerdicts = permit<void>(
  '6.22',
  { kk: 'меңгеруші мен оның орынбасары', ru: 'заведующий и его заместитель', en: 'the head and the deputy' },
  (actor) => actor.powers.has('superiors.read'),
)

const unnamed: Text = { kk: 'Аты белгісіз', ru: 'Имя неизвестно', en: 'Name unknown' }

const tellHead = async (tx: Tx, verdict: string, why: shapes.Why): Promise<void> => {
  const head = (await headOn(tx, tx.today))?.id ?? null
  const words = whyTitles[why].kk
  await tell(tx, { to: [head], news: 'notProposed', kind: 'criminalCase', recordId: verdict, number: null, words })
}

/** The same news may come twice, and a correction of it later; what is said last stands. */
export const noteVerdict = command(shapes.noteVerdict, {
  clauses: ['6.22'],
  rules: [isHouse],
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const { id, personId: person, corruption, offenceOn, forceOn } = input
    const name = (await personOf(tx, person))?.name ?? unnamed
    const { superior, why } = await leadOf(tx, input)
    await store.putVerdict(tx, { case: id, person, name, corruption, offenceOn, forceOn, superior, why })
    if (superior && !why) tx.emit('superiors.found', { verdict: id, superior: superior.id })
    else if (corruption && why) await tellHead(tx, id, why)
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
