// The stage of the tests of paths: the cast with appeals in work, and the road of a paper to its signature in one line.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { CastName } from '../../app/cast.ts'
import type { Shape } from '../../kernel/contract.ts'
import type { Module } from '../../kernel/module.ts'
import type { Typed } from '../../kernel/operation.ts'
import { openStage } from '../appeals/appeals.kit.ts'
import { offerDocument, sendDocument, signDocument } from '../documents/contract.ts'
import { documents } from '../documents/index.ts'
import { listDuties } from '../work/contract.ts'
import { work } from '../work/index.ts'
import { pathsOfAppeal } from './queries.ts'

export { castId, fieldsOf, refused } from '../appeals/appeals.kit.ts'

/** The operation that a contract's shape names. */
export const of = <I extends z.ZodType, O extends z.ZodType>(room: Module, shape: Shape<I, O>): Typed<I, O> => {
  const found = room.operations.find(({ name }) => name === shape.name)
  if (!found) throw new Error(`no operation ${shape.name}`)
  return found
}

export const openPaths = async () => {
  const stage = await openStage()
  const { as, news, owner } = stage
  const offer = of(documents, offerDocument)
  const sign = of(documents, signDocument)
  const send = of(documents, sendDocument)
  return {
    ...stage,
    offer,
    sign,
    /** Offered by its drafter, signed by the head, and the news carried out. */
    signed: async (document: string, drafter: CastName = 'inspector'): Promise<string> => {
      await as(drafter, offer, { id: document })
      const { number } = await as('head', sign, { id: document })
      await news()
      return number
    },
    sent: async (document: string, by: CastName = 'inspector') => {
      await as(by, send, { id: document, way: 'post' })
      await news()
    },
    /** What the paths of the appeal are, newest first. */
    paths: async (id: string, who: CastName = 'head') => (await as(who, pathsOfAppeal, { id })).rows,
    /** What is due on the appeal, by stage. */
    due: async (id: string, who: CastName = 'head') => {
      const { rows } = await as(who, of(work, listDuties), { size: 100 })
      return Object.fromEntries(
        rows.filter(({ recordId }) => recordId === id).map(({ stage: name, term }) => [name, term.dueOn]),
      )
    },
    stateOf: async (id: string) => {
      const { rows } = await sql<{ state: string }>`select state from appeals where id = ${id}`.execute(owner)
      return rows[0]?.state ?? ''
    },
    /** Entries of the journal about the appeal. */
    journal: async (id: string) => {
      const { rows } = await sql<{ operation: string; outcome: string }>`
        select operation, outcome from journal_inbox where record_id = ${id} order by id`.execute(owner)
      return rows.map(({ operation, outcome }) => `${operation} ${outcome}`)
    },
  }
}
