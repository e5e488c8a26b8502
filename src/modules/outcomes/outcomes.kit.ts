// For tests of outcomes: a reviewed conclusion and the decision on it in a line each.
import type { z } from 'zod'
import type { CastName } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { deskOf as conclusionDesk } from '../conclusions/conclusions.kit.ts'
import type { recordDecision as decisionShape } from './contract.ts'
import { recordDecision } from './deciding.ts'
import { readOutcome } from './reading.ts'

type Deciding = z.input<typeof decisionShape.input>

export const deskOf = (stage: Stage) => {
  const { as } = stage
  const aDecision = (id: string, person: string, more: Partial<Deciding> = {}): Deciding => ({
    id,
    person,
    body: 'disciplinary-commission',
    bodyName: 'Департаменттің тәртіптік комиссиясы (ойдан шығарылған)',
    number: '14',
    decidedOn: '2026-11-23',
    measure: 'reprimand',
    ...more,
  })
  const decided = (id: string, person: string, more: Partial<Deciding> = {}, who: CastName = 'inspector') =>
    as(who, recordDecision, aDecision(id, person, more))
  const page = (id: string, who: CastName = 'inspector') => as(who, readOutcome, { id })
  const onPage = async (id: string, person: string) => {
    const row = (await page(id)).people.find((it) => it.id === person)
    if (!row) throw new Error('the person is not on the page')
    return row
  }
  return { ...conclusionDesk(stage), decided, page, onPage }
}
