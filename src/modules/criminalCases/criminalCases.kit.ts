// For tests of the register: invented people nobody can be, a case as a form sends it, and its way to a verdict in a line.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { checkDigit } from '../../kernel/identifiers.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { courtId } from '../structure/index.ts'
import type { registerCase as registerShape } from './contract.ts'
import * as operations from './operations.ts'

/** An IIN with a right check digit whose day of birth is the 30th of February. */
export const inventedIin = (serial: number): string => {
  for (let n = serial * 10; ; n += 1) {
    const digits = `8802303${String(n % 10_000).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

let serial = 0

export const aCase = (more: object = {}): z.input<typeof registerShape.input> => ({
  entryKey: randomUUID(),
  personName: 'Серғазы Болатұлы Ойданов',
  iin: inventedIin((serial += 1)),
  postKind: 'judge',
  postTitle: 'Аудандық соттың судьясы',
  court: courtId('REG-10'),
  articles: ['366'],
  articleWords: 'ҚК 366-бабының 2-бөлігі',
  qualification: 'corruption',
  erdr: `2610000310${String(serial).padStart(5, '0')}`,
  offenceOn: '2026-03-02',
  registeredOn: '2026-04-06',
  confirmedOn: '2026-04-10',
  paper: 'Бас прокуратураның 2026-04-10 № 1-07 хаты',
  ...more,
})

/** The facts of a form, as a correction sends them. */
export const saidOf = ({
  entryKey: _key,
  registeredOn: _on,
  confirmedOn: _confirmed,
  paper: _paper,
  ...said
}: ReturnType<typeof aCase>) => said

export const on = (day: string, more: object = {}) => ({
  happenedOn: day,
  confirmedOn: day,
  paper: `${day} хаты`,
  ...more,
})

export const registerOf = ({ as }: Stage) => {
  type Who = Parameters<typeof as>[0]
  const enter = async (more: object = {}, who: Who = 'inspector') =>
    (await as(who, operations.registerCase, aCase(more))).id
  const convicted = async (more: object = {}, who: Who = 'inspector') => {
    const id = await enter(more, who)
    await as(who, operations.suspectCase, { id, ...on('2026-04-20') })
    await as(who, operations.chargeCase, { id, ...on('2026-05-20') })
    await as(who, operations.sendCase, { id, ...on('2026-06-15'), courtCase: '7585-26-00-1/14' })
    await as(who, operations.giveVerdict, {
      id,
      ...on('2026-08-03'),
      outcome: 'convicted',
      gravity: 'grave',
      sentences: ['imprisonment', 'post-ban'],
      sentenceWords: '5 жыл бас бостандығынан айыру',
    })
    return id
  }
  return { enter, convicted }
}
