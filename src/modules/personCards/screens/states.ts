// How the states of an opening are coloured.
import type { Tone } from '../../../ui/notes.tsx'

export const openingTones: Readonly<Record<'open' | 'justified' | 'notJustified', Tone>> = {
  open: 'mark',
  justified: 'ok',
  notJustified: 'late',
}
