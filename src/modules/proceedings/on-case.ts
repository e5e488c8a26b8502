// The register of criminal cases hears what came of the superior whom a verdict led to (6.22).
import { z } from 'zod'
import { id, shape } from '../../kernel/contract.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { noteSuperior } from '../criminalCases/index.ts'
import { gates, investigationRecord } from '../investigations/index.ts'

const none = z.object({})
const noteShape = shape(
  'proceedings.noteSuperior',
  z.object({ id, became: z.enum(['proposed', 'investigated', 'liable', 'not-liable', 'none']) }),
  none,
  {
    kk: 'Істер тізіліміне басшыға қатысты нәтиже жазылды',
    ru: 'В реестр дел внесён итог по руководителю',
    en: 'The register of cases was told of the superior',
  },
)

const discontinued: Text = {
  kk: 'Тексеру қысқартылды.',
  ru: 'Расследование прекращено.',
  en: 'The investigation was discontinued.',
}

/** The register of criminal cases says of each verdict what came of the superior. */
export const noteOnCase = command(noteShape, {
  clauses: ['6.22', '6.16'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input: { became }, subject: { id, verdict }, tx }) => {
    const record = { kind: 'investigation', id }
    if (verdict) await noteSuperior(tx, verdict, became, record, became === 'none' ? discontinued : null)
    return {}
  },
})

type Became = z.input<typeof noteShape.input>['became']
type News = Record<string, unknown>
const ofSuperior = ({ kind }: News): boolean => kind === 'superior'
const onCase = (on: string, becomes: (payload: News) => Became, when: (payload: News) => boolean): Reaction => ({
  on,
  perform: noteOnCase,
  when,
  input: (payload) => ({ id: payload['investigation'] ?? payload['id'], became: becomes(payload) }),
})

export const superiorReactions: readonly Reaction[] = [
  onCase('investigations.prepared', () => 'proposed', ofSuperior),
  onCase('investigations.opened', () => 'investigated', ofSuperior),
  onCase('investigations.discontinued', () => 'none', ofSuperior),
  // Told by the room that concludes, which stands above this one: heard by name, so that nothing here leans on it.
  onCase(
    'outcomes.superiorDecided',
    ({ liable }) => (liable ? 'liable' : 'not-liable'),
    () => true,
  ),
]
