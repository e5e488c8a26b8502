// The SQL of who may have signed a paper.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { IssuerPost } from '../authorities/contract.ts'

/** Whoever has ever held one of the offices that issue, or acted in it; the deputy acts for an absent head (11.2). */
export const signers = async ({ db }: Tx) => {
  const { rows } = await sql<{ id: string; name: Text; posts: IssuerPost[] }>`
    select e.id, e.name, array_agg(distinct case p.code when 'deputy-head' then 'head' else p.code end) as posts
    from (select employee_id, post_id from appointments union select employee_id, post_id from actings) held
    join posts p on p.id = held.post_id and p.code in ('chairman', 'ca-head', 'head', 'deputy-head') join employees e on e.id = held.employee_id
    group by e.id, e.name order by e.name ->> 'kk' collate "kk-x-icu" limit 500`.execute(db)
  return rows
}
