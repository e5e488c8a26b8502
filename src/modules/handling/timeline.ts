// What happened to the appeal, told from the sealed journal in plain words: steps, readings of personal details, refusals.
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { readTimeline as timelineShape } from '../appeals/contract.ts'
import { documentsAbout } from '../documents/index.ts'
import { reads } from './rules.ts'
import { peopleOf } from './store.ts'
import { entriesOf, type JournalEntry } from './timeline-store.ts'

const told: Readonly<Record<string, Text>> = {
  'appeals.submit': {
    kk: 'Өтініш түсті, талон берілді',
    ru: 'Обращение поступило, талон выдан',
    en: 'The appeal arrived, the slip was given',
  },
  'appeals.enter': {
    kk: 'Өтініш енгізілді, талон берілді',
    ru: 'Обращение внесено, талон выдан',
    en: 'The appeal was entered, the slip was given',
  },
  'appeals.register': { kk: 'Тіркелді', ru: 'Зарегистрировано', en: 'Registered' },
  'appeals.assign': { kk: 'Орындаушы тағайындалды', ru: 'Назначен исполнитель', en: 'Assigned' },
  'appeals.reassign': {
    kk: 'Басқа орындаушыға берілді',
    ru: 'Передано другому исполнителю',
    en: 'Passed to another employee',
  },
  'appeals.takeUp': { kk: 'Жұмысқа алынды', ru: 'Принято в работу', en: 'Taken up' },
  'appeals.note': { kk: 'Жұмыс жазбасы қосылды', ru: 'Добавлена рабочая запись', en: 'A work note was added' },
  'appeals.message': { kk: 'Өтініш берушіге жазылды', ru: 'Написано заявителю', en: 'A message went to the applicant' },
  'appeals.write': {
    kk: 'Өтініш беруші қосымша жазды',
    ru: 'Заявитель дополнил обращение',
    en: 'The applicant wrote again',
  },
  'appeals.draftReply': { kk: 'Жауап жобасы басталды', ru: 'Начат проект ответа', en: 'The draft reply was begun' },
  'appeals.revealApplicant': {
    kk: 'Өтініш берушінің деректері ашылды',
    ru: 'Раскрыты данные заявителя',
    en: "The applicant's details were opened",
  },
  'appeals.file': { kk: 'Файл алынды', ru: 'Получен файл', en: 'A file was taken' },
  'appeals.slip': { kk: 'Талон басып шығарылды', ru: 'Напечатан талон', en: 'The slip was printed' },
  'appeals.noteSent': {
    kk: 'Жауап өтініш берушіге берілді',
    ru: 'Ответ дан заявителю',
    en: 'The reply was given to the applicant',
  },
  'appeals.status': {
    kk: 'Өтініш беруші барысын көрді',
    ru: 'Заявитель узнал ход рассмотрения',
    en: 'The applicant looked at the progress',
  },
  'appeals.replyFile': {
    kk: 'Өтініш беруші жауапты алды',
    ru: 'Заявитель получил ответ',
    en: 'The applicant took the reply',
  },
  'documents.offer': {
    kk: 'Жауап қол қоюға ұсынылды',
    ru: 'Ответ представлен на подпись',
    en: 'The reply was offered for signature',
  },
  'documents.return': {
    kk: 'Жауап жобасы ескертумен қайтарылды',
    ru: 'Проект ответа возвращён с замечанием',
    en: 'The draft reply was returned with a remark',
  },
  'documents.sign': { kk: 'Жауапқа қол қойылды', ru: 'Ответ подписан', en: 'The reply was signed' },
  'documents.send': { kk: 'Жауап жіберілді', ru: 'Ответ отправлен', en: 'The reply was sent' },
}

const applicant: Text = { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'The applicant' }
const house: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }
const refused = (it: Text): Text => ({
  kk: `Рұқсат берілмеді: ${it.kk}`,
  ru: `Отказано: ${it.ru}`,
  en: `Refused: ${it.en}`,
})

const titleOf = (tx: Tx, { operation, outcome }: JournalEntry): Text | null => {
  if (outcome === 'refused' || outcome === 'failed') {
    const title = tx.house.registry.operations.get(operation)?.shape.title
    return title ? refused(title) : null
  }
  if (told[operation]) return told[operation]
  // What other rooms do with an appeal is told by the operation's own name.
  const known = tx.house.registry.operations.get(operation)
  return known?.kind === 'command' && known.record?.name === 'appeal' && !known.inner ? known.shape.title : null
}

const whoOf = (entry: JournalEntry, people: ReadonlyMap<string, Text>): Text | null => {
  if (entry.actor) return people.get(entry.actor) ?? null
  return entry.actor_kind === 'public' ? applicant : house
}

/** Newest first, as the reader may see them. Plain readings of the page are in the journal, not here: they would bury the rest. */
export const readTimeline = query(timelineShape, {
  clauses: ['6.23', '5.16'],
  record: appealRecord,
  rules: [reads],
  run: async ({ subject, tx }) => {
    const documents = await documentsAbout(tx, { kind: 'appeal', id: subject.id })
    const entries = await entriesOf(tx, [subject.id, ...documents.map(({ id }) => id)])
    const people = await peopleOf(
      tx,
      entries.map(({ actor }) => actor),
    )
    const rows = entries.flatMap((entry) => {
      const title = titleOf(tx, entry)
      if (!title) return []
      const isRefused = entry.outcome === 'refused' || entry.outcome === 'failed'
      const clause = entry.clause ?? entry.clauses[0] ?? null
      return [{ at: entry.at.toISOString(), title, clause, who: whoOf(entry, people), refused: isRefused }]
    })
    return { rows }
  },
})
