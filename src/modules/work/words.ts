// The sentences of the bell. A number stands apart from the words, so that no suffix hangs on it.
import { russianForm, type Text } from '../../kernel/text.ts'
import type { NewsKind } from './contract.ts'

interface Told {
  number: string | null
  /** Working days left; negative when late. */
  left: number | null
  /** A person's own words, in whatever language they were written. */
  words?: string | null
}

const named = (number: string | null): string => (number === null ? '' : `${number}: `)

const days = (n: number): Text => ({
  kk: `${n} жұмыс күні`,
  ru: `${n} ${russianForm(n, 'рабочий день', 'рабочих дня', 'рабочих дней')}`,
  en: `${n} working ${n === 1 ? 'day' : 'days'}`,
})

const plain = (kk: string, ru: string, en: string) => (): Text => ({ kk, ru, en })

const says: Readonly<Record<NewsKind, (left: Text) => Text>> = {
  assigned: plain('сізге тапсырылды.', 'поручено вам.', 'assigned to you.'),
  offered: plain('қол қоюға ұсынылды.', 'представлено на подпись.', 'offered for your signature.'),
  returned: plain('ескертпемен қайтарылды.', 'возвращено с замечанием.', 'returned with a remark.'),
  signed: plain('қол қойылды.', 'подписано.', 'signed.'),
  message: plain('өтініш берушіден жаңа хат келді.', 'новое письмо от заявителя.', 'a new message from the applicant.'),
  shared: plain('сізге оқуға ашылды.', 'открыто вам для чтения.', 'opened to you for reading.'),
  reminded: plain('басшы еске салды.', 'напоминание руководителя.', 'a reminder from the chief.'),
  asked: plain('шешіміңізді күтіп тұр.', 'ждёт вашего решения.', 'waits for your decision.'),
  decided: plain('шешім қабылданды.', 'принято решение.', 'a decision was taken.'),
  toAgree: plain('келісуіңізге жіберілді.', 'направлено вам на согласование.', 'sent for your agreement.'),
  agreed: plain('барлығы келісті.', 'согласовано всеми.', 'agreed by all.'),
  objected: plain('қарсылық білдірілді.', 'заявлено возражение.', 'somebody objected.'),
  ahead: (left) => ({ kk: `мерзімге ${left.kk} қалды.`, ru: `до срока: ${left.ru}.`, en: `due in ${left.en}.` }),
  today: plain('мерзімі бүгін аяқталады.', 'срок истекает сегодня.', 'due today.'),
  late: (left) => ({ kk: `мерзімі өтті: ${left.kk}.`, ru: `срок пропущен: ${left.ru}.`, en: `late by ${left.en}.` }),
  escalated: (left) => ({
    kk: `орындаушы мерзімді өткізді: ${left.kk}.`,
    ru: `исполнитель пропустил срок: ${left.ru}.`,
    en: `the person in charge is late by ${left.en}.`,
  }),
  came: plain('кіріс құжаты түсті.', 'поступил входящий документ.', 'an incoming document has come.'),
  answered: plain('сұрау салуға жауап түсті.', 'поступил ответ на запрос.', 'an answer to the request has come.'),
  reported: plain(
    'талап орындалмады, сізге баяндалды.',
    'требование не исполнено, доложено вам.',
    'not complied with; reported to you.',
  ),
  instructed: plain(
    'басшылықтан нұсқау түсті.',
    'поступило указание руководства.',
    'the principals have given an instruction.',
  ),
  revoked: plain('күші жойылды.', 'отменено.', 'revoked.'),
  expired: plain('мерзімі аяқталды.', 'срок действия истёк.', 'its term has ended.'),
  acknowledged: plain('басшылық танысты.', 'руководство ознакомлено.', 'the principals have taken note.'),
  halted: plain(
    'тапсырманың күші жойылды, тексеру тоқтатыла тұрды.',
    'поручение не действует, расследование остановлено.',
    'the assignment is not in force; the investigation is halted.',
  ),
  verdictFell: plain(
    'бағынысты қызметшіге қатысты үкімнің күші жойылды, тексеру тоқтатыла тұрды.',
    'приговор подчинённому больше не действует, расследование остановлено.',
    'the verdict against the subordinate is no longer in force; the investigation is halted.',
  ),
  suspensionEnded: plain(
    'шеттету туралы бұйрықтың күші жойылды, адам міндетіне қайта кіріседі.',
    'приказ об отстранении отменён, лицо возвращается к обязанностям.',
    'the order of suspension is revoked; the person returns to duty.',
  ),
  resumed: plain(
    'негізі қайта күшінде, тексеру жалғасады.',
    'основание снова действует, расследование продолжается.',
    'what it stands on is in force again; the investigation goes on.',
  ),
  notified: plain(
    'материалдардың көшірмесімен бірге сізге хабарланды (13-тармақ).',
    'вы уведомлены, копии материалов приложены (пункт 13).',
    'you have been notified, with copies of the materials (clause 13).',
  ),
  notProposed: plain(
    'үкім күшіне енді, тікелей басшыға қатысты тексеру ұсынылмады.',
    'приговор вступил в силу, расследование в отношении руководителя не предложено.',
    'a verdict is in force; no investigation of a superior is proposed.',
  ),
  damaged: plain(
    'дәлелдеме файлы бүлінген: мазмұны қабылданған кездегіден өзгеше.',
    'файл доказательства повреждён: содержимое не то, что было принято.',
    'a file of evidence is damaged: its content is not what was received.',
  ),
  explained: plain('жазбаша түсініктеме түсті.', 'поступило письменное объяснение.', 'a written explanation has come.'),
  stopped: plain(
    'жауап алу тоқтатылды: рұқсат не келісім күшін жойды.',
    'опрос остановлен: разрешение или согласие больше не действует.',
    'the questioning is stopped: the permission or the consent is no longer in force.',
  ),
}

export const sayNews = (news: NewsKind, { number, left, words: said }: Told): Text => {
  const words = says[news](days(Math.abs(left ?? 0)))
  const head = named(number)
  const tail = said ? ` «${said}»` : ''
  const begin = (it: string) => (head ? head + it : it.charAt(0).toUpperCase() + it.slice(1)) + tail
  return { kk: begin(words.kk), ru: begin(words.ru), en: begin(words.en) }
}
