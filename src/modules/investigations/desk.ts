// The desk of the room: teams that somebody is on, and what is due on an investigation in somebody's name, handed over when that person leaves.
import type { Desk } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/operation.ts'
import { candidatesFor, conflictOf } from '../conflicts/index.ts'
import * as duties from './duties.ts'
import { investigationRecord, type Investigation } from './records.ts'
import { lyingOn, passDuties } from './store.ts'
import * as team from './team-store.ts'

/** The words of the hand-over stand with the hand-over; the team says only that the place was passed on. */
const reason = 'Істер тапсырылды.'

/** Nothing stands against it: an employee who investigates, without an interest of his or her own. */
async function mayTake(tx: Tx, it: Investigation, employee: string): Promise<boolean> {
  const [candidate] = await candidatesFor(tx, it, employee)
  return candidate !== undefined && conflictOf(tx, candidate) === null
}

/** The taker stands in the place of the one who leaves, as its leader where that was the leader. */
async function takePlace(tx: Tx, it: Investigation, to: string, from: string): Promise<void> {
  const role = it.leader === from ? 'leader' : 'member'
  if (!it.team.includes(to)) await team.insertMember(tx, it.id, { employee: to, role })
  else if (role === 'leader') await team.changeRole(tx, it.id, to, 'leader')
  await duties.tellAssigned(tx, it, to)
}

/** The place falls to whoever decides, who fills it: a chief directs the case and does not investigate it. */
async function passPlace(tx: Tx, it: Investigation, to: string, from: string): Promise<string | null> {
  const chief = await duties.chiefOf(tx, it.id)
  const takes = to !== chief && (it.team.includes(to) || (await mayTake(tx, it, to)))
  await team.endMember(tx, it.id, from, { reason, cause: null })
  if (takes) await takePlace(tx, it, to, from)
  else await duties.awaitReplacement(tx, it, from)
  const holder = takes ? to : chief
  tx.emit('investigations.replaced', { id: it.id, from, to: holder })
  return holder
}

export const desk: Desk = {
  kind: 'investigation',
  lying: lyingOn,
  pass: async (tx, id, to, from) => {
    const it = await investigationRecord.find(tx, id, true)
    if (!it) return
    const holder = it.team.includes(from) ? await passPlace(tx, it, to, from) : to
    await passDuties(tx, id, from, holder)
    await duties.passClocks(tx, await duties.reindex(tx, id))
  },
}
