// Who investigates: the head puts the team together, a member withdraws, another takes the place.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { investigationRecord, type Investigation } from './records.ts'
import * as rules from './rules.ts'
import { shutOut } from './store.ts'
import { candidatesFor, judgeCandidate } from '../conflicts/index.ts'
import * as store from './team-store.ts'

const says = {
  nobody: {
    kk: 'Мұндай қызметкер бүгін тексеру жүргізе алмайды.',
    ru: 'Такой работник сегодня не может вести расследование.',
    en: 'No such employee can investigate today.',
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
} satisfies Record<string, Text>

/** @throws Refusal 'forbidden' with the sentence of the conflict */
async function weigh(tx: Tx, it: Investigation, field: string, employee: string): Promise<void> {
  if (it.team.includes(employee)) throw new Refusal('conflict', says.twice, { clause: '5.15' })
  const [candidate] = await candidatesFor(tx, it, employee)
  if (!candidate) throw invalidField(field, says.nobody)
  judgeCandidate(tx, candidate)
}

async function settle(tx: Tx, id: string, employee: string): Promise<void> {
  const it = await duties.reindex(tx, id)
  await duties.passClocks(tx, it)
  await duties.tellAssigned(tx, it, employee)
}

/** One leader: whoever led becomes a member. */
const join = async (tx: Tx, it: Investigation, employee: string, role: shapes.Role): Promise<void> => {
  if (role === 'leader' && it.leader) await store.changeRole(tx, it.id, it.leader, 'member')
  await store.insertMember(tx, it.id, { employee, role })
}

export const addMember = command(shapes.addMember, {
  clauses: ['5.15', '5.16', '6.21', '6.22', '10'],
  record: investigationRecord,
  rules: [rules.leads, rules.beingPreparedOrUnderWay, ...rules.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    await weigh(tx, subject, 'employee', input.employee)
    await join(tx, subject, input.employee, input.role)
    const gone = (await store.membersOf(tx, subject.id)).filter(({ ended_at }) => ended_at !== null)
    await duties.closeReplacements(
      tx,
      subject,
      gone.map(({ employee_id }) => employee_id),
    )
    await settle(tx, subject.id, input.employee)
    return {}
  },
})

export const replaceMember = command(shapes.replaceMember, {
  clauses: ['5.15', '5.16', '6.21', '10'],
  record: investigationRecord,
  rules: [rules.leads, rules.beingPreparedOrUnderWay, ...rules.standsOnAuthority],
  run: async ({ input: { employee, by, reason }, subject, tx }) => {
    if (!subject.team.includes(employee)) throw invalidField('employee', says.absent)
    await weigh(tx, subject, 'by', by)
    const role = subject.leader === employee ? 'leader' : 'member'
    await store.endMember(tx, subject.id, employee, { reason, cause: null })
    await store.insertMember(tx, subject.id, { employee: by, role })
    tx.emit('investigations.replaced', { id: subject.id, from: employee, to: by })
    await settle(tx, subject.id, by)
    return {}
  },
})

/** Accepted at once: whoever sees an interest of his or her own leaves the team and the case. */
export const recuseMember = command(shapes.recuseMember, {
  clauses: ['5.16', '5.15'],
  record: investigationRecord,
  rules: [rules.isOnTeam, rules.notEnded],
  run: async ({ input: { cause, reason }, subject, actor, tx }) => {
    await duties.awaitReplacement(tx, subject, actor.id)
    const rest = {
      ...subject,
      team: subject.team.filter((id) => id !== actor.id),
      leader: subject.leader === actor.id ? null : subject.leader,
    }
    await duties.passClocks(tx, rest)
    const chief = await duties.chiefOf(tx, subject.id)
    await store.endMember(tx, subject.id, actor.id, { reason, cause })
    await shutOut(tx, subject.id, actor.id)
    tx.emit('investigations.replaced', { id: subject.id, from: actor.id, to: chief })
    return {}
  },
})
