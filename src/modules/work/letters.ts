// Mail beside the bell: a sentence written in advance, the number and the way in. What the case is about stays in the house.
import { mailTemplate, sendMail, type MailTemplate } from '../../kernel/mail/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { addressesOf } from '../org/index.ts'
import type { NewsKind } from './contract.ts'
import { heard, type Telling } from './duties.ts'

const letter = (news: NewsKind, subject: Text): MailTemplate =>
  mailTemplate({
    name: `work.${news}`,
    subject,
    body: {
      kk: `${subject.kk}.\n\nЖазбаның нөмірі: {number}\nЖүйеде ашу: {link}\n\nБұл хатты Қорған жүйесі өзі жіберді, оған жауап жазудың қажеті жоқ.`,
      ru: `${subject.ru}.\n\nНомер записи: {number}\nОткрыть в системе: {link}\n\nПисьмо отправлено системой «Қорған», отвечать на него не нужно.`,
      en: `${subject.en}.\n\nNumber of the record: {number}\nOpen in the system: {link}\n\nThis letter was sent by Qorgan; there is no need to answer it.`,
    },
  })

const letters: Readonly<Record<NewsKind, MailTemplate>> = {
  assigned: letter('assigned', {
    kk: 'Сізге тапсырма берілді',
    ru: 'Вам дано поручение',
    en: 'Work was assigned to you',
  }),
  offered: letter('offered', {
    kk: 'Құжат қол қоюыңызды күтіп тұр',
    ru: 'Документ ждёт вашей подписи',
    en: 'A document waits for your signature',
  }),
  returned: letter('returned', {
    kk: 'Құжат ескертпемен қайтарылды',
    ru: 'Документ возвращён с замечанием',
    en: 'A document was returned with a remark',
  }),
  signed: letter('signed', { kk: 'Құжатқа қол қойылды', ru: 'Документ подписан', en: 'A document was signed' }),
  message: letter('message', { kk: 'Жаңа хат келді', ru: 'Поступило новое письмо', en: 'A new message has come' }),
  shared: letter('shared', {
    kk: 'Сізге жазба оқуға ашылды',
    ru: 'Вам открыта запись для чтения',
    en: 'A record was opened to you for reading',
  }),
  reminded: letter('reminded', {
    kk: 'Басшы сізге мерзімді еске салды',
    ru: 'Руководитель напоминает вам о сроке',
    en: 'Your chief reminds you of a term',
  }),
  asked: letter('asked', {
    kk: 'Шешіміңіз күтіліп тұр',
    ru: 'Ожидается ваше решение',
    en: 'Your decision is awaited',
  }),
  decided: letter('decided', { kk: 'Шешім қабылданды', ru: 'Принято решение', en: 'A decision was taken' }),
  toAgree: letter('toAgree', {
    kk: 'Құжат келісуіңізді күтіп тұр',
    ru: 'Документ ждёт вашего согласования',
    en: 'A document waits for your agreement',
  }),
  agreed: letter('agreed', { kk: 'Құжат келісілді', ru: 'Документ согласован', en: 'A document was agreed' }),
  objected: letter('objected', {
    kk: 'Құжатқа қарсылық білдірілді',
    ru: 'По документу заявлено возражение',
    en: 'Somebody objected to a document',
  }),
  ahead: letter('ahead', { kk: 'Мерзім жақындап қалды', ru: 'Приближается срок', en: 'A term is near' }),
  today: letter('today', { kk: 'Мерзім бүгін аяқталады', ru: 'Срок истекает сегодня', en: 'A term ends today' }),
  late: letter('late', { kk: 'Мерзім өтіп кетті', ru: 'Срок пропущен', en: 'A term was missed' }),
  escalated: letter('escalated', {
    kk: 'Орындаушы мерзімді өткізіп алды',
    ru: 'Исполнитель пропустил срок',
    en: 'The person in charge missed a term',
  }),
  came: letter('came', {
    kk: 'Кіріс құжаты түсті',
    ru: 'Поступил входящий документ',
    en: 'An incoming document has come',
  }),
  answered: letter('answered', {
    kk: 'Сұрау салуға жауап түсті',
    ru: 'Поступил ответ на запрос',
    en: 'An answer has come',
  }),
  reported: letter('reported', { kk: 'Талап орындалмады', ru: 'Требование не исполнено', en: 'A demand was not met' }),
  instructed: letter('instructed', {
    kk: 'Басшылықтан нұсқау түсті',
    ru: 'Поступило указание руководства',
    en: 'An instruction of the principals has come',
  }),
  revoked: letter('revoked', {
    kk: 'Тапсырманың не рұқсаттың күші жойылды',
    ru: 'Поручение или разрешение отменено',
    en: 'An assignment or permission was revoked',
  }),
  expired: letter('expired', {
    kk: 'Тапсырманың не рұқсаттың мерзімі аяқталды',
    ru: 'Истёк срок поручения или разрешения',
    en: 'The term of an assignment or permission has ended',
  }),
  acknowledged: letter('acknowledged', {
    kk: 'Басшылық танысты',
    ru: 'Руководство ознакомлено',
    en: 'The principals took note',
  }),
  halted: letter('halted', {
    kk: 'Қызметтік тексеру тоқтатыла тұрды',
    ru: 'Служебное расследование остановлено',
    en: 'An investigation is halted',
  }),
  verdictFell: letter('verdictFell', {
    kk: 'Үкімнің күші жойылды, қызметтік тексеру тоқтатыла тұрды',
    ru: 'Приговор не действует, служебное расследование остановлено',
    en: 'The verdict fell; an investigation is halted',
  }),
  suspensionEnded: letter('suspensionEnded', {
    kk: 'Лауазымнан шеттету аяқталды',
    ru: 'Отстранение от должности окончено',
    en: 'A suspension from office has ended',
  }),
  resumed: letter('resumed', {
    kk: 'Қызметтік тексеру жалғасады',
    ru: 'Служебное расследование продолжается',
    en: 'An investigation goes on',
  }),
  notified: letter('notified', {
    kk: 'Шешім туралы хабарланды',
    ru: 'Уведомление о решении',
    en: 'Notice of a decision',
  }),
  explained: letter('explained', {
    kk: 'Жазбаша түсініктеме түсті',
    ru: 'Поступило письменное объяснение',
    en: 'A written explanation has come',
  }),
  stopped: letter('stopped', {
    kk: 'Жауап алу тоқтатылды',
    ru: 'Опрос остановлен',
    en: 'A questioning was stopped',
  }),
  notProposed: letter('notProposed', {
    kk: 'Үкім күшіне енді',
    ru: 'Приговор вступил в силу',
    en: 'A verdict is in force',
  }),
  damaged: letter('damaged', {
    kk: 'Дәлелдеме файлының бүлінгені анықталды',
    ru: 'Обнаружено повреждение файла доказательства',
    en: 'A file of evidence was found damaged',
  }),
}

