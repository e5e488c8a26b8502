// What stands in the way of a decision, a notice and the closing: rows on one person under investigation.
import type { Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { measures, type Body, type MeasureName } from '../conclusions/contract.ts'
import { on, type OnPerson as Concluded } from '../conclusions/index.ts'

/** One person under investigation, as the decision sees him or her. */
export interface OnPerson extends Concluded {
  /** Serves in a territorial unit of the Department (13). */
  territorial: boolean
  familiarised: boolean
  /** Clocks of limitation that had run out by the day in question. */
  past: { discovery: boolean; commission: boolean; doubtful: boolean }
  checklist: {
    unticked: number
    copied: number
    noticed: boolean
    /** Copies that were made after the last notice had gone. */
    later: number
  }
}

export interface Deciding extends OnPerson {
  body: Body
  decided: MeasureName
}

const isPenalty = ({ decided }: Deciding): boolean => measures[decided].penalty

const doubted = (says: Text): Text => ({
  kk: `${says.kk} Мерзімнің мөлшерін заңгер растаған жоқ.`,
  ru: `${says.ru} Величина срока юристом не подтверждена.`,
  en: `${says.en} No lawyer has confirmed the length of the term.`,
})
const afterLimitation = (clock: 'discovery' | 'commission', says: Text): Forbid<Deciding>[] => [
  on<Deciding>('6.21', says, (it) => isPenalty(it) && it.past[clock] && !it.past.doubtful),
  on<Deciding>('6.21', doubted(says), (it) => isPenalty(it) && it.past[clock] && it.past.doubtful),
]

/** What stands in the way of a decision, in the order in which it is said; clause 13 last, for it asks for the most. */
export const decisionGates: readonly Forbid<Deciding>[] = [
  on<Deciding>(
    '6.21',
    {
      kk: 'Судьяның ісін қызметкерлердің тәртіптік комиссиясы қарамайды. Шешімді Сот жюриі қабылдайды.',
      ru: 'Дело судьи дисциплинарная комиссия работников не рассматривает. Решает Судебное жюри.',
      en: 'The disciplinary commission of the staff does not decide on a judge. The Judicial Jury does.',
    },
    ({ judge, body }) => judge && body !== 'judicial-jury',
  ),
  on<Deciding>(
    '6.21',
    {
      kk: 'Сот жюриі қызметкердің ісін қарамайды. Шешімді тәртіптік комиссия не тағайындауға құқығы бар адам қабылдайды.',
      ru: 'Судебное жюри дело работника не рассматривает. Решает дисциплинарная комиссия или лицо с правом назначения.',
      en: 'The Judicial Jury does not decide on an employee. The disciplinary commission or the appointing person does.',
    },
    ({ judge, body }) => !judge && body === 'judicial-jury',
  ),
  on<Deciding>(
    '6.21',
    {
      kk: 'Бұл шараны мұндай орган қолданбайды.',
      ru: 'Такой орган эту меру не применяет.',
      en: 'This body does not apply this measure.',
    },
    ({ body, decided }) => !measures[decided].decidedBy.includes(body),
  ),
  on<Deciding>(
    '6.21',
    {
      kk: 'Шешімге дейін адам тексеру материалдарымен танысуы не танысудан бас тартқаны куәлармен тіркелуі керек.',
      ru: 'До решения лицо знакомится с материалами расследования либо отказ фиксируется при свидетелях.',
      en: 'Before the decision the person studies the materials, or a refusal is recorded before witnesses.',
    },
    (it) => !it.familiarised,
    'outcomes.acknowledge',
  ),
  on<Deciding>(
    '6.21',
    {
      kk: 'Бірде-бір айып тағы дәлелденбеген, сондықтан жаза қолданылмайды.',
      ru: 'Ни одно обвинение не доказано, поэтому взыскание не применяется.',
      en: 'Nothing is proven, so no penalty is applied.',
    },
    (it) => isPenalty(it) && it.proven === 0,
  ),
  ...afterLimitation('discovery', {
    kk: 'Теріс қылық анықталған күннен бастап есептелетін жаза қолдану мерзімі өтіп кеткен.',
    ru: 'Истёк срок взыскания, который считается со дня обнаружения проступка.',
    en: 'The term for a penalty that counts from the discovery of the offence has run out.',
  }),
  ...afterLimitation('commission', {
    kk: 'Теріс қылық жасалған күннен бастап есептелетін жаза қолдану мерзімі өтіп кеткен.',
    ru: 'Истёк срок взыскания, который считается со дня совершения проступка.',
    en: 'The term for a penalty that counts from the commission of the offence has run out.',
  }),
  on<Deciding>(
    '13',
    {
      kk: 'ІҚБ аумақтық бөлімшесінің қызметкері туралы шешімге дейін барлық материалдың көшірмесі белгіленуі керек.',
      ru: 'До решения о работнике территориального подразделения ОВБ отмечаются копии всех материалов.',
      en: 'Before a decision on the staff of a territorial unit of the ISD every material is ticked as copied.',
    },
    (it) => isPenalty(it) && it.territorial && it.checklist.unticked > 0,
    'outcomes.tick',
  ),
  on<Deciding>(
    '13',
    {
      kk: 'Меңгерушіге материалдардың бірде-бір көшірмесі белгіленбеген.',
      ru: 'Для заведующего не отмечено ни одной копии материалов.',
      en: 'Not one copy of the materials is ticked for the head.',
    },
    (it) => isPenalty(it) && it.territorial && it.checklist.copied === 0,
    'outcomes.tick',
  ),
  on<Deciding>(
    '13',
    {
      kk: 'Шешім туралы меңгерушіге материалдардың көшірмесімен бірге хабарланбаған.',
      ru: 'Заведующий не уведомлён о решении с копиями всех материалов.',
      en: 'The head has not been notified of the decision with copies of all the materials.',
    },
    (it) => isPenalty(it) && it.territorial && !it.checklist.noticed,
    'outcomes.notify',
  ),
  on<Deciding>(
    '13',
    {
      kk: 'Хабарламадан кейін жаңа материал қосылды. Оның көшірмесі де меңгерушіге жіберілуі керек.',
      ru: 'После уведомления появились новые материалы. Заведующему направляются и их копии.',
      en: 'New materials came in after the notice. Copies of them go to the head too.',
    },
    (it) => isPenalty(it) && it.territorial && it.checklist.noticed && it.checklist.later > 0,
    'outcomes.notify',
  ),
]

/** The notice goes when every material is ticked. */
export const noticeGates: readonly Forbid<OnPerson>[] = [
  on<OnPerson>(
    '13',
    {
      kk: 'Хабарламамен бірге барлық материалдың көшірмесі беріледі. Алдымен әр материалды белгілеңіз.',
      ru: 'С уведомлением представляются копии всех материалов. Сначала отметьте каждый материал.',
      en: 'Copies of all the materials go with the notice. First tick each of them.',
    },
    (it) => it.checklist.unticked > 0,
    'outcomes.tick',
  ),
  on<OnPerson>(
    '13',
    {
      kk: 'Хабарлама материалдардың көшірмесінсіз жіберілмейді.',
      ru: 'Уведомление без копий материалов не направляется.',
      en: 'The notice does not go without copies of the materials.',
    },
    (it) => it.checklist.copied === 0,
    'outcomes.tick',
  ),
]

/** How a person's matter stands when the investigation is to be closed. */
export interface Closing {
  awaits: boolean
  decided: boolean
  executed: boolean
  underAppeal: boolean
  superiorOpen: boolean
}
export const closingGates: readonly Forbid<Closing>[] = [
  on<Closing>(
    '6.21',
    {
      kk: 'Ұсынылған шара бойынша шешім әлі тіркелмеген.',
      ru: 'По предложенной мере ещё не записано решение.',
      en: 'No decision is recorded on a proposed measure.',
    },
    ({ awaits, decided }) => awaits && !decided,
    'outcomes.decide',
  ),
  on<Closing>(
    '6.21',
    {
      kk: 'Шешімнің орындалғаны әлі тіркелмеген.',
      ru: 'Исполнение решения ещё не отмечено.',
      en: 'The execution of a decision is not recorded.',
    },
    ({ decided, executed }) => decided && !executed,
    'outcomes.execute',
  ),
  on<Closing>(
    '6.21',
    {
      kk: 'Шешім шағымданған, нәтижесі әлі белгісіз.',
      ru: 'Решение обжаловано, результат ещё не известен.',
      en: 'A decision is under appeal and the result is not known.',
    },
    ({ underAppeal }) => underAppeal,
    'outcomes.settleAppeal',
  ),
  on<Closing>(
    '6.22',
    {
      kk: 'Тікелей басшының жауаптылығы мен отставкасы тіркелмеген.',
      ru: 'Не записаны ответственность непосредственного руководителя и его отставка.',
      en: 'The liability of the direct superior and the resignation are not recorded.',
    },
    ({ superiorOpen }) => superiorOpen,
    'outcomes.decideSuperior',
  ),
]

export interface OfSuperior {
  liable: boolean
  /** The verdict is no longer in force. */
  fallen: boolean
  proven: number
  filed: boolean
  /** The term for the resignation has not passed yet. */
  runs: boolean
}
export const superiorGates: readonly Forbid<OfSuperior>[] = [
  on<OfSuperior>(
    '6.22',
    {
      kk: 'Бағынысты қызметшіге қатысты үкім енді күшінде емес, сондықтан басшының жауаптылығы белгіленбейді.',
      ru: 'Приговор подчинённому больше не действует, поэтому ответственность руководителя не устанавливается.',
      en: 'The verdict against the subordinate is no longer in force, so the superior is not liable.',
    },
    ({ liable, fallen }) => liable && fallen,
  ),
  on<OfSuperior>(
    '6.22',
    {
      kk: 'Бірде-бір айып тағы дәлелденбеген, сондықтан басшының жауаптылығы белгіленбейді.',
      ru: 'Ни одно обвинение не доказано, поэтому ответственность руководителя не устанавливается.',
      en: 'Nothing is proven, so the superior is not liable.',
    },
    ({ liable, proven }) => liable && proven === 0,
  ),
  on<OfSuperior>(
    '6.22',
    {
      kk: 'Отставкаға өтініш беру мерзімі әлі өткен жоқ. Өтініш берілсе, оның күнін жазыңыз.',
      ru: 'Срок подачи заявления об отставке ещё не истёк. Если заявление подано, укажите его день.',
      en: 'The term for the resignation has not passed. Where it was handed in, give the day.',
    },
    ({ liable, filed, runs }) => liable && !filed && runs,
  ),
]
