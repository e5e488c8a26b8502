// The shape of a conflict of interest, as screens of higher rooms show it.
import { z } from 'zod'
import { text } from '../../kernel/contract.ts'

/** What stands against somebody; null where nothing does. */
export const conflict = z.object({ clause: z.string(), says: text }).nullable()
