// Invented appeals of the demonstration: no person, case or event in them is real, and each says so.
import { z } from 'zod'
import { appealKinds, channels } from '../../modules/submissions/contract.ts'
import list from './stories.json' with { type: 'json' }

/** How far a story goes before today. */
const fates = [
  'received',
  'registered',
  'assigned',
  'working',
  'offered',
  'returned',
  'answered',
  'delivered',
  'closed',
  'redirected',
] as const
export type Fate = (typeof fates)[number]

const story = z.object({
  /** Working days before today on which it came. */
  ago: z.int().min(0),
  /** Puts it on the Saturday after that day. */
  weekend: z.boolean().optional(),
  fate: z.enum(fates),
  kind: z.enum(appealKinds),
  /** The public page unless told. */
  channel: z.enum(channels).optional(),
  language: z.enum(['kk', 'ru']),
  /** Code of the court's region; the Supreme Court where there is none. */
  region: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  /** Whom it is about. */
  person: z.string().nullable(),
  /** Null for an anonymous one. */
  author: z.string().nullable(),
})
export type Story = z.infer<typeof story>

export const stories: readonly Story[] = story.array().parse(list)
