// What a walk has at hand: who tries, on which record, with which scope of an authority; a refusal is an answer, any other fault is not.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { castId, type CastName } from '../../src/app/cast.ts'
import { dayOf } from '../../src/kernel/clock.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import { perform } from '../../src/kernel/perform.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { isFile } from '../../src/kernel/reply.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { steppedUp, type TestHouse } from '../kit/house.ts'
import type { Ground } from './ground.ts'

/** One walk: the ground as it was, and what this walk has added to it. */
export interface Walk {
  ground: Ground
  house: TestHouse
  /** An operation by its name; a test puts a spoilt one in its place. */
  operation(name: string): Operation
  investigations: string[]
  questionings: { id: string; code: string | null }[]
  authorities: string[]
  /** Jobs that were queued before it, or that it has carried out. */
  heard: Set<string>
  /** How often each operation was done and refused. */
  tally: Map<string, { done: number; refused: number }>
}

export interface Step {
  do: string
  who: CastName | 'usual'
  a: number
  b: number
  c: number
}

export const at = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

export const dayAfter = (walk: Walk, days: number): string =>
  dayOf(new Date(walk.house.clock.now().getTime() + days * 86_400_000))

export const actorOf = (walk: Walk, { who }: Step, usual: CastName): Actor =>
  steppedUp(walk.ground.actors[who === 'usual' ? usual : who], walk.house)

/** What the operation gave; null where it was refused. Any other fault goes up. */
export const tried = async (walk: Walk, name: string, actor: Actor, input: unknown): Promise<unknown> => {
  const count = walk.tally.get(name) ?? { done: 0, refused: 0 }
  walk.tally.set(name, count)
  try {
    const { result } = await perform(walk.house, walk.operation(name), actor, input)
    if (isFile(result)) for await (const chunk of result.stream) void chunk
    count.done += 1
    return result
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    count.refused += 1
    return null
  }
}

export const idIn = (result: unknown, field = 'id'): string | null => {
  const id = (result as Record<string, unknown> | null)?.[field]
  return typeof id === 'string' ? id : null
}

/** Every purpose, with what it must name and with what looks much like it. */
const aims = ({ ground: { judges, clerk, files, inspection }, investigations }: Walk) => {
  const of = investigations.map((id) => `investigation:${id}`)
  const [prepared = '', running = '', superior = ''] = of
  const person = judges.map((id) => `person:${id}`)
  const [one = '', two = ''] = person
  const file = files.map(({ id }) => `personalFile:${id}`)
  return [
    ...[
      ['investigation', prepared],
      ['investigation', running],
      ['investigation', superior],
    ],
    ...[
      ['superior', superior],
      ['superior', running],
      ['investigation', of.at(-1) ?? ''],
    ],
    ...[
      ['questioning', running, one],
      ['questioning', running, one],
      ['questioning', running, two],
    ],
    ...[
      ['questioning', running],
      ['questioning', one],
      ['questioning', prepared, one],
      ['questioning', running, `person:${clerk}`],
    ],
    ...file.map((it) => ['personalFile', it]),
    ...[
      ['personalFile', file[0] ?? ''],
      ['personalFile', one],
      ['personalFile', one, two],
    ],
    ...[
      ['inspection', `inspection:${inspection}`],
      ['inspection', `inspection:${inspection}`, ...file],
    ],
    ['suspension', running, one],
  ]
}

export const scopeOf = (walk: Walk, { a, b, c }: Step) => {
  const [purpose = '', ...about] = at(aims(walk), a)
  const until = at([null, 0, 1, 3, 30], c)
  return {
    ...{ entryKey: randomUUID(), purpose, about, ground: 'Тексеру барысында қажет болды.' },
    issuer: at(['chairman', 'chairman', 'ca-head', 'head'], b),
    from: dayAfter(walk, at([0, 0, 0, 1, 2], b + c)),
    ...(until === null && purpose !== 'personalFile' ? {} : { until: dayAfter(walk, until ?? 5) }),
  }
}

/** Who asked for it, or whom the head let read. */
export const reader = ({ c }: Step): CastName => at(['head', 'inspector'], c)
export const whoever = ({ b }: Step) => castId(at(['inspector', 'inspector2', 'analyst', 'abaiInspector', 'deputy'], b))
export const personIn = ({ ground }: Walk, { b }: Step) => at([...ground.judges, ground.clerk], b)

/** What the house was told of and has not heard yet: as the worker would, but on the walk's own connection. */
export const hearNews = async (walk: Walk): Promise<void> => {
  for (let isMore = true; isMore;) {
    const { rows } = await sql<{ id: string; payload: { operation: string; input: unknown } }>`
      select j.id::text as id, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'react' and j.id::text <> all (${[...walk.heard]}) order by j.id`.execute(
      walk.house.database,
    )
    for (const { id, payload } of rows) {
      walk.heard.add(id)
      await tried(walk, payload.operation, systemActor, payload.input)
    }
    isMore = rows.length > 0
  }
}
