// The stage of the tests of handling: who sees an appeal, in the page, the list and the search; what the bell says; what is open to whom.
import assert from 'node:assert/strict'
import type { CastName } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { perform } from '../../kernel/perform.ts'
import { search } from '../../kernel/search/index.ts'
import { listAppeals, openAppeal } from '../appeals/queries.ts'
import { of, openPaths } from '../paths/paths.kit.ts'
import { listNotices } from '../work/contract.ts'
import { work } from '../work/index.ts'

export { castId, fieldsOf, of, refused } from '../paths/paths.kit.ts'

export const openHandlingStage = async () => {
  const stage = await openPaths()
  const { house, as } = stage
  const bell = async (who: CastName): Promise<string[]> =>
    (await as(who, of(work, listNotices), {})).rows.map(({ news, recordId, says }) => `${news} ${recordId} ${says.kk}`)
  return {
    ...stage,
    sees: (who: CastName, id: string): Promise<boolean> =>
      as(who, openAppeal, { id }).then(
        () => true,
        (fault: { reason?: string }) => {
          assert.equal(fault.reason, 'unknown')
          return false
        },
      ),
    listed: async (who: CastName): Promise<string[]> =>
      (await as(who, listAppeals, { size: 100 })).rows.map(({ id }) => id),
    found: async (who: CastName, q: string): Promise<string[]> => {
      const { hits } = await asActor(
        house.database,
        await stage.actor(who),
        (db) => search({ db, house }, { q, kinds: ['appeal'], limit: 100 }),
        house.clock.now(),
      )
      return hits.map(({ id }) => id)
    },
    bell,
    rings: async (who: CastName, news: string, id: string): Promise<boolean> =>
      (await bell(who)).some((it) => it.startsWith(`${news} ${id} `)),
    /** Commands of the whole house that are open to this person on the appeal. */
    openTo: async (who: CastName, id: string): Promise<string[]> => {
      const { may } = await perform(house, openAppeal, await stage.actor(who), { id })
      return may.filter(({ allowed }) => allowed).map(({ operation }) => operation)
    },
  }
}
