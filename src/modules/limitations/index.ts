// Until when those under investigation may be called to account (6.21). The face of the room.
import { module } from '../../kernel/module.ts'
import { followLimitation, reactions } from './following.ts'
import * as operations from './operations.ts'
import { readLimitations } from './queries.ts'

export { limitationFor } from './following.ts'
export { absencesOf } from './store.ts'

export const limitations = module({
  name: 'limitations',
  title: { kk: 'Жауапқа тарту мерзімдері', ru: 'Сроки привлечения к ответственности', en: 'Limitations' },
  clauses: ['6.21', '6.22', '5.15'],
  operations: [operations.noteAbsence, operations.endAbsence, followLimitation, readLimitations],
  reactions,
})
