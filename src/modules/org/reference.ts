// What every house has from the first start: regions, units, their posts, the highest courts, and the powers that rest on no description.
import courtList from '../../../regulation/reference/courts.json' with { type: 'json' }
import regionList from '../../../regulation/reference/regions.json' with { type: 'json' }
import unitList from '../../../regulation/reference/units.json' with { type: 'json' }
import { z } from 'zod'
import { day, shape, text } from '../../kernel/contract.ts'
import type { House } from '../../kernel/house.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { outsideTheDepartment, standardDescriptions } from './descriptions.ts'
import { courtId, fixedId, postId, unitId } from './ids.ts'
import { postsOf, postTitles } from './posts.ts'
import { houseItself } from './rules.ts'
import { plantDescription } from './staffing/store.ts'
import { courtKinds } from './structure/contract.ts'
import { plant, planted, type Reference } from './structure/store.ts'

const region = z.object({ code: z.string(), unit: z.string(), kind: z.enum(['region', 'city']), name: text })
const unit = z.object({ code: z.string(), kind: z.enum(['department', 'territorial', 'body']), region: z.string().nullable(), from: day, name: text })
const court = z.object({ code: z.string(), kind: z.enum(courtKinds), region: z.string(), from: day, name: text })

const build = (): Reference => {
  const units = unit.array().parse(unitList)
  return {
    regions: region.array().parse(regionList).map(({ code, kind, name }, place) => ({ code, kind, name, place })),
    units: units.map((it, place) => ({ ...it, id: unitId(it.code), place })),
    posts: units.flatMap((it) => {
      const places = postsOf[it.code] ?? postsOf[it.kind] ?? []
      return places.map(({ code, staffed }, place) => ({
        id: postId(it.code, code), unitId: unitId(it.code), code, staffed, place, name: postTitles[code], from: it.from,
      }))
    }),
    courts: court.array().parse(courtList).map(({ from, ...it }) => ({ ...it, id: courtId(it.code), caseCode: null, validFrom: from, validTo: null })),
  }
}

const idsOf = ({ regions, units, posts, courts }: Reference): string[] => [
  ...regions.map(({ code }) => code), ...[...units, ...posts, ...courts].map(({ id }) => id),
]

const fromTheStart = '2023-01-19'

export const plantReferenceRows = command(
  shape('org.plantReference', z.object({}), z.object({}), {
    kk: 'Анықтамалық деректерді енгізу', ru: 'Внести справочные данные', en: 'Plant the reference rows',
  }),
  {
    clauses: ['1'],
    inner: true,
    rules: [houseItself],
    run: async ({ tx }) => {
      await plant(tx, build())
      for (const postCode of outsideTheDepartment) {
        const it = { postCode, powers: standardDescriptions[postCode], fromOn: fromTheStart, untilOn: null, basis: 'Qorgan' }
        await plantDescription(tx, fixedId(`description:${postCode}`), it, tx.at)
      }
      return {}
    },
  },
)

/** Brings in whatever reference row is lacking; does nothing, and writes no journal entry, when all are there. */
export const plantReference = async (house: House): Promise<void> => {
  const there = await planted({ db: house.database })
  if (idsOf(build()).every((id) => there.has(id))) return
  await perform(house, plantReferenceRows, systemActor, {})
}
