// Who may do what with a document. Clause 15 stands over all: one person signs on one day.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Document } from './store.ts'

const isDrafter = (actor: Actor, it: Document): boolean => it.drafter === actor.id
const signsToday = (actor: Actor, it: Document): boolean => it.signing.signer?.id === actor.id
const isReplaced = (actor: Actor, it: Document): boolean => it.signing.replaced?.id === actor.id

const head = { kk: 'меңгеруші', ru: 'заведующий', en: 'the head' }
const acting = {
  kk: 'меңгеруші болмаған күні оны алмастыратын адам',
  ru: 'лицо, замещающее заведующего в день его отсутствия',
  en: 'the person acting for the head on the day of absence',
}

// Clause 15 names the acting person only "in the absence" of the head, and in that absence clause 11.2 lays the personal
// responsibility of clause 10 on that person. Two people who can sign at once would leave nobody answerable, so for the
// days of an acting appointment the head's own signature rests; ending the appointment gives it back at once.
export const headSigns = permit<Document>('15', head, (actor, it) =>
  it.signing.acting ? isReplaced(actor, it) : signsToday(actor, it),
)
export const actingSigns = permit<Document>('15', acting, (actor, it) => it.signing.acting && signsToday(actor, it))

export const headIsReplaced = forbid<Document>(
  '15',
  {
    kk: 'Бүгін меңгерушіні басқа адам алмастырып тұр, сондықтан құжатқа сол адам қол қояды. Жұмысқа шықсаңыз, алдымен алмастыруды аяқтаңыз.',
    ru: 'Сегодня заведующего замещает другое лицо, и документ подписывает оно. Если вы вышли на работу, сначала прекратите замещение.',
    en: 'Another person is acting for the head today and signs the document. If you are back at work, end the acting appointment first.',
  },
  isReplaced,
)

export const onlyTheHeadSigns = forbid<Document>(
  '15',
  {
    kk: 'ІҚБ атынан жіберілетін құжатқа меңгеруші, ал ол болмаған кезде оны алмастыратын адам қол қояды.',
    ru: 'Документ, направляемый от имени ОВБ, подписывает заведующий, а в его отсутствие лицо, его замещающее.',
    en: 'A document sent on behalf of the ISD is signed by the head or, in the head’s absence, by the person acting.',
  },
  (actor, it) => !signsToday(actor, it),
)

export const drafts = permit<Document>(
  '5.15',
  { kk: 'жобаны дайындаған орындаушы', ru: 'исполнитель, подготовивший проект', en: 'the drafter' },
  isDrafter,
)

export const lacksResult = forbid<Document>(
  '6.23',
  {
    kk: 'Жауапқа қол қойылмас бұрын өтініштің қаралу нәтижесі көрсетілуі керек. Оны орындаушы өтініштің бетінде таңдайды.',
    ru: 'До подписания ответа должен быть указан результат рассмотрения. Исполнитель выбирает его на странице обращения.',
    en: 'Before the reply is signed the result must be given. The assignee chooses it on the page of the appeal.',
  },
  (_, it) => it.held?.for === 'result',
)

export const isUnheard = forbid<Document>(
  '6.23',
  {
    kk: 'Шешім өтініш берушіге ауыртпалық түсіреді. Алдымен алдын ала шешім хабарланып, қарсылық мерзімі өтуі немесе тыңдау өткізілуі керек.',
    ru: 'Решение обременяет заявителя. Сначала сообщается предварительное решение и истекает срок возражений либо проводится заслушивание.',
    en: 'The decision burdens the applicant. First the preliminary decision is made known and the time for objections runs out, or a hearing is held.',
  },
  (_, { held }, { today }) => held?.for === 'hearing' && (held.until === null || today < held.until),
)

export const investigationHalted = forbid<Document>(
  '6.21',
  {
    kk: 'Тексеру тоқтатыла тұрды: басшылықтың күшіндегі тапсырмасы жоқ. Жаңа тапсырма күшіне енгенше бұл құжатқа қол қойылмайды.',
    ru: 'Расследование приостановлено: нет действующего поручения руководства. До нового поручения документ не подписывается.',
    en: 'The investigation is halted: no assignment of the principals is in force. The paper is not signed until there is a new one.',
  },
  (_, it) => it.held?.for === 'investigation',
)

