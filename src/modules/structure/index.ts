// The structure: regions, units, posts and courts. The face of the room.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export const structure = module({
  name: 'structure',
  title: { kk: 'Бөлімшелер мен соттар', ru: 'Подразделения и суды', en: 'Units and courts' },
  clauses: ['1'],
  powers: {
    'structure.courts': { kk: 'Соттар тізбесін жүргізу', ru: 'Вести перечень судов', en: 'Keep the list of courts' },
  },
  operations: Object.values(operations),
})

export { courtOptions } from './operations.ts'
export { courtId, fixedId, postId, unitId } from './ids.ts'
export { isPostCode, postCodes, postsOf, postTitles, type PostCode } from './posts.ts'
export { isPlanted, plantRows } from './reference.ts'
export { readSheet, type SheetRow } from './sheet.ts'
export { postsOn, unitsOn, type PostPlace, type Unit } from './store.ts'
