// What a page shows of handling: who reads, who asked for the name, what is masked; and whom one may let read.
import { query } from '../../kernel/operation.ts'
import { appealRecord } from '../appeals/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody = { kk: '—', ru: '—', en: '—' }

export const openHandling = query(shapes.openHandling, {
  clauses: ['5.16', '6.23'],
  record: appealRecord,
  rules: [rules.reads],
  run: async ({ subject: it, actor, tx }) => {
    const grants = await store.openGrants(tx, [it.id])
    const requests = await store.requestsOf(tx, it.id)
    const masks = await store.masksOf(tx, it.id)
    const names = await store.peopleOf(tx, [
      ...grants.flatMap(({ employee_id, by }) => [employee_id, by]),
      ...requests.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
      ...masks.map(({ by }) => by),
    ])
    const person = (id: string) => ({ id, name: names.get(id) ?? nobody })
    const moment = { at: tx.at, today: tx.today }
    const leads = rules.leads.when(actor, it, moment)
    return {
      readers: grants.map(({ employee_id, reason, until_on, by }) => ({
        to: person(employee_id),
        reason,
        by: person(by),
        until: until_on,
      })),
      onlyReads: !appealRecord.works(actor, it),
      mayRevoke: leads,
      identityRule: it.identityRule,
      requests: requests.map((each) => ({
        id: each.id,
        state: each.state,
        by: person(each.askedBy),
        at: each.askedAt.toISOString(),
        reason: each.reason,
        decidedBy: each.decidedBy ? person(each.decidedBy) : null,
        words: each.words,
        until: each.until,
        mine: each.state === 'asked' && leads && each.askedBy !== actor.id,
      })),
      masks: masks.map(({ id, message_id: message, places, reason, by, at }) => ({
        id,
        message,
        places: places.length,
        reason,
        by: person(by),
        at: at.toISOString(),
      })),
      mayUnmask: rules.unmasks.when(actor, it, moment),
      reopenedOn: it.reopenedOn,
    }
  },
})

export const listColleagues = query(shapes.listColleagues, {
  clauses: ['5.16', '5.15'],
  rules: [rules.leadsAny],
  run: async ({ input, actor, tx }) => {
    const words = (input.words ?? '').toLowerCase()
    const found = await store.colleagues(tx)
    return {
      rows: found.filter(
        ({ id, name }) => id !== actor.id && [name.kk, name.ru, name.en].some((it) => it.toLowerCase().includes(words)),
      ),
    }
  },
})
