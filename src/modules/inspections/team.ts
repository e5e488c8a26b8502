// Who inspects: the head puts the team together, a member withdraws or is taken off.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { judgeCandidate } from '../conflicts/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { inspectionRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { colleaguesFor } from './weighing.ts'

const says = {
  nobody: {
    kk: 'Мұндай қызметкер бүгін тексеру жүргізе алмайды.',
    ru: 'Такой работник сегодня не может вести проверку.',
    en: 'No such employee can inspect today.',
  },
  twice: {
    kk: 'Бұл қызметкер топта бар.',
    ru: 'Этот работник уже в группе.',
    en: 'This employee is on the team already.',
  },
  absent: {
    kk: 'Бұл қызметкер топта жоқ.',
    ru: 'Этого работника в группе нет.',
    en: 'This employee is not on the team.',
  },
  days: {
    kk: 'Күндер тексеру күндерінің ішінде болуы керек.',
    ru: 'Дни должны быть в пределах дней проверки.',
    en: 'The days must lie within those of the inspection.',
  },
} satisfies Record<string, Text>

export const addMember = command(shapes.addMember, {
  clauses: ['5.10', '5.15', '5.16', '10'],
  record: inspectionRecord,
  rules: [rules.leads, rules.notEnded, rules.standsOnAuthority],
  run: async ({ input: { employee, role, ...days }, subject, tx }) => {
    if (subject.team.includes(employee)) throw new Refusal('conflict', says.twice, { clause: '5.15' })
    const [candidate] = await colleaguesFor(tx, subject.id, employee)
    if (!candidate) throw invalidField('employee', says.nobody)
    judgeCandidate(tx, candidate)
    const from = days.from ?? subject.starts_on
    const until = days.until ?? subject.ends_on
    if (from < subject.starts_on || until < from) throw invalidField('from', says.days)
    if (until > subject.ends_on) throw invalidField('until', says.days)
    // One leader: whoever led becomes a member.
    if (role === 'leader' && subject.leader_id) await store.changeRole(tx, subject.id, subject.leader_id, 'member')
    await store.insertMember(tx, subject.id, { employee, role, from, until })
    for (const { employee_id, cause } of await store.membersOf(tx, subject.id))
      if (cause) await duties.close(tx, subject, `replace.${employee_id}`)
    const it = await duties.reindex(tx, subject.id)
    await duties.passClocks(tx, it)
    await duties.tellAssigned(tx, it, employee)
    return {}
  },
})

export const endMember = command(shapes.endMember, {
  clauses: ['5.15', '10'],
  record: inspectionRecord,
  rules: [rules.leads, rules.notEnded],
  run: async ({ input: { employee, reason }, subject, tx }) => {
    if (!subject.team.includes(employee)) throw invalidField('employee', says.absent)
    await store.endMember(tx, subject.id, employee, { reason, cause: null })
    await duties.passClocks(tx, await duties.reindex(tx, subject.id))
    return {}
  },
})

/** Accepted at once: whoever sees an interest of his or her own leaves the team and the inspection. */
export const recuseMember = command(shapes.recuseMember, {
  clauses: ['5.16', '5.15'],
  record: inspectionRecord,
  rules: [rules.isOnTeam, rules.notEnded],
  run: async ({ input: { cause, reason }, subject, actor, tx }) => {
    await duties.awaitReplacement(tx, subject, actor.id)
    const leader_id = subject.leader_id === actor.id ? null : subject.leader_id
    await duties.passClocks(tx, { ...subject, leader_id })
    // The index is written while the inspection is still in the member's own sight.
    await store.endMember(tx, subject.id, actor.id, { reason, cause })
    await store.shutOut(tx, subject.id, actor.id)
    return {}
  },
})