/** What stands in place of a number that is not drawn yet. */
const unnumbered: Readonly<Record<Language, string>> = { kk: 'нөмірсіз', ru: 'б/н', en: 'unnumbered' }

/** Above this, one letter tells how many there are: a morning after a long closure must not fill anybody's box. */
const mostLetters = 5

const many = mailTemplate({
  name: 'work.many',
  subject: { kk: 'Мерзімі туралы ескерту көп', ru: 'Много напоминаний о сроках', en: 'Many reminders of terms' },
  body: {
    kk: 'Сізге қатысты ескерту саны: {number}\nБәрін жүйеде көру: {link}\n\nБұл хатты Қорған жүйесі өзі жіберді, оған жауап жазудың қажеті жоқ.',
    ru: 'Напоминаний для вас: {number}\nПосмотреть все в системе: {link}\n\nПисьмо отправлено системой «Қорған», отвечать на него не нужно.',
    en: 'Reminders for you: {number}\nSee them all in the system: {link}\n\nThis letter was sent by Qorgan; there is no need to answer it.',
  },
})

/** Writes to those who have an e-mail address, each in his or her own language. */
export const mailAll = async (tx: Tx, tellings: readonly Telling[]): Promise<void> => {
  const { registry, staffUrl } = tx.house
  const byPerson = new Map<string, Telling[]>()
  for (const { to, ...it } of await heard(tx, tellings)) {
    for (const person of to) {
      const list = byPerson.get(person) ?? []
      list.push({ ...it, to })
      byPerson.set(person, list)
    }
  }
  for (const { id, email: to, language } of await addressesOf(tx, [...byPerson.keys()])) {
    const own = byPerson.get(id) ?? []
    if (own.length > mostLetters) {
      await sendMail(tx, many, { to, language, number: `${own.length}`, link: `${staffUrl}/` })
      continue
    }
    for (const { news, kind, recordId, number } of own) {
      const link = staffUrl + (registry.records.get(kind)?.page?.(recordId) ?? '')
      await sendMail(tx, letters[news], { to, language, number: number ?? unnumbered[language], link })
    }
  }
}

export const mailOf = (tx: Tx, telling: Telling): Promise<void> => mailAll(tx, [telling])
