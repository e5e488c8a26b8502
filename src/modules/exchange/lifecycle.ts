// The life of an import: tried first, so that everybody knows what would happen, then done.
import { lifecycle } from '../../kernel/lifecycle.ts'

const registrar = { kk: 'тіркеуші', ru: 'регистратор', en: 'the registrar' }
const house = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }

export const importStates = ['trying', 'tried', 'importing', 'done', 'unread', 'dropped'] as const
export type ImportState = (typeof importStates)[number]

export const importLife = lifecycle({
  name: 'import',
  title: { kk: 'Өтініштерді енгізу', ru: 'Загрузка обращений', en: 'Import of appeals' },
  start: 'trying',
  final: ['done', 'unread', 'dropped'],
  states: {
    trying: { kk: 'Тексеріліп жатыр', ru: 'Проверяется', en: 'Being checked' },
    tried: { kk: 'Тексерілді', ru: 'Проверено', en: 'Checked' },
    importing: { kk: 'Енгізіліп жатыр', ru: 'Загружается', en: 'Being imported' },
    done: { kk: 'Енгізілді', ru: 'Загружено', en: 'Imported' },
    unread: { kk: 'Файл оқылмады', ru: 'Файл не прочитан', en: 'Unreadable' },
    dropped: { kk: 'Бас тартылды', ru: 'Отменено', en: 'Dropped' },
  },
  steps: {
    settle: { from: 'trying', to: 'tried', by: house, clause: '5.14' },
    start: { from: 'tried', to: 'importing', by: registrar, clause: '6.23' },
    finish: { from: 'importing', to: 'done', by: house, clause: '6.23' },
    fail: { from: ['trying', 'importing'], to: 'unread', by: house, clause: '5.14' },
    drop: { from: 'tried', to: 'dropped', by: registrar, clause: '5.14' },
    // What was checked and then left lying is given up, so that its file does not outlive its term.
    lapse: { from: 'tried', to: 'dropped', by: house, clause: '5.16', within: 'retention.imports' },
  },
})
