// The shapes of the course of an investigation, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const named = z.object({ id, name: text })
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

export const planStep = shape(
  'proceedings.planStep',
  z.object({ ...one, what: line(500), who: id, by: day }),
  z.object({ step: id }),
  { kk: 'Жоспарға қадам қосу', ru: 'Добавить шаг плана', en: 'Add a step to the plan' },
)

export const finishStep = shape(
  'proceedings.finishStep',
  z.object({ ...one, step: id, doneOn: day.optional(), result: prose(4_000) }),
  none,
  { kk: 'Қадамның нәтижесін жазу', ru: 'Записать результат шага', en: 'Record the result of a step' },
)

export const dropStep = shape('proceedings.dropStep', z.object({ ...one, step: id, reason: prose(2_000) }), none, {
  kk: 'Қадамды жоспардан алу',
  ru: 'Снять шаг с плана',
  en: 'Take a step off the plan',
})

export const addNote = shape(
  'proceedings.note',
  z.object({ ...one, happenedOn: day, words: prose(4_000), files: z.array(id).max(20).default([]) }),
  none,
  { kk: 'Оқиғаны жазу', ru: 'Записать событие', en: 'Record an event' },
)

export const extendInvestigation = shape(
  'proceedings.extend',
  z.object({ ...one, until: day, reason: prose(2_000) }),
  none,
  { kk: 'Тексеру мерзімін ұзарту', ru: 'Продлить срок расследования', en: 'Extend the term' },
)

export const readCourse = shape(
  'proceedings.one',
  z.object({ id }),
  z.object({
    /** Who may be given a step. */
    team: z.array(named),
    persons: z.array(named),
    plan: z.array(
      z.object({
        id,
        what: z.string(),
        who: named,
        by: day,
        term: term.nullable(),
        doneOn: day.nullable(),
        result: z.string().nullable(),
        dropped: z.string().nullable(),
      }),
    ),
    extensions: z.array(z.object({ at: instant, by: text, from: day, until: day, reason: z.string() })),
    suspensions: z.array(
      z.object({
        id,
        person: named,
        actNumber: z.string(),
        actOn: day,
        issuer: z.string(),
        from: day,
        until: day,
        inForce: z.boolean(),
        files: z.array(keptFile),
      }),
    ),
    /** Documents asked for and lawful demands made in its course (5.6, 12). */
    requests: z.array(
      z.object({ id, caption: z.string(), kind: text, state: text, addressee: text, dueOn: day.nullable() }),
    ),
  }),
  { kk: 'Тексерудің барысы', ru: 'Ход расследования', en: 'Course of the investigation' },
)

/** What happened, the latest first, with the files of the events shown alone. */
export const listNotes = shape(
  'proceedings.notes',
  z.object({ id, ...paging }),
  paged(z.object({ id, happenedOn: day, at: instant, by: text.nullable(), words: text, files: z.array(keptFile) })),
  { kk: 'Тексерудегі оқиғалар', ru: 'События расследования', en: 'Events of the investigation' },
)

export const takeInvestigationFile = shape('proceedings.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

// What the house itself performs when news comes; not reachable over HTTP.
export const noteHalt = shape('proceedings.noteHalt', z.object({ id, going: z.boolean() }), none, {
  kk: 'Тексерудің тоқтағаны не жалғасқаны жазылды',
  ru: 'Записана остановка или продолжение расследования',
  en: 'The halt or the resumption was noted',
})
export const passOn = shape('proceedings.passOn', z.object({ id, from: id, to: id.nullable() }), none, {
  kk: 'Орындалмаған қадамдар басқаға берілді',
  ru: 'Неисполненные шаги переданы другому',
  en: 'What was left to do passed to another',
})
