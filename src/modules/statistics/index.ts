// Statistics of appeals (clauses 6.23, 5.12, 5.14, 6.18): the periodic form, reproducible for a past day, with the cases behind it.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import { formRecord } from './record.ts'

export const statistics = module({
  name: 'statistics',
  title: { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' },
  clauses: ['6.23', '5.12', '5.14', '6.18', '15'],
  powers: {
    'statistics.see': {
      kk: 'Өтініштердің есебін көру',
      ru: 'Видеть отчётность по обращениям',
      en: 'See the figures of appeals',
    },
  },
  records: [formRecord],
  operations: Object.values(operations),
  templates: [{ name: 'appeals-form', clauses: ['6.23', '5.14'] }],
})
