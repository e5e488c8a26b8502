// How an authority comes about: asked of a principal and decided, issued unasked, or entered from paper and confirmed.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import * as papers from './papers.ts'
import * as queries from './queries.ts'
import * as signing from './signing.ts'

export const issuing = module({
  name: 'issuing',
  title: {
    kk: 'Тапсырма мен рұқсат беру',
    ru: 'Выдача поручений и разрешений',
    en: 'Issue of assignments and permissions',
  },
  clauses: ['5.3', '5.9', '5.10', '5.14', '5.16', '6.21', '6.22', '7.2'],
  powers: {
    'authorities.prepare': {
      kk: 'Тапсырма не рұқсат сұрауды дайындау',
      ru: 'Готовить запросы поручений и разрешений',
      en: 'Prepare questions for assignments and permissions',
    },
    'authorities.issue': {
      kk: 'Тапсырма, рұқсат, бұйрық беру',
      ru: 'Выдавать поручения, разрешения, приказы',
      en: 'Issue assignments, permissions and orders',
    },
    'authorities.register': {
      kk: 'Қағаз тапсырмалар мен рұқсаттарды тіркеу',
      ru: 'Регистрировать бумажные поручения и разрешения',
      en: 'Register assignments and permissions on paper',
    },
    'authorities.confirm': {
      kk: 'Қағаз құжатты сканмен салыстырып растау',
      ru: 'Подтверждать бумажные документы по скану',
      en: 'Confirm papers against the scan',
    },
  },
  operations: [
    ...Object.values(operations),
    ...Object.values(papers),
    ...Object.values(signing),
    ...Object.values(queries),
  ],
})
