// What a case has come to: the sum of its standing events, in their order. Pure, so that a struck event is as if it had never been.
import type { Day } from '../../kernel/clock.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { EventDetails } from './contract.ts'
import { caseLife, stepOf } from './lifecycle.ts'
import type { CaseState, EventKind, Gravity, Outcome, Restraint, Sentence } from './words.ts'

export interface Happened {
  kind: EventKind
  on: Day
  details: EventDetails
}

export interface Stage {
  state: CaseState
  registeredOn: Day
  suspectedOn: Day | null
  chargedOn: Day | null
  courtOn: Day | null
  verdictOn: Day | null
  appealedOn: Day | null
  forceOn: Day | null
  terminatedOn: Day | null
  dismissedOn: Day | null
  restraint: Restraint | null
  outcome: Outcome
  gravity: Gravity | null
  sentences: readonly Sentence[]
  sentenceWords: string | null
}

const verdictOf = ({ outcome, gravity, sentences, sentenceWords }: EventDetails): Partial<Stage> => ({
  outcome: outcome ?? 'pending',
  gravity: gravity ?? null,
  sentences: sentences ?? [],
  sentenceWords: sentenceWords ?? null,
})

const nothingDecided = {
  outcome: 'pending',
  gravity: null,
  sentences: [],
  sentenceWords: null,
  verdictOn: null,
  appealedOn: null,
  forceOn: null,
} as const satisfies Partial<Stage>

const changes: Readonly<Record<EventKind, (it: Happened) => Partial<Stage>>> = {
  registered: ({ on }) => ({ registeredOn: on }),
  suspected: ({ on }) => ({ suspectedOn: on }),
  charged: ({ on }) => ({ chargedOn: on }),
  'restraint-set': ({ details }) => ({ restraint: details.restraint ?? null }),
  'restraint-changed': ({ details }) => ({ restraint: details.restraint ?? null }),
  'restraint-lifted': () => ({ restraint: null }),
  sent: ({ on }) => ({ courtOn: on }),
  verdict: ({ on, details }) => ({ verdictOn: on, ...verdictOf(details) }),
  appealed: ({ on }) => ({ appealedOn: on }),
  'appeal-decided': ({ details }) => (details.outcome ? verdictOf(details) : {}),
  'in-force': ({ on }) => ({ forceOn: on }),
  'set-aside': () => nothingDecided,
  terminated: ({ on, details }) => ({
    terminatedOn: on,
    outcome: details.outcome ?? 'pending',
    gravity: details.gravity ?? null,
    restraint: null,
  }),
  resumed: () => ({ terminatedOn: null, outcome: 'pending', gravity: null }),
  dismissed: ({ on }) => ({ dismissedOn: on }),
  noted: () => ({}),
}

/** @throws Refusal 'wrong-state' where an event cannot follow those before it */
export const stageOf = (events: readonly Happened[]): Stage => {
  const stage: Stage = {
    state: 'registered',
    registeredOn: events[0]?.on ?? '',
    suspectedOn: null,
    chargedOn: null,
    courtOn: null,
    terminatedOn: null,
    dismissedOn: null,
    restraint: null,
    ...nothingDecided,
  }
  for (const it of events) {
    const step = stepOf[it.kind]
    if (step) stage.state = take(caseLife, step, stage.state) as CaseState
    Object.assign(stage, changes[it.kind](it))
  }
  return stage
}

/** Whether the events can follow each other: each step from its state, no step before the day of the one before. */
export const follows = (events: readonly Happened[]): boolean => {
  let state: string = caseLife.start
  let last = ''
  for (const [place, { kind, on }] of events.entries()) {
    if ((kind === 'registered') !== (place === 0)) return false
    const step = stepOf[kind]
    if (!step && kind !== 'registered') continue
    if (on < last || (step && !mayTake(caseLife, step, state))) return false
    if (step) state = take(caseLife, step, state)
    last = on
  }
  return events.length > 0
}
