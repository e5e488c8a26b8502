// A lifecycle is a table: states, steps, who takes them, under which clause and within which term.
import type { Clause } from './clauses.ts'
import { touch } from './evidence.ts'
import type { ParameterName } from './parameters.ts'
import { Refusal } from './refusal.ts'
import type { Text } from './text.ts'

export interface Step<S extends string> {
  readonly from: S | readonly S[]
  readonly to: S
  readonly by: Text
  readonly clause: Clause
  /** Name of the parameter that bounds the step in time. */
  readonly within?: ParameterName
}

export interface Lifecycle<S extends string = string, N extends string = string> {
  readonly name: string
  readonly title: Text
  readonly start: S
  readonly final: readonly S[]
  readonly states: Readonly<Record<S, Text>>
  readonly steps: Readonly<Record<N, Step<S>>>
}

export const lifecycle = <const S extends string, const N extends string>(
  it: Omit<Lifecycle<S, N>, 'start' | 'final' | 'steps'> & {
    readonly start: NoInfer<S>
    readonly final: readonly NoInfer<S>[]
    readonly steps: Readonly<Record<N, Step<NoInfer<S>>>>
  },
): Lifecycle<S, N> => it

const listOf = <S>(from: S | readonly S[]): readonly S[] => (Array.isArray(from) ? from : [from]) as readonly S[]

export const mayTake = (life: Lifecycle, step: string, state: string): boolean => {
  const row = life.steps[step]
  return row !== undefined && listOf(row.from).includes(state)
}

/** The state after the step, or a refusal that cites the clause and names the state. */
export function take(life: Lifecycle, step: string, state: string): string {
  const row = life.steps[step]
  if (!row) throw new Error(`lifecycle ${life.name} has no step ${step}`)
  touch(row.clause)
  if (mayTake(life, step, state)) return row.to
  const now = life.states[state] ?? { kk: state, ru: state, en: state }
  throw new Refusal(
    'wrong-state',
    {
      kk: `Қазіргі күйі: «${now.kk}». Бұл күйде мұндай әрекет жасалмайды.`,
      ru: `Текущее состояние: «${now.ru}». В этом состоянии такое действие невозможно.`,
      en: `The present state is “${now.en}”. This cannot be done in it.`,
    },
    { clause: row.clause },
  )
}

const kept = (name: string): string => name.replaceAll('-', '_')

/** The lifecycle as a Mermaid state diagram. */
export function mermaid(life: Lifecycle): string {
  const names = Object.entries(life.states).map(([name, title]) => `  ${kept(name)}: ${title.en}`)
  const rows = Object.entries(life.steps).flatMap(([name, { from, to, by, clause, within }]) =>
    listOf(from).map(
      (state) => `  ${kept(state)} --> ${kept(to)}: ${name} (${by.en}, cl. ${clause}${within ? `, ${within}` : ''})`,
    ),
  )
  const ends = life.final.map((state) => `  ${kept(state)} --> [*]`)
  return ['stateDiagram-v2', ...names, `  [*] --> ${kept(life.start)}`, ...rows, ...ends].join('\n')
}

/** Holes in the table: states that nobody reaches, and states that nobody can leave and nobody called final. */
export function holes(life: Lifecycle): string[] {
  const steps = Object.values(life.steps)
  const reached = new Set([life.start])
  for (let grew = true; grew;) {
    grew = false
    for (const { from, to } of steps) {
      if (reached.has(to) || !listOf(from).some((state) => reached.has(state))) continue
      reached.add(to)
      grew = true
    }
  }
  const left = new Set(steps.flatMap((step) => listOf(step.from)))
  const states = Object.keys(life.states)
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `unreachable: ${state}`),
    ...states.filter((state) => !left.has(state) && !life.final.includes(state)).map((state) => `no way out: ${state}`),
  ]
}
