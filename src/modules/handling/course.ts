// How the work goes on: its stage, a chief's reminder, and a new consideration after the answer (clauses 6.23, 9.5).
import { dotted } from '../../kernel/calendar.ts'
import { command } from '../../kernel/operation.ts'
import { dueBy } from '../../kernel/parameters.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addMessage, appealRecord, appealTitle, change, reindex } from '../appeals/index.ts'
import { openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const setStage = command(shapes.setStage, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.marksStage],
  run: async ({ input, subject, tx }) => {
    await change(tx, subject.id, { work_stage: input.stage })
    return {}
  },
})

/** Beside the ladder, which reminds by the clock: a chief's own word to the person in charge. */
export const remindAssignee = command(shapes.remindAssignee, {
  clauses: ['9.5', '5.14'],
  record: appealRecord,
  rules: [rules.reminds],
  run: async ({ input, subject: it, tx }) => {
    const number = it.number ?? it.slipNumber
    const { words } = input
    await tell(tx, { to: [it.assignee], news: 'reminded', kind: 'appeal', recordId: it.id, number, words })
    tx.note({ to: it.assignee, words })
    return {}
  },
})

const isGone = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Өтініштің мазмұны жойылған, оны қайта қарауға болмайды.',
    ru: 'Содержание обращения уничтожено, рассмотреть его вновь нельзя.',
    en: 'The content of the appeal has been destroyed; it cannot be considered anew.',
  })

const told = {
  kk: (on: string) => `Өтінішіңіз қайта қаралады. Жаңа мерзімі: ${on}.`,
  ru: (on: string) => `Ваше обращение будет рассмотрено вновь. Новый срок: ${on}.`,
  en: (on: string) => `Your appeal will be considered anew. The new term: ${on}.`,
}

/**
 * After the answer was given: by the decision of a higher body or because something new is known. It lies on the chief's desk again,
 * with a new term by the same parameter; the earlier reply stays among its papers, and the applicant is told under the code.
 */
export const reopenAppeal = command(shapes.reopenAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.reopens, rules.isComplained],
  step: 'reopen',
  run: async ({ input, subject: it, tx }) => {
    if (await store.isDestroyed(tx, it.id)) throw isGone()
    const dueOn = dueBy(await tx.house.parameters.current(), 'appeal.answer', tx.today).on
    const { internal } = it.term
    await change(tx, it.id, {
      due_on: dueOn,
      internal_due_on: internal ? tx.calendar.addWorkingDays(dueOn, -internal) : dueOn,
      first_due_on: it.firstDueOn ?? it.dueOn,
      reopened_on: tx.today,
      done_on: null,
      assignee_id: null,
      assigned_at: null,
      work_stage: null,
      reply_id: null,
      reply_file_id: null,
      reply_name: null,
      reply_number: null,
      reply_on: null,
      result: null,
      result_ground: null,
      burdensome: false,
      heard_from: null,
    })
    await reindex(tx, it.id)
    const place = { kind: 'appeal', recordId: it.id, stage: 'answer' }
    const title = await appealTitle(tx, it)
    const opened = { number: it.number, title, clause: '6.23', holder: null, unit: it.unit } as const
    await openDuty(tx, { ...place, ...opened, openedOn: tx.today, dueOn })
    await addMessage(tx, it.id, told[it.language](dotted(dueOn)))
    tx.emit('handling.reopened', { id: it.id })
    tx.note({ reason: input.reason, formerAssignee: it.assignee })
    return { dueOn }
  },
})
