// Before a burdensome answer the applicant is told what is intended and heard (6.23): the preliminary decision, objections, the hearing.
import { command } from '../../kernel/operation.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { appealRecord, markHeard } from '../appeals/index.ts'
import { attachFiles } from '../submissions/index.ts'
import { beginPaper, checkDay, lay, sync, theOpen, toApplicant } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const openHearing = command(shapes.openHearing, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.works, rules.isFinished, rules.notBurdensome, rules.isHeard],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const { decision, ground, hearing } = input
    // So late it may reach the applicant at most, for the answer to keep its own term after it.
    const dueOn = tx.calendar.addWorkingDays(it.dueOn, -tx.parameter('appeal.hearing.notice').value)
    const path = await store.addPath(tx, {
      appeal: it.id,
      kind: 'hearing',
      state: 'begun',
      reason: decision,
      dueOn,
    })
    await store.addHearing(tx, path)
    const document = await beginPaper(tx, it, path, {
      template: 'preliminary-decision',
      role: 'notice',
      fields: { ...(await toApplicant(tx, it)), decision, ground, hearing },
    })
    await lay(tx, it, { stage: 'hearing', clause: '6.23', holder: it.assignee, dueOn })
    await sync(tx, it.id)
    tx.note({ document })
    return { document }
  },
})

const already = {
  kk: 'Қарсылық бұрын тіркелген.',
  ru: 'Возражения уже внесены.',
  en: 'Objections have been recorded already.',
}

export const noteObjections = command(shapes.noteObjections, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.registers, rules.isFinished, rules.notTold],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'hearing')
    const hearing = await store.findHearing(tx, path.id)
    if (hearing.objections) throw invalidField('text', already)
    checkDay(tx, 'on', input.on, hearing.told_on ?? it.receivedOn)
    await store.changeHearing(tx, path.id, { objections: input.text, objected_on: input.on })
    await attachFiles(tx, { appeal: it.id, message: null, side: 'department' }, input.files)
    return {}
  },
})

/** The person has been heard: what the notice was for is done, and the answer may be signed. */
export const holdHearing = command(shapes.holdHearing, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.isFinished, rules.notTold],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'hearing')
    const hearing = await store.findHearing(tx, path.id)
    checkDay(tx, 'on', input.on, hearing.told_on ?? it.receivedOn)
    await store.changeHearing(tx, path.id, { held_on: input.on, protocol: input.protocol })
    await store.changePath(tx, path.id, { state: 'done', done_on: tx.today })
    await attachFiles(tx, { appeal: it.id, message: null, side: 'department' }, input.files)
    await markHeard(tx, it, input.on)
    await sync(tx, it.id)
    return {}
  },
})
