// Compliance with requests and demands (clause 12): what the principals see and say, and the figures by addressee. The face of the room.
import { module } from '../../kernel/module.ts'
import * as figures from './figures.ts'
import * as principals from './principals.ts'

export const compliance = module({
  name: 'compliance',
  title: { kk: 'Талаптардың орындалуы', ru: 'Исполнение требований', en: 'Compliance' },
  clauses: ['12', '5.1', '5.6', '5.7', '7.2'],
  operations: [...Object.values(principals), ...Object.values(figures)],
})
