// The house itself as an actor: reactions, jobs, reference and demonstration data.
import type { Actor } from './rules.ts'

export const systemActor: Actor = {
  id: '',
  kind: 'system',
  name: { kk: 'Жүйе', ru: 'Система', en: 'The system' },
  language: 'kk',
  unit: null,
  powers: new Set(),
  posts: [],
  reach: 'all',
  session: null,
}
