// What the form counts and by what: the rows of the statutory form of appeals and its cuts, in their order and in three languages.
import type { Text } from '../../kernel/text.ts'

export const measures = [
  'carried',
  'received',
  'inHand',
  'done',
  'answered',
  'forwarded',
  'redirected',
  'returned',
  'withdrawn',
  'transferred',
  'closed',
  'satisfied',
  'partly',
  'refused',
  'explained',
  'terminated',
  'unstated',
  'inTime',
  'late',
  'remaining',
  'overdue',
  'extended',
  'repeated',
  'collective',
  'anonymous',
] as const
export type Measure = (typeof measures)[number]

export const measureTitles: Readonly<Record<Measure, Text>> = {
  carried: { kk: 'Алдыңғы кезеңнен қалғаны', ru: 'Остаток с прошлого периода', en: 'Carried over' },
  received: { kk: 'Түскені', ru: 'Поступило', en: 'Received' },
  inHand: { kk: 'Қарауда болғаны', ru: 'Было на рассмотрении', en: 'In hand' },
  done: { kk: 'Аяқталғаны', ru: 'Завершено', en: 'Completed' },
  answered: { kk: 'Жауап берілгені', ru: 'Дан ответ', en: 'Answered' },
  forwarded: { kk: 'Қайта жіберілгені', ru: 'Перенаправлено', en: 'Forwarded' },
  redirected: { kk: 'Құзыретті органға жіберілгені', ru: 'Направлено компетентному органу', en: 'Redirected' },
  returned: { kk: 'Қайтарылғаны', ru: 'Возвращено', en: 'Returned' },
  withdrawn: { kk: 'Қайтарып алынғаны', ru: 'Отозвано', en: 'Withdrawn' },
  transferred: { kk: 'Қылмыс белгісімен берілгені', ru: 'Передано по признакам преступления', en: 'Handed over' },
  closed: { kk: 'Қараусыз жабылғаны', ru: 'Закрыто без рассмотрения', en: 'Closed' },
  satisfied: { kk: 'Қанағаттандырылғаны', ru: 'Удовлетворено', en: 'Satisfied' },
  partly: { kk: 'Ішінара қанағаттандырылғаны', ru: 'Удовлетворено частично', en: 'Satisfied in part' },
  refused: { kk: 'Бас тартылғаны', ru: 'Отказано', en: 'Refused' },
  explained: { kk: 'Түсіндірілгені', ru: 'Разъяснено', en: 'Explained' },
  terminated: { kk: 'Қарауы тоқтатылғаны', ru: 'Прекращено', en: 'Terminated' },
  unstated: { kk: 'Нәтижесі көрсетілмегені', ru: 'Результат не указан', en: 'Result not given' },
  inTime: { kk: 'Мерзімінде аяқталғаны', ru: 'Завершено в срок', en: 'Completed in time' },
  late: { kk: 'Мерзімі өтіп аяқталғаны', ru: 'Завершено с опозданием', en: 'Completed late' },
  remaining: { kk: 'Кезең соңындағы қалдық', ru: 'Остаток на конец периода', en: 'Remaining at the end' },
  overdue: { kk: 'Қалдықтың мерзімі өткені', ru: 'Просрочено в остатке', en: 'Overdue among them' },
  extended: { kk: 'Мерзімі ұзартылғаны', ru: 'Срок продлён', en: 'Extended' },
  repeated: { kk: 'Қайталама', ru: 'Повторные', en: 'Repeat' },
  collective: { kk: 'Ұжымдық', ru: 'Коллективные', en: 'Collective' },
  anonymous: { kk: 'Авторы көрсетілмеген', ru: 'Анонимные', en: 'Anonymous' },
}

/** The form is read in parts: what came and went, how it ended, with what result, whether the term was kept, of what sort it was. */
export const groups = ['flow', 'ends', 'results', 'term', 'sorts'] as const
export type Group = (typeof groups)[number]

export const groupTitles: Readonly<Record<Group, Text>> = {
  flow: { kk: 'Қозғалысы', ru: 'Движение', en: 'Flow' },
  ends: { kk: 'Қалай аяқталды', ru: 'Чем завершено', en: 'How it ended' },
  results: { kk: 'Жауаптың нәтижесі', ru: 'Результат ответа', en: 'Result of the answer' },
  term: { kk: 'Мерзімнің сақталуы', ru: 'Соблюдение срока', en: 'Keeping the term' },
  sorts: { kk: 'Түскендердің ішінде', ru: 'Среди поступивших', en: 'Among those received' },
}

export const measuresOf: Readonly<Record<Group, readonly Measure[]>> = {
  flow: ['carried', 'received', 'inHand', 'done', 'remaining'],
  ends: ['answered', 'forwarded', 'redirected', 'returned', 'withdrawn', 'transferred', 'closed'],
  results: ['satisfied', 'partly', 'refused', 'explained', 'terminated', 'unstated'],
  term: ['inTime', 'late', 'overdue', 'extended'],
  sorts: ['repeated', 'collective', 'anonymous'],
}

export const dimensions = ['kind', 'unit', 'region', 'court', 'question', 'result', 'channel', 'language'] as const
export type Dimension = (typeof dimensions)[number]

export const dimensionTitles: Readonly<Record<Dimension, Text>> = {
  kind: { kk: 'Түрі бойынша', ru: 'По видам', en: 'By kind' },
  unit: { kk: 'Бөлімше бойынша', ru: 'По подразделениям', en: 'By unit' },
  region: { kk: 'Соттың өңірі бойынша', ru: 'По регионам судов', en: 'By region of the court' },
  court: { kk: 'Сот бойынша', ru: 'По судам', en: 'By court' },
  question: { kk: 'Мәселесі бойынша', ru: 'По вопросам', en: 'By question' },
  result: { kk: 'Нәтижесі бойынша', ru: 'По результатам', en: 'By result' },
  channel: { kk: 'Арнасы бойынша', ru: 'По каналам', en: 'By channel' },
  language: { kk: 'Тілі бойынша', ru: 'По языкам', en: 'By language' },
}

/** What an appeal without a value is counted under. */
export const none = 'none'
export const noneTitle: Text = { kk: 'Көрсетілмеген', ru: 'Не указано', en: 'Not given' }
