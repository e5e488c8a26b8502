// The shapes of verdicts and of those who answer for the convicted as direct superiors (6.22).
import { z } from 'zod'
import { day, id, paged, paging, shape, text } from '../../kernel/contract.ts'

const whys = ['no-corruption', 'no-superior', 'not-long', 'not-official', 'no-person', 'not-in-force'] as const
export type Why = (typeof whys)[number]

const named = z.object({ id, name: text })
/** The register of persons may not know the convicted. */
const convicted = z.object({ id: id.nullable(), name: text })
const row = z.object({
  case: id,
  convicted,
  offenceOn: day,
  forceOn: day,
  corruption: z.boolean(),
  superior: named.nullable(),
  /** Why no investigation of a superior was proposed. */
  why: text.nullable(),
  investigation: id.nullable(),
})

export const listVerdicts = shape('superiors.list', z.object({ ...paging }), paged(row), {
  kk: 'Үкімдер және тікелей басшылар',
  ru: 'Приговоры и непосредственные руководители',
  en: 'Verdicts and direct superiors',
})

// What the house itself performs when news comes; not reachable over HTTP.
export const noteVerdict = shape(
  'superiors.noteVerdict',
  z.object({ id }),
  z.object({ superior: id.nullable(), why: z.enum(whys).nullable() }),
  {
    kk: 'Үкімнің күші тексерілді',
    ru: 'Проверена сила приговора',
    en: 'Whether a verdict stands in force was looked at',
  },
)
