// The register of criminal cases as a whole: lists, tables, the cases about a person (6.16, 5.4). The face of the room.
import { module } from '../../kernel/module.ts'
import * as queries from './queries.ts'
import * as tables from './tables.ts'

export const caseRegister = module({
  name: 'caseRegister',
  title: { kk: 'Қылмыстық істер кестелері', ru: 'Таблицы по уголовным делам', en: 'Tables of criminal cases' },
  clauses: ['6.16', '5.4', '5.16'],
  operations: [...Object.values(queries), ...Object.values(tables)],
})
