// What forbids a step towards the act and the remedy of what was found.
import { forbid } from '../../kernel/rules.ts'
import { gates, type Inspection } from '../inspections/index.ts'

export const objected = gates.inStates(
  {
    kk: 'Қарсылық актімен танысқаннан кейін білдіріледі.',
    ru: 'Возражения подаются после ознакомления с актом.',
    en: 'Objections come after the acquaintance with the act.',
  },
  'acquainted',
)
export const beingRemedied = gates.inStates(
  {
    kk: 'Кемшіліктерді жою кезеңі емес.',
    ru: 'Сейчас не этап устранения нарушений.',
    en: 'Nothing is being remedied now.',
  },
  'remedying',
)
export const answersAll = forbid<Inspection>(
  '5.10',
  {
    kk: 'Бағдарламаның барлық сұрағы бойынша не анықталғаны жазылмаған.',
    ru: 'Не по всем вопросам программы записано, что установлено.',
    en: 'Not every question of the programme says what was established.',
  },
  (_, it) => it.unanswered > 0,
)

export const objectionsWeighed = forbid<Inspection>(
  '5.10',
  {
    kk: 'Шешілмеген қарсылық бар. Алдымен ол бойынша шешім қабылданады.',
    ru: 'Есть нерешённое возражение. Сначала решение принимается по нему.',
    en: 'An objection is undecided. It is decided on first.',
  },
  (_, it) => it.objections_open > 0,
  'inspections.answerObjection',
)
export const objectionsAwaited = forbid<Inspection>(
  '5.10',
  {
    kk: 'Қарсылық білдіру мерзімі әлі өткен жоқ.',
    ru: 'Срок возражений ещё не истёк.',
    en: 'The term for objections still runs.',
  },
  (_, it, { today }) => it.objections_due_on !== null && it.objections_open === 0 && today <= it.objections_due_on,
)
export const nothingFound = forbid<Inspection>(
  '5.10',
  {
    kk: 'Кемшілік анықталмаған, жоятын ештеңе жоқ.',
    ru: 'Нарушений не установлено, устранять нечего.',
    en: 'Nothing was found, so there is nothing to remedy.',
  },
  (_, it) => it.found === 0,
)
export const unplanned = forbid<Inspection>(
  '5.10',
  {
    kk: 'Анықталған кемшіліктерді жою жоспары бекітілмеген.',
    ru: 'План устранения установленных нарушений не утверждён.',
    en: 'The plan to remedy what was found is not settled.',
  },
  (_, it) => it.state === 'acquainted' && it.found > 0,
)
export const allJudged = forbid<Inspection>(
  '5.10',
  {
    kk: 'Жоспардың бағаланбаған тармағы бар. Тексеру барлық тармақ бағаланғаннан кейін ғана аяқталады.',
    ru: 'Не все пункты плана оценены. Проверка завершается только после оценки каждого.',
    en: 'Not every item of the plan is judged. The inspection closes only when all are.',
  },
  (_, it) => it.remedies_open > 0,
  'inspections.judge',
)
