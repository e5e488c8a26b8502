// What the web may know of templates: how the editor asks for one field.
import { z } from 'zod'
import { text } from '../../kernel/contract.ts'

export const field = z.object({
  name: z.string(),
  label: text,
  hint: text.nullable(),
  kind: z.enum(['line', 'prose', 'day']),
  optional: z.boolean(),
})
