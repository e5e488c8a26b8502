// The shapes of the nomenclature of cases, shared by the server and the web.
import { z } from 'zod'
import { line, shape, text } from '../../kernel/contract.ts'

const series = z.object({
  unitIndex: z.string(),
  index: z.string(),
  title: text,
  retentionYears: z.int().nullable(),
  /** Nobody of the Department has confirmed the row: it is shown with a mark. */
  unverified: z.boolean(),
  last: z.int(),
})

export const listSeries = shape('nomenclature.list', z.object({}), z.object({ rows: z.array(series), year: z.int() }), {
  kk: 'Істер номенклатурасы',
  ru: 'Номенклатура дел',
  en: 'File nomenclature',
})

export const confirmSeries = shape(
  'nomenclature.confirm',
  z.object({
    unitIndex: z.string().regex(/^\d{4}$/),
    index: z.string().regex(/^\d{1,3}-\d{1,3}$/),
    titleKk: line(200),
    titleRu: line(200),
    titleEn: line(200),
    retentionYears: z.int().min(1).max(100).nullable(),
    reason: line(500),
  }),
  z.object({}),
  { kk: 'Номенклатура жолын бекіту', ru: 'Утвердить строку номенклатуры', en: 'Confirm a row of the nomenclature' },
)
