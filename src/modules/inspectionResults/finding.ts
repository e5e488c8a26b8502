// What an inspection establishes: an answer to each question of the programme, and findings with norm, papers and who answers.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { personOf, postsOf } from '../persons/index.ts'
import {
  answerOf,
  files as kept,
  gates,
  inspectionRecord,
  judgeTeam,
  questionsOf,
  type Inspection,
} from '../inspections/index.ts'
import * as shapes from './contract.ts'
import * as course from './course-store.ts'

const says = {
  question: {
    kk: 'Бағдарламада мұндай сұрақ жоқ.',
    ru: 'В программе нет такого вопроса.',
    en: 'The programme has no such question.',
  },
  finding: {
    kk: 'Мұндай жазылған кемшілік жоқ.',
    ru: 'Такого записанного нарушения нет.',
    en: 'There is no such finding.',
  },
  person: {
    kk: 'Мұндай адам тізілімде табылмады.',
    ru: 'Такое лицо в реестре не найдено.',
    en: 'The register knows no such person.',
  },
  answers: {
    kk: 'Кім жауапты екенін көрсетіңіз.',
    ru: 'Укажите, кто отвечает.',
    en: 'Say who answers for it.',
  },
} satisfies Record<string, Text>

const questionOf = async (tx: Tx, it: Inspection, question: string) => {
  const found = (await questionsOf(tx, it.id)).find(({ id }) => id === question)
  if (!found) throw invalidField('question', says.question)
  return found
}

export const answerQuestion = command(shapes.answerQuestion, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.underWay, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    if (refusesStateSecret(input.answer)) throw stateSecretRefused('answer')
    const { id } = await questionOf(tx, subject, input.question)
    await answerOf(tx, id, input.answer)
    return {}
  },
})

/** Name and post of one of the register, in the language of the inspection. */
async function personNamed(tx: Tx, it: Inspection, person: string): Promise<string> {
  const found = await personOf(tx, person)
  if (!found) throw invalidField('person', says.person)
  const [post] = await postsOf(tx, person, it.period_until)
  const name = found.name[it.language]
  return post ? `${name}, ${post.title[it.language]}` : name
}

export const addFinding = command(shapes.addFinding, {
  clauses: ['5.10', '5.14', '5.16'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.underWay, gates.standsOnAuthority],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if ([input.what, input.norm].some(refusesStateSecret)) throw stateSecretRefused('what')
    const question = await questionOf(tx, subject, input.question)
    const answers = input.person ? await personNamed(tx, subject, input.person) : input.answers
    if (!answers) throw invalidField('answers', says.answers)
    // Whoever on the team is the one named, or kin, leaves first: the finding waits for that.
    if (input.person) await judgeTeam(tx, subject.id, subject.team, [input.person])
    const finding = await course.insertFinding(tx, subject.id, {
      question_id: question.id,
      what: input.what,
      norm: input.norm,
      papers: input.papers,
      person_id: input.person ?? null,
      answers,
    })
    await kept.keepFiles(tx, subject.id, { part: 'finding', row: finding }, input.files)
    return { finding }
  },
})

export const strikeFinding = command(shapes.strikeFinding, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.underWay, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    const found = (await course.findingsOf(tx, subject.id)).find(({ id }) => id === input.finding)
    if (!found || found.struck_at) throw invalidField('finding', says.finding)
    await course.strikeFinding(tx, found.id, input.reason)
    return {}
  },
})
