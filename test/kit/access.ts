// A person at the door: performs the steps of a sign-in as the staff server does, with the cookie's session in between.
import assert from 'node:assert/strict'
import { demoPassword } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import { sessionActor, type OpenedSession } from '../../src/modules/access/index.ts'
import { publicActor, type TestHouse } from './house.ts'

export interface Visitor {
  /** Performs an operation by name and keeps the session that comes back, as a browser keeps the cookie. */
  do(operation: string, input?: object): Promise<Record<string, unknown>>
  /** Who the house takes this browser for. */
  actor(): Promise<Actor | null>
  token: string | null
}

/** `from` is the network address that the request comes from. */
export const visitor = (house: TestHouse, from?: string): Visitor => {
  const it: Visitor = {
    token: null,
    actor: async () => (it.token ? sessionActor(house, it.token) : null),
    do: async (name, input = {}) => {
      const operation: Operation | undefined = house.registry.operations.get(name)
      assert.ok(operation, name)
      const { result } = await perform(
        house,
        operation,
        { ...((await it.actor()) ?? publicActor()), ...(from ? { from } : {}) },
        input,
      )
      const { session, ...rest } = result as { session?: OpenedSession | null }
      if (session !== undefined) it.token = session?.token ?? null
      return rest
    },
  }
  return it
}

/** A browser in which this person has just signed in with the demonstration's password. */
export const signedIn = async (house: TestHouse, login: string, password = demoPassword): Promise<Visitor> => {
  const it = visitor(house)
  assert.deepEqual(await it.do('access.signIn', { login, password }), { next: 'done' })
  return it
}
