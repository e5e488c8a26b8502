// What administrators confirmed or changed in the law's data: read in one query, kept until the database tells of a change.
import { sql, type Generated, type Kysely } from 'kysely'
import { z } from 'zod'
import type { CalendarOverride } from './calendar.ts'
import type { Day } from './clock.ts'
import type { Tables } from './database.ts'
import {
  parameters,
  type ParameterName,
  type ParameterOverride,
  type ParameterValue,
  type Parameters,
} from './parameters.ts'
import type { Text } from './text.ts'

declare module './database.ts' {
  interface Tables {
    parameters_overrides: {
      id: Generated<number>
      name: string
      from_on: Day
      /** JSON text. */
      value: string
      status: ParameterOverride['status']
      reason: string
      by: string
      at: Date
    }
    calendar_overrides: {
      id: Generated<number>
      on_day: Day
      kind: CalendarOverride['kind']
      occasion: string | null
      basis: string
      by: string
      at: Date
    }
  }
}

/** The channel on which PostgreSQL tells that an override was written. */
export const parametersChannel = 'parameters'

const read = z.object({
  parameters: z.array(
    z.object({
      name: z.string(),
      from_on: z.string(),
      value: z.union([z.number(), z.string(), z.array(z.number()), z.array(z.string())]),
      status: z.enum(['confirmed', 'changed']),
      reason: z.string(),
    }),
  ),
  calendar: z.array(
    z.object({
      on_day: z.string(),
      kind: z.enum(['off', 'work']),
      occasion: z.string().nullable(),
      basis: z.string(),
    }),
  ),
})

const kurbanAit: Text = {
  kk: 'Құрбан айттың бірінші күні',
  ru: 'Первый день Курбан-айта',
  en: 'First day of Kurban Ait',
}
function dayName({ kind, occasion, basis }: { kind: 'off' | 'work'; occasion: string | null; basis: string }): Text {
  if (occasion) return kurbanAit
  return kind === 'off'
    ? {
        kk: `Демалыс күні деп белгіленген (${basis})`,
        ru: `Объявлен выходным (${basis})`,
        en: `Declared a day off (${basis})`,
      }
    : {
        kk: `Жұмыс күні деп белгіленген (${basis})`,
        ru: `Объявлен рабочим (${basis})`,
        en: `Declared a working day (${basis})`,
      }
}

/** The parameters and the calendar with every override in the database. One query. */
export async function loadParameters(db: Kysely<Tables>): Promise<Parameters> {
  const { rows } = await sql`
    select
      (select coalesce(jsonb_agg(to_jsonb(p) order by p.id), '[]') from parameters_overrides p) as parameters,
      (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from calendar_overrides c) as calendar`.execute(db)
  const found = read.parse(rows[0])
  return parameters(
    found.parameters.map(({ from_on, ...it }) => ({ ...it, fromOn: from_on })),
    found.calendar.map(({ on_day, ...it }) => ({ ...it, on: on_day, name: dayName(it), confidence: 'verified' })),
  )
}

/** The parameters as last read. */
export interface ParameterShelf {
  /** At most one query, and none while nothing has changed. */
  current(): Promise<Parameters>
  /** Forgets what was read; called when the channel tells of a change and when its connection was lost. */
  drop(): void
}

export function parameterShelf(load: () => Promise<Parameters>): ParameterShelf {
  let kept: Promise<Parameters> | null = null
  return {
    current: () => {
      if (kept) return kept
      const reading = load()
      kept = reading
      // A failed read is not kept: the next caller asks again.
      reading.catch(() => {
        if (kept === reading) kept = null
      })
      return reading
    },
    drop: () => void (kept = null),
  }
}

export interface OverrideEntry {
  readonly name: ParameterName
  readonly fromOn: Day
  readonly value: ParameterValue
  readonly status: ParameterOverride['status']
  readonly reason: string
  /** Id of the administrator. */
  readonly by: string
  readonly at: Date
}

/** Writes a word over a parameter; inside an operation only, which drops the shelf after its commit, because the
 * database's own word comes a moment later. The value must have passed valueFault(). */
export async function putOverride(db: Kysely<Tables>, { fromOn, value, ...entry }: OverrideEntry): Promise<void> {
  await db
    .insertInto('parameters_overrides')
    .values({ ...entry, from_on: fromOn, value: JSON.stringify(value) })
    .execute()
}

export interface CalendarEntry extends Pick<CalendarOverride, 'on' | 'kind'> {
  readonly occasion: 'kurban-ait' | null
  /** The resolution or announcement it rests on. */
  readonly basis: string
  readonly by: string
  readonly at: Date
}

/** Sets one day off or working; as putOverride. */
export async function putCalendarOverride(db: Kysely<Tables>, { on, ...entry }: CalendarEntry): Promise<void> {
  await db
    .insertInto('calendar_overrides')
    .values({ ...entry, on_day: on })
    .execute()
}
