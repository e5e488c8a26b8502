// The word of the principals: on what was not complied with, and on a proposal that was made to them.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { answers, changeRequest, duties, principalPost, requestRecord } from '../requests/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'

const said: Text = {
  kk: 'Сіз бұл баяндаумен танысып қойдыңыз.',
  ru: 'Вы уже ознакомились с этим докладом.',
  en: 'You have acknowledged this report already.',
}
const noInstruction: Text = {
  kk: 'Мерзім нұсқауға қойылады. Алдымен нұсқауды жазыңыз.',
  ru: 'Срок даётся указанию. Сначала впишите указание.',
  en: 'A day is given to an instruction. Write the instruction first.',
}
const past: Text = {
  kk: 'Мерзім өтіп кеткен күнге қойылмайды.',
  ru: 'Срок нельзя назначить на прошедший день.',
  en: 'A term cannot end on a day that has passed.',
}

export const acknowledgeReport = command(shapes.acknowledgeReport, {
  clauses: ['12', '5.1', '7.2'],
  record: requestRecord,
  rules: [rules.oversees],
  run: async ({ input, subject, actor, tx }) => {
    const { report: id, instruction, until = null } = input
    const report = (await answers.reportsOf(tx, subject.id)).find((it) => it.id === id)
    const post = principalPost(actor)
    if (!report || !post) throw unknownRecord()
    if (until && !instruction) throw invalidField('instruction', noInstruction)
    if (until && until < tx.today) throw invalidField('until', past)
    if ((await answers.acknowledgementsOf(tx, [id])).some((it) => it.post === post)) throw new Refusal('conflict', said)
    await answers.insertAcknowledgement(tx, { report_id: id, post, instruction, until_on: until })
    await duties.takeWord(tx, subject, { post, instruction, until })
    return {}
  },
})

export const decideProposal = command(shapes.decideProposal, {
  clauses: ['5.1'],
  record: requestRecord,
  rules: [rules.decides, rules.isNoProposal],
  step: 'decide',
  run: async ({ input, subject, actor, tx }) => {
    const { id, addresseePost } = subject
    await answers.insertAnswer(tx, {
      request_id: id,
      received_on: tx.today,
      incoming_id: null,
      word: input.decision,
      complete: 'full',
      missing: null,
    })
    await changeRequest(tx, id, { completed_on: tx.today })
    await duties.closeAwaiting(tx, subject)
    const post = addresseePost ?? principalPost(actor) ?? ''
    await duties.takeWord(tx, subject, { post, instruction: input.decision, until: null })
    return {}
  },
})
