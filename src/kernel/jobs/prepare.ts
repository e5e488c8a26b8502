// The queue's own tables, made by the owner at every start, and opened to the app's role.
import pg from 'pg'
import { runMigrations, Logger } from 'graphile-worker'

/** graphile-worker tells its progress to nobody; faults come as exceptions. */
export const silent = new Logger(() => () => {})

/**
 * Brings the queue's tables up to date. They have row security without policies, made for their owner alone; the worker
 * runs as the app's role all the same, so that no server holds the owner's password, and therefore gets policies here.
 * The portal's role gets nothing: it queues through enqueue().
 */
export async function prepareJobs(ownerUrl: string, roles: { app: string }): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent, maxPoolSize: 2 })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(grants(client.escapeIdentifier(roles.app)))
  } finally {
    await client.end()
  }
}

const grants = (app: string): string => `
  begin;
  select pg_advisory_xact_lock(7301909);
  grant usage on schema graphile_worker to ${app};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${app};
  grant usage, select on all sequences in schema graphile_worker to ${app};
  grant execute on all functions in schema graphile_worker to ${app};
  do $$
  declare locked regclass;
  begin
    for locked in
      select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
    loop
      if not exists (select from pg_policy where polrelid = locked and polname = 'worker') then
        execute format('create policy worker on %s to ${app} using (true) with check (true)', locked);
      end if;
    end loop;
  end $$;
  commit;`
