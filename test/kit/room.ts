// A room of the kernel tests' own: a table of papers with the usual row policy, and any work as an operation of it.
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { shape } from '../../src/kernel/contract.ts'
import type { House } from '../../src/kernel/house.ts'
import { newId } from '../../src/kernel/ids.ts'
import { module, type Module } from '../../src/kernel/module.ts'
import { command, type Tx } from '../../src/kernel/operation.ts'
import { perform } from '../../src/kernel/perform.ts'
import { record } from '../../src/kernel/record.ts'
import { permit, type Actor } from '../../src/kernel/rules.ts'
import { systemActor, testHouse, type TestHouse } from './house.ts'

const title = { kk: 'Қағаз', ru: 'Бумага', en: 'Paper' }

const papers = record({
  name: 'paper',
  table: 'papers',
  title,
  find: async (tx, id) => (await sql<{ id: string }>`select id from papers where id = ${id}`.execute(tx.db)).rows[0],
  caption: ({ id }) => id,
})

export const paperRoom = (more: Partial<Pick<Module, 'operations' | 'reactions' | 'jobs'>> = {}): Module =>
  module({ name: 'papers', title, clauses: ['5.14'], records: [papers], ...more })

/** An employee who reaches these units. */
export const employee = (...reach: string[]): Actor => ({
  ...systemActor,
  kind: 'employee',
  id: newId(),
  unit: reach[0] ?? null,
  reach,
})

/** Runs the work as one operation of the house, with everything that perform() does around it. */
export const doing = async <R>(house: House, actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> => {
  const held: { result?: R } = {}
  const operation = command(shape('papers.try', z.object({}), z.object({}), title), {
    clauses: ['5.14'],
    rules: [permit('5.14', title, () => true)],
    anonymous: true,
    run: async ({ tx }) => {
      held.result = await work(tx)
      return {}
    },
  })
  await perform(house, operation, actor, {})
  return held.result as R
}

/** Adds a paper of this unit, known to the public under this code. */
export const addPaper = async (tx: Tx, unit: string, code = ''): Promise<string> => {
  const id = newId()
  await sql`insert into papers (id, unit_id, code) values (${id}, ${unit}, ${code})`.execute(tx.db)
  return id
}

export interface PaperHouse extends TestHouse {
  /** Asks the database as its owner. */
  ask(words: string, values?: unknown[]): Promise<Record<string, unknown>[]>
}

export const paperHouse = async (t: TestContext | null, room: Module = paperRoom()): Promise<PaperHouse> => {
  const house = await testHouse(t, { modules: [room] })
  const ask: PaperHouse['ask'] = async (words, values = []) => {
    const owner = new pg.Client({ connectionString: house.urls.ownerUrl })
    await owner.connect()
    try {
      await owner.query("select set_config('app.operation', 'tests', false)")
      return (await owner.query<Record<string, unknown>>(words, values)).rows
    } finally {
      await owner.end()
    }
  }
  await ask(`do $$ begin
    create table papers (id uuid primary key, unit_id uuid not null, code text not null default '');
    call guard('papers');
    create policy scope on papers to qorgan_test_app using (
      (app_kind() = 'system' or app_kind() = 'employee' and (app_reach_all() or unit_id = any (app_reach()))) and id <> all (app_denied()))
      with check (true);
    create policy handed_in on papers for insert to qorgan_test_portal with check (app_kind() = 'public');
    create view papers_in_hand with (security_barrier) as
      select id from papers where app_kind() = 'public' and code <> '' and code = app_receipt();
    grant select, insert, update on papers to qorgan_test_app;
    grant insert on papers to qorgan_test_portal;
    grant select on papers_in_hand to qorgan_test_app, qorgan_test_portal;
  end $$`)
  return { ...house, ask }
}
