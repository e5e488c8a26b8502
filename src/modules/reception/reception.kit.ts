// A house in which the chiefs receive: the head on Mondays, the deputy on Thursdays, the head of Abai on Wednesdays.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { openStage, unitId, type Stage } from '../appeals/appeals.kit.ts'
import type { bookReception as bookShape } from './contract.ts'
import { setHours } from './planning.ts'

export { castId, fieldsOf, openStage, refused, unitId, type Stage } from '../appeals/appeals.kit.ts'

export const plantHours = async (stage: Stage): Promise<void> => {
  const hours = { fromTime: '10:00', untilTime: '12:00', place: 'Астана, Мәңгілік Ел, 1', fromOn: '2026-11-01' }
  const department = unitId('department')
  await stage.as('registrar', setHours, { ...hours, unit: department, post: 'head', weekday: 1 })
  await stage.as('registrar', setHours, { ...hours, unit: department, post: 'deputy-head', weekday: 4 })
  await stage.as('registrar', setHours, { ...hours, unit: unitId('abai'), post: 'territorial-head', weekday: 3 })
}

export const openReceptions = async (at?: string): Promise<Stage> => {
  const stage = await openStage(at)
  await plantHours(stage)
  return stage
}

let caller = 0

/** A booking of a person of its own, each with a telephone of its own. */
export const aBooking = (more: object = {}): z.input<typeof bookShape.input> => {
  caller += 1
  return {
    bookingKey: randomUUID(),
    unit: unitId('department'),
    post: 'head',
    on: '2026-11-30',
    at: '10:00',
    language: 'kk',
    name: `Келуші ${caller}`,
    phone: `+7 701 000 ${String(caller).padStart(4, '0')}`,
    about: 'Істі бөлу тәртібі туралы айтқым келеді.',
    ...more,
  }
}
