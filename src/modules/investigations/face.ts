// What higher rooms ask: who investigates.
import type { Tx } from '../../kernel/operation.ts'
import { membersOf } from './team-store.ts'

/** Who is on the team now, the leader first. */
export const teamOf = async (tx: Pick<Tx, 'db'>, id: string): Promise<{ id: string; role: 'leader' | 'member' }[]> =>
  (await membersOf(tx, id))
    .filter(({ ended_at }) => ended_at === null)
    .map(({ employee_id, role }) => ({ id: employee_id, role }))
