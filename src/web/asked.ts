// The coverage of the Regulation, as the shell asks for it.
import { z } from 'zod'
import { shape } from '../kernel/contract.ts'

export const law = shape(
  'settings.law',
  z.object({}),
  z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        carriers: z.array(z.string()),
        tests: z.array(z.string()),
        reason: z.string().optional(),
      }),
    ),
  }),
  { kk: 'Ереженің орындалуы', ru: 'Исполнение Положения', en: 'Coverage of the Regulation' },
)
