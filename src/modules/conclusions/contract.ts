// The shapes of findings, the conclusion and its review, shared by the server and the web.
import { z } from 'zod'
import { day, id, language, line, maybeProse, prose, shape } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { acknowledgements, findings, measureNames } from './words.ts'

export * from './words.ts'
export { conclusionChoices, readConclusion } from './reading-contract.ts'

const version = z.int().optional()
/** Every act is one on the investigation. */
const one = { id, version }
const none = z.object({})
const files = z.array(id).max(20).default([])
const refs = z
  .array(z.string().regex(/^[a-zA-Z]+:[0-9a-f-]{36}$/))
  .max(50)
  .default([])

export const addAllegation = shape(
  'conclusions.allege',
  z.object({ ...one, words: prose(4_000) }),
  z.object({ allegation: id }),
  { kk: 'Айып тағын қосу', ru: 'Добавить обвинение', en: 'Add an allegation' },
)

export const dropAllegation = shape(
  'conclusions.dropAllegation',
  z.object({ ...one, allegation: id, reason: prose(2_000) }),
  none,
  { kk: 'Айып тағын алып тастау', ru: 'Снять обвинение', en: 'Drop an allegation' },
)

export const makeFinding = shape(
  'conclusions.find',
  z.object({
    ...one,
    allegation: id,
    person: id,
    finding: z.enum(findings),
    reasons: prose(10_000),
    /** Records of the house that it rests on: 'evidence:<id>', 'document:<id>' … */
    refs,
    /** Evidence that stands in no register. */
    sources: maybeProse(4_000),
  }),
  none,
  { kk: 'Тұжырым жасау', ru: 'Сделать вывод', en: 'Make a finding' },
)

export const proposeMeasure = shape(
  'conclusions.propose',
  z.object({ ...one, person: id, measure: z.enum(measureNames), reasons: prose(4_000) }),
  none,
  { kk: 'Шара ұсыну', ru: 'Предложить меру', en: 'Propose a measure' },
)

export const offerMaterials = shape('conclusions.offerMaterials', z.object({ ...one, person: id, on: day }), none, {
  kk: 'Материалдармен танысуға шақыру',
  ru: 'Предложить ознакомиться с материалами',
  en: 'Offer the materials for study',
})

export const acknowledgeMaterials = shape(
  'conclusions.acknowledge',
  z.object({
    ...one,
    person: id,
    acknowledged: z.enum(acknowledgements),
    on: day,
    /** What the person said of the materials, in his or her own words. */
    remarks: maybeProse(10_000),
    /** Who witnessed the refusal, one on a line. */
    witnesses: maybeProse(2_000),
    files,
  }),
  none,
  { kk: 'Танысқанын не бас тартқанын тіркеу', ru: 'Отметить ознакомление или отказ', en: 'Record study or refusal' },
)

export const draftConclusion = shape(
  'conclusions.draft',
  z.object({ ...one, language: language.optional() }),
  z.object({ document: id }),
  { kk: 'Қорытынды жобасын жасау', ru: 'Составить проект заключения', en: 'Draft the conclusion' },
)

export const dropConclusion = shape('conclusions.drop', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Қорытынды жобасынан бас тарту',
  ru: 'Отказаться от проекта заключения',
  en: 'Give the draft up',
})

export const appointReviewer = shape('conclusions.appointReviewer', z.object({ ...one, employee: id }), none, {
  kk: 'Қорытындыны тексерушіні тағайындау',
  ru: 'Назначить проверяющего',
  en: 'Appoint a reviewer',
})

export const sendBackConclusion = shape('conclusions.sendBack', z.object({ ...one, remarks: prose(4_000) }), none, {
  kk: 'Ескертулермен қайтару',
  ru: 'Вернуть с замечаниями',
  en: 'Send back with remarks',
})

export const reviewConclusion = shape('conclusions.review', z.object({ ...one, word: prose(4_000) }), none, {
  kk: 'Қорытындыны тексердім деп белгілеу',
  ru: 'Подтвердить проверку заключения',
  en: 'Pass the conclusion',
})

export const addMaterial = shape('conclusions.addMaterial', z.object({ ...one, words: line(500) }), none, {
  kk: 'Материалды тізбеге қосу',
  ru: 'Внести материал в перечень',
  en: 'Add a material to the list',
})

export const takeConclusionFile = shape('conclusions.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

// What the house itself performs when news comes; not reachable over HTTP.
export const holdConclusion = shape('conclusions.hold', z.object({ id, held: z.boolean() }), none, {
  kk: 'Тапсырманың күшіне қарай қорытындыға қол қою тоқтатылды не жалғасты',
  ru: 'Подписание заключения остановлено или продолжено по силе поручения',
  en: 'The signing of the conclusion was stopped or let go on with the assignment',
})
export const noteConclusion = shape('conclusions.noteSigned', z.object({ id }), none, {
  kk: 'Қорытындыға қол қойылды',
  ru: 'Заключение подписано',
  en: 'The conclusion was signed',
})
