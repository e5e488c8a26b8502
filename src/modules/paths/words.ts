// The paths of the law in three languages, and the lines by which the applicant is told of them. Shared with the web.
import type { Text } from '../../kernel/text.ts'

export const pathKinds = [
  'extension',
  'forwarding',
  'return',
  'withdrawal',
  'hearing',
  'transfer',
  'complaint',
] as const
export type PathKind = (typeof pathKinds)[number]

export const pathTitles: Readonly<Record<PathKind, Text>> = {
  extension: { kk: 'Мерзімді ұзарту', ru: 'Продление срока', en: 'Extension of the term' },
  forwarding: { kk: 'Құзыреті бойынша қайта жіберу', ru: 'Перенаправление по компетенции', en: 'Forwarding' },
  return: { kk: 'Қараусыз қайтару', ru: 'Возврат без рассмотрения', en: 'Return' },
  withdrawal: { kk: 'Өтінішті қайтарып алу', ru: 'Отзыв обращения', en: 'Withdrawal' },
  hearing: { kk: 'Алдын ала шешім және тыңдау', ru: 'Предварительное решение и заслушивание', en: 'Hearing' },
  transfer: { kk: 'Қылмыс белгілері бойынша беру', ru: 'Передача по признакам преступления', en: 'Handing over' },
  complaint: { kk: 'Жауапқа шағым', ru: 'Жалоба на ответ', en: 'Complaint against the reply' },
}

export const pathStates = ['asked', 'begun', 'done', 'declined', 'dropped'] as const
export type PathState = (typeof pathStates)[number]

export const pathStateTitles: Readonly<Record<PathState, Text>> = {
  asked: { kk: 'Шешім күтілуде', ru: 'Ожидает решения', en: 'Awaits a decision' },
  begun: { kk: 'Рәсімделуде', ru: 'Оформляется', en: 'Under way' },
  done: { kk: 'Аяқталды', ru: 'Завершено', en: 'Done' },
  declined: { kk: 'Қабылданбады', ru: 'Отклонено', en: 'Declined' },
  dropped: { kk: 'Тоқтатылды', ru: 'Прекращено', en: 'Given up' },
}

export const complaintOutcomes = ['satisfied', 'partly', 'left', 'returned'] as const
export type ComplaintOutcome = (typeof complaintOutcomes)[number]

export const outcomeTitles: Readonly<Record<ComplaintOutcome, Text>> = {
  satisfied: { kk: 'Шағым қанағаттандырылды', ru: 'Жалоба удовлетворена', en: 'The complaint was satisfied' },
  partly: {
    kk: 'Шағым ішінара қанағаттандырылды',
    ru: 'Жалоба удовлетворена частично',
    en: 'The complaint was satisfied in part',
  },
  left: {
    kk: 'Жауап өзгеріссіз қалдырылды',
    ru: 'Ответ оставлен без изменения',
    en: 'The reply was left as it stands',
  },
  returned: {
    kk: 'Шағым қараусыз қайтарылды',
    ru: 'Жалоба возвращена без рассмотрения',
    en: 'The complaint was returned',
  },
}

/** What the papers are about, as their subject line says it. */
export const subjects = {
  'extension-notice': {
    kk: 'Өтінішті қарау мерзімінің ұзартылғаны туралы',
    ru: 'О продлении срока рассмотрения обращения',
    en: 'Extension of the term of your appeal',
  },
  forwarding: {
    kk: 'Өтінішті құзыреті бойынша жіберу туралы',
    ru: 'О перенаправлении обращения по компетенции',
    en: 'Forwarding of an appeal',
  },
  'forwarding-notice': {
    kk: 'Өтініштің құзыретті органға жіберілгені туралы',
    ru: 'О перенаправлении обращения компетентному органу',
    en: 'Forwarding of your appeal',
  },
  'return-notice': { kk: 'Өтініштің қайтарылғаны туралы', ru: 'О возврате обращения', en: 'Return of your appeal' },
  'termination-notice': {
    kk: 'Өтінішті қараудың тоқтатылғаны туралы',
    ru: 'О прекращении рассмотрения обращения',
    en: 'Termination of your appeal',
  },
  'preliminary-decision': {
    kk: 'Алдын ала шешім туралы',
    ru: 'О предварительном решении',
    en: 'Preliminary decision',
  },
  'crime-transfer': {
    kk: 'Қылмыстық құқық бұзушылық белгілері бар материалдарды беру туралы',
    ru: 'О передаче материалов с признаками уголовного правонарушения',
    en: 'Materials with signs of a criminal offence',
  },
  'complaint-pass': {
    kk: 'Шағымды қарауға жолдау туралы',
    ru: 'О направлении жалобы на рассмотрение',
    en: 'A complaint for consideration',
  },
} as const satisfies Record<string, Text>
export type PathTemplate = keyof typeof subjects

/** The line under which a notice stands among the applicant's messages. */
export const handedOver: Readonly<Record<'extension' | 'forwarding' | 'return' | 'withdrawal' | 'hearing', Text>> = {
  extension: {
    kk: 'Өтінішіңізді қарау мерзімі ұзартылды. Себебі мен жаңа мерзім тіркелген хабарламада.',
    ru: 'Срок рассмотрения Вашего обращения продлён. Причина и новый срок указаны в приложенном уведомлении.',
    en: 'The term of your appeal has been extended. The notice attached gives the reason and the new term.',
  },
  forwarding: {
    kk: 'Өтінішіңіз құзыретті органға жіберілді. Толығы тіркелген хабарламада.',
    ru: 'Ваше обращение направлено компетентному органу. Подробности в приложенном уведомлении.',
    en: 'Your appeal has been forwarded to the competent body. The notice attached says more.',
  },
  return: {
    kk: 'Өтінішіңіз қайтарылды. Себебі тіркелген хабарламада.',
    ru: 'Ваше обращение возвращено. Причина указана в приложенном уведомлении.',
    en: 'Your appeal has been returned. The notice attached gives the reason.',
  },
  withdrawal: {
    kk: 'Өтінішіңізді қарау тоқтатылды. Хабарлама тіркелген.',
    ru: 'Рассмотрение Вашего обращения прекращено. Уведомление приложено.',
    en: 'The consideration of your appeal has been terminated. The notice is attached.',
  },
  hearing: {
    kk: 'Өтінішіңіз бойынша алдын ала шешім тіркелген. Қарсылығыңыз болса, осы жерге жазыңыз немесе тыңдауға келіңіз.',
    ru: 'Предварительное решение по Вашему обращению приложено. Возражения можно написать здесь или изложить на заслушивании.',
    en: 'The preliminary decision on your appeal is attached. You may write your objections here or state them at the hearing.',
  },
}

/** Why a withdrawal ended an appeal, where the applicant gave no words. */
export const wishOfApplicant: Text = {
  kk: 'Өтініш беруші өтінішін қайтарып алды.',
  ru: 'Заявитель отозвал обращение.',
  en: 'The applicant withdrew the appeal.',
}
