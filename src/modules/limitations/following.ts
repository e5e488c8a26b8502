// The earliest limitation of all under an investigation is a duty, and moves as their absences move it.
import type { Day } from '../../kernel/clock.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import {
  gates,
  holderOf,
  investigationRecord,
  setLimitation,
  titleOf,
  type Investigation,
} from '../investigations/index.ts'
import { closeDuty, moveDuty, openDuty } from '../work/index.ts'
import * as shapes from './contract.ts'
import { limitationOf, type Limitation } from './limitation.ts'
import { absencesOf } from './store.ts'

type AbsenceRow = Awaited<ReturnType<typeof absencesOf>>[number]

/** The limitation of one under investigation, by his or her own absences. */
export async function limitationFor(
  tx: Tx,
  it: Investigation,
  person: string,
  absences: readonly AbsenceRow[],
): Promise<Limitation> {
  const law = await tx.house.parameters.current()
  const own = absences.filter(({ person_id }) => person_id === person)
  return limitationOf(
    law,
    it,
    own.map(({ cause, from_on: from, until_on: until }) => ({ cause, from, until })),
  )
}

export async function follow(tx: Tx, it: Investigation): Promise<void> {
  const absences = await absencesOf(tx, it.id)
  const days: Day[] = []
  for (const person of it.persons) {
    const { on } = await limitationFor(tx, it, person.id, absences)
    if (on) days.push(on)
  }
  const [earliest = null] = days.sort()
  if (earliest === it.limitationOn || it.ended) return
  await setLimitation(tx, it.id, earliest)
  const place = { kind: 'investigation', recordId: it.id, stage: 'limitation' }
  if (!earliest) return closeDuty(tx, place)
  const openedOn = it.discoveredOn < earliest ? it.discoveredOn : earliest
  if (it.limitationOn) return moveDuty(tx, place, { term: { openedOn, dueOn: earliest } })
  await openDuty(tx, {
    ...place,
    number: it.number,
    title: titleOf(it),
    clause: '6.21',
    holder: await holderOf(tx, it),
    unit: it.unit,
    openedOn,
    dueOn: earliest,
  })
}

export const followLimitation = command(shapes.followLimitation, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    await follow(tx, subject)
    return {}
  },
})

export const reactions: readonly Reaction[] = [
  { on: 'investigations.changed', perform: followLimitation, input: ({ id }) => ({ id }) },
]
