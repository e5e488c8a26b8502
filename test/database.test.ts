// The database's own locks, whatever the code above them does: who may do what with each table, and nothing outside an operation.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { cloneDatabase, type TestDatabase } from './kit/cluster.ts'

let urls: TestDatabase
let owner: pg.Client
const roles = { app: '', portal: '' }

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

before(async () => {
  urls = await cloneDatabase()
  owner = await connect(urls.ownerUrl)
  roles.app = new URL(urls.appUrl).username
  roles.portal = new URL(urls.portalUrl).username
})
after(async () => {
  await owner.end()
  await urls.drop()
})

const names = async (words: string, values: unknown[] = []): Promise<string[]> =>
  (await owner.query<{ name: string }>(words, values)).rows.map(({ name }) => name)

/** The list of applied migrations is the owner's alone. */
const ours = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`

const tables = () => names(`select c.relname as name from ${ours} order by 1`)

test('every table is behind row security', async () => {
  assert.ok((await tables()).length > 30)
  assert.deepEqual(await names(`select c.relname as name from ${ours} and not c.relrowsecurity`), [])
})

test('no write outside an operation, by whomever, to any table', async () => {
  const unguarded: string[] = []
  for (const table of await tables()) {
    const words = `delete from ${pg.escapeIdentifier(table)} where false`
    // The trigger is asked once for each statement, even for one that touches no row.
    const refusal = await owner.query(words).then(
      () => null,
      (fault: pg.DatabaseError) => fault,
    )
    if (refusal === null) unguarded.push(table)
    else assert.match(refusal.message, /outside an operation|append-only|journal/i, table)
  }
  assert.deepEqual(unguarded, [])
})

test('the roles of the servers own nothing, make nothing and pass by no row security', async () => {
  for (const role of Object.values(roles)) {
    const [it] = (
      await owner.query(
        `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
          has_schema_privilege(rolname, 'public', 'create') or has_database_privilege(rolname, current_database(), 'create') as makes,
          exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid) as owns,
          exists (select from pg_auth_members where member = r.oid) as joined
          from pg_roles r where rolname = $1`,
        [role],
      )
    ).rows
    assert.deepEqual(it, { mighty: false, makes: false, owns: false, joined: false }, role)
  }
})

test('what runs with the owner’s rights looks names up in one place only, and not everybody may call it', async () => {
  const careless =
    await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
    where p.prosecdef and p.prorettype <> 'trigger'::regtype
      and (not coalesce(p.proconfig::text, '') like '%search_path=%' or has_function_privilege('public', p.oid, 'execute')) order by 1`)
  assert.deepEqual(careless, [])
})

/** It hands in and asks what the code in hand opens; people it never reads. */
const portalRights = [
  'appeal_applicants: insert',
  'appeal_co_applicants: insert',
  'appeal_files: insert',
  'appeal_files_in_hand: select',
  'appeal_messages: insert',
  'appeal_messages_in_hand: select',
  'appeal_paths: insert',
  'appeal_paths_in_hand: select',
  'appeals: insert',
  'appeals_in_hand: select',
  'calendar_overrides: select',
  'consent_in_hand: select',
  'court_successions: select',
  'courts: select',
  'explanation_files_in_hand: select',
  'explanations_in_hand: select',
  'file_attachments: select',
  'file_custody: insert',
  'files: insert, select',
  'journal_inbox: insert',
  'mails: insert',
  'parameters_overrides: select',
  'reception_exceptions: select',
  'reception_hours: select',
  'reception_visitors: insert',
  'receptions: insert',
  'receptions_in_hand: select',
  'regions: select',
  'summons_explanations: insert',
  'summons_files: insert',
  'summons_in_hand: select',
  'units: select',
]

/** Rights of a role on whole tables and views, and on single columns, as 'table: right, right'. */
const rightsOf = (role: string): Promise<string[]> =>
  names(
    `select c.relname || ': ' || string_agg(distinct lower(g.privilege), ', ' order by lower(g.privilege)) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public',
        unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) g(privilege)
      where c.relkind in ('r', 'p', 'v', 'm')
        and (has_table_privilege($1, c.oid, g.privilege)
          or g.privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege($1, c.oid, g.privilege))
      group by c.relname order by 1`,
    [role],
  )

test('the public page’s role has these rights and no other', async () => {
  assert.deepEqual(await rightsOf(roles.portal), portalRights)
})

test('nobody empties a table, and the journal is written but never changed', async () => {
  for (const role of Object.values(roles)) {
    const rights = await rightsOf(role)
    assert.deepEqual(
      rights.filter((line) => /truncate|references|trigger/.test(line)),
      [],
    )
    // Details stand beside the entry so that the law can order them erased; the entry holds their salted hash.
    const journal = rights.filter((line) => line.startsWith('journal_') && /update|delete/.test(line))
    assert.deepEqual(journal, role === roles.app ? ['journal_details: select, update'] : [])
  }
})

test('a stranger at the public page’s connection reads no person, whoever it pretends to be', async () => {
  const stranger = await connect(urls.portalUrl)
  try {
    for (const kind of ['employee', 'system', 'public']) {
      await stranger.query('begin')
      await stranger.query(
        `select set_config('app.operation', 'pretended', true), set_config('app.kind', $1, true), set_config('app.reach', '*', true),
          set_config('app.actor', '00000000-0000-7000-8000-000000000000', true), set_config('app.receipt', '', true)`,
        [kind],
      )
      for (const table of [
        'employees',
        'accounts',
        'appeals',
        'appeal_applicants',
        'documents',
        'summonses',
        'summons_explanations',
        'questionings',
        'questioning_entries',
        'journal_entries',
        'mails',
      ]) {
        await stranger.query('savepoint before')
        await assert.rejects(stranger.query(`select * from ${table}`), /permission denied/, `${table} as ${kind}`)
        await stranger.query('rollback to before')
      }
      await stranger.query('rollback')
    }
  } finally {
    await stranger.end()
  }
})
