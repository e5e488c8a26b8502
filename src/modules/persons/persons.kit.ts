// For tests of persons: invented people of a court and of a department of the Court Administration, entered in a line each.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { checkDigit } from '../../kernel/identifiers.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { fixedId } from '../org/index.ts'
import { courtId } from '../structure/index.ts'
import type { registerPerson as registerShape } from './contract.ts'
import { registerPerson } from './keeping.ts'

export const abaiCourt = `court:${courtId('REG-10')}`
export const almatyCourt = `court:${courtId('REG-75')}`
export const abaiDepartment = `body:${fixedId('body:ca-abai')}`

/** An IIN with a right check digit that nobody can bear: its day of birth is the 30th of February. */
export const nobodysIin = (n: number): string => {
  for (let serial = n; ; serial += 1000) {
    const digits = `9902304${String(serial).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

type Registering = z.input<typeof registerShape.input>

export const aJudge = (more: Partial<Registering> = {}): Registering => ({
  nameKk: 'Ғалымжан Әбілқасымұлы Қожахметов',
  kind: 'judge',
  body: abaiCourt,
  post: 'judge',
  from: '2021-03-01',
  basis: 'Жарлық № 12 (ойдан шығарылған)',
  ...more,
})

export const registryOf = (stage: Stage) => {
  let serial = 100
  /** A judge of the Abai regional court with an IIN of nobody, unless told otherwise. */
  return async (more: Partial<Registering> = {}, who: Parameters<Stage['as']>[0] = 'analyst') => {
    serial += 1
    const iin = more.iin === undefined ? nobodysIin(serial) : more.iin
    return { ...(await stage.as(who, registerPerson, aJudge({ ...more, iin }))), iin }
  }
}

export const stranger = (): string => randomUUID()
