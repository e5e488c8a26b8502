// The slip for an appeal brought on paper or by word of mouth: its unique number, day, hour and receiver
// (Administrative Procedural and Process-Related Code, article 64; domain facts 2.1). Printed, never kept: it shows the code.
import { z } from 'zod'
import { day, line, maybeLine } from '../../kernel/contract.ts'
import type { Language } from '../../kernel/text.ts'
import { dated } from './dates.ts'
import { frame, template } from './template.ts'

interface Words {
  title: string
  number: string
  received: string
  registered: string
  kind: string
  applicant: string
  anonymous: string
  attachments: string
  receiver: string
  due: string
  code: string
  notes: (where: string | null) => readonly string[]
}

const words: Record<Language, Words> = {
  kk: {
    title: 'Өтініштің қабылданғаны туралы талон',
    number: 'Өтініш нөмірі',
    received: 'Келіп түскен уақыты',
    registered: 'Тіркелген күні',
    kind: 'Өтініш түрі',
    applicant: 'Өтініш беруші',
    anonymous: 'көрсетілмеген',
    attachments: 'Қоса берілген файлдар',
    receiver: 'Қабылдаған адам',
    due: 'Қарау мерзімі',
    code: 'Құпия код',
    notes: (where) => [
      ...(where ? [`Өтініштің барысын және жауапты нөмір мен код арқылы мына бетте көресіз: ${where}`] : []),
      'Кодты ешкімге бермеңіз. Код жоғалса, оны қалпына келтіру мүмкін емес.',
    ],
  },
  ru: {
    title: 'Талон о приёме обращения',
    number: 'Номер обращения',
    received: 'Время поступления',
    registered: 'Дата регистрации',
    kind: 'Вид обращения',
    applicant: 'Заявитель',
    anonymous: 'не указан',
    attachments: 'Приложенные файлы',
    receiver: 'Кто принял',
    due: 'Срок рассмотрения',
    code: 'Секретный код',
    notes: (where) => [
      ...(where ? [`Ход рассмотрения и ответ Вы увидите по номеру и коду на странице: ${where}`] : []),
      'Никому не сообщайте код. Утраченный код восстановить нельзя.',
    ],
  },
  en: {
    title: 'Acceptance slip of an appeal',
    number: 'Number of the appeal',
    received: 'Received',
    registered: 'Registered on',
    kind: 'Kind of appeal',
    applicant: 'Applicant',
    anonymous: 'not given',
    attachments: 'Attached files',
    receiver: 'Received by',
    due: 'To be considered by',
    code: 'Secret code',
    notes: (where) => [
      ...(where ? [`You will see the progress and the reply by number and code on this page: ${where}`] : []),
      'Give the code to nobody. A lost code cannot be restored.',
    ],
  },
}

const fields = z.object({
  number: line(60),
  kind: line(100),
  applicant: maybeLine(300),
  receivedOn: day,
  /** Local time of day, 'HH:MM'. */
  receivedAt: z.string().regex(/^\d\d:\d\d$/),
  registeredOn: day,
  due: day.nullable(),
  receiver: line(200),
  attachments: z.int().min(0),
  code: maybeLine(100),
  /** Address of the public page, where the code opens the appeal. */
  where: maybeLine(200),
})

export const slip = template({
  name: 'slip',
  title: { kk: words.kk.title, ru: words.ru.title, en: words.en.title },
  clauses: ['6.23'],
  languages: ['kk', 'ru', 'en'],
  signedBy: null,
  agreedBy: [],
  leaves: true,
  series: null,
  fields,
  labels: null,
  words,
  compose: (it, say: Words, setting, language) => ({
    layout: 'slip',
    ...frame(setting, language),
    title: say.title,
    rows: [
      { label: say.number, value: it.number },
      { label: say.kind, value: it.kind },
      { label: say.applicant, value: it.applicant ?? say.anonymous },
      { label: say.received, value: `${dated(it.receivedOn, language)}, ${it.receivedAt}` },
      { label: say.registered, value: dated(it.registeredOn, language) },
      ...(it.due ? [{ label: say.due, value: dated(it.due, language) }] : []),
      { label: say.attachments, value: String(it.attachments) },
      { label: say.receiver, value: it.receiver },
    ],
    code: it.code ? { label: say.code, value: it.code } : null,
    notes: say.notes(it.where),
  }),
})