export const inspectionHalted = forbid<Document>(
  '5.10',
  {
    kk: 'Тексеру тоқтатыла тұрды: күшіндегі бұйрық та, тапсырма да жоқ. Жаңасы күшіне енгенше актіге қол қойылмайды.',
    ru: 'Проверка приостановлена: нет действующего приказа или поручения. До нового акт не подписывается.',
    en: 'The inspection is halted: no order or assignment is in force. The act is not signed until there is a new one.',
  },
  (_, it) => it.held?.for === 'inspection',
)

export const lacksSeal = (it: Document): boolean => it.sealDemanded && it.sealedAt === null
const waitsForAgreement = (_: Actor, it: Document): boolean => it.agreement === 'asked'
const wasObjected = (_: Actor, it: Document): boolean => it.agreement === 'objected'

export const notAgreed = forbid<Document>(
  '5.15',
  {
    kk: 'Құжатты келісу әлі аяқталған жоқ. Келісушілердің жауабын күтіңіз немесе келісуді тоқтатыңыз.',
    ru: 'Согласование документа ещё не завершено. Дождитесь ответа согласующих или прекратите согласование.',
    en: 'The agreement of the document is not finished. Wait for the answers or end the route of agreement.',
  },
  waitsForAgreement,
  'agreement.end',
)

export const objectedTo = forbid<Document>(
  '5.15',
  {
    kk: 'Құжатқа қарсылық білдірілді. Мәтінді түзетіп, келісуге қайта жіберіңіз немесе келісуді тоқтатыңыз.',
    ru: 'По документу есть возражение. Исправьте текст и направьте на согласование снова или прекратите согласование.',
    en: 'Somebody objected to the document. Mend the text and ask for agreement again, or end the route of agreement.',
  },
  wasObjected,
  'agreement.ask',
)

export const notSealed = forbid<Document>(
  '15',
  {
    kk: 'Құжат электрондық цифрлық қолтаңбамен расталмайынша жіберілмейді. Алдымен қол қойған адам ЭЦҚ қояды.',
    ru: 'Документ не отправляется, пока не заверен электронной цифровой подписью. Сначала подписавший ставит ЭЦП.',
    en: 'The document does not leave before it bears an electronic signature. The signer adds it first.',
  },
  (_, it) => lacksSeal(it),
  'signatures.add',
)

export const signerReturns = permit<Document>(
  '15',
  { kk: 'бүгін қол қоятын адам', ru: 'подписывающий сегодня', en: 'the person who signs today' },
  signsToday,
)

export const sends = permit<Document>(
  '5.15',
  {
    kk: 'орындаушы, қол қойған адам немесе құжат жіберуге өкілетті қызметкер',
    ru: 'исполнитель, подписавший или работник с полномочием отправлять документы',
    en: 'the drafter, the signer or an employee with the power to send documents',
  },
  (actor, it) =>
    isDrafter(actor, it) || signsToday(actor, it) || actor.powers.has('documents.send') || actor.kind === 'system',
)

/** Which documents an employee sees is the database's scope; this row keeps out those who work with no documents at all. */
export const reads = permit<Document>(
  '5.16',
  {
    kk: 'орындаушы, қол қоятын адам, құжаттың оқырмандары және тізілімді көруге өкілетті қызметкерлер',
    ru: 'исполнитель, подписывающий, читатели документа и работники с полномочием видеть реестр',
    en: 'the drafter, the signer, the readers of the document and employees with the power to see the register',
  },
  (actor, it) =>
    isDrafter(actor, it) ||
    signsToday(actor, it) ||
    isReplaced(actor, it) ||
    it.readers.includes(actor.id) ||
    actor.powers.has('documents.read') ||
    actor.kind === 'system',
)

const holder = (power: string, who: { kk: string; ru: string; en: string }) =>
  permit<void>('5.15', who, (actor) => actor.powers.has(power))

export const mayDraft = holder('documents.draft', {
  kk: 'құжат жобасын дайындауға өкілетті қызметкер',
  ru: 'работник с полномочием готовить проекты документов',
  en: 'an employee with the power to draft documents',
})
export const mayList = permit<void>(
  '5.16',
  {
    kk: 'құжаттармен жұмыс істейтін қызметкер',
    ru: 'работник, работающий с документами',
    en: 'an employee who works with documents',
  },
  (actor) => ['documents.draft', 'documents.read', 'documents.send'].some((power) => actor.powers.has(power)),
)

export const anybody = permit<void>(
  '15',
  {
    kk: 'қолында ІҚБ құжаты бар кез келген адам',
    ru: 'каждый, у кого в руках документ ОВБ',
    en: 'anybody who holds a document of the ISD',
  },
  () => true,
)
