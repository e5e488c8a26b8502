// What every house has from the first start: regions, units, their posts and the highest courts.
import { z } from 'zod'
import courtList from '../../../regulation/reference/courts.json' with { type: 'json' }
import regionList from '../../../regulation/reference/regions.json' with { type: 'json' }
import unitList from '../../../regulation/reference/units.json' with { type: 'json' }
import { day, text } from '../../kernel/contract.ts'
import type { Tx } from '../../kernel/operation.ts'
import { courtKinds } from './contract.ts'
import { courtId, postId, unitId } from './ids.ts'
import { postsOf, postTitles } from './posts.ts'
import { plant, planted, type Reference } from './store.ts'

const region = z.object({ code: z.string(), unit: z.string(), kind: z.enum(['region', 'city']), name: text })
const unit = z.object({
  code: z.string(),
  kind: z.enum(['department', 'territorial', 'body']),
  region: z.string().nullable(),
  from: day,
  name: text,
})
const court = z.object({ code: z.string(), kind: z.enum(courtKinds), region: z.string(), from: day, name: text })

const build = (): Reference => {
  const units = unit.array().parse(unitList)
  return {
    regions: region
      .array()
      .parse(regionList)
      .map(({ code, kind, name }, place) => ({ code, kind, name, place })),
    units: units.map((it, place) => ({ ...it, id: unitId(it.code), place })),
    posts: units.flatMap((it) => {
      const places = postsOf[it.code] ?? postsOf[it.kind] ?? []
      return places.map(({ code, staffed }, place) => ({
        id: postId(it.code, code),
        unitId: unitId(it.code),
        code,
        staffed,
        place,
        name: postTitles[code],
        from: it.from,
      }))
    }),
    courts: court
      .array()
      .parse(courtList)
      .map(({ from, ...it }) => ({ ...it, id: courtId(it.code), caseCode: null, validFrom: from, validTo: null })),
  }
}

const idsOf = ({ regions, units, posts, courts }: Reference): string[] => [
  ...regions.map(({ code }) => code),
  ...[...units, ...posts, ...courts].map(({ id }) => id),
]

/** Whether every reference row is in the database already. */
export const isPlanted = async (db: Parameters<typeof planted>[0]): Promise<boolean> => {
  const there = await planted(db)
  return idsOf(build()).every((id) => there.has(id))
}

/** Adds whatever reference row is lacking. */
export const plantRows = (tx: Tx): Promise<void> => plant(tx, build())
