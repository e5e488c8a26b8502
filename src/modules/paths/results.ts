// What an appeal is about and how it is answered: chosen by those who work on it, fixed when the reply is signed (clause 15).
import { command } from '../../kernel/operation.ts'
import { appealRecord, setQuestion, settleResult } from '../appeals/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'

export const chooseResult = command(shapes.chooseResult, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.works, rules.resultIsFixed, rules.resultIsBeforeSigner],
  run: async ({ input, subject, tx }) => {
    await settleResult(tx, subject, input)
    return {}
  },
})

export const classifyAppeal = command(shapes.classifyAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.registers, rules.isFinished],
  run: async ({ input, subject, tx }) => {
    await setQuestion(tx, subject.id, input.question)
    return {}
  },
})
