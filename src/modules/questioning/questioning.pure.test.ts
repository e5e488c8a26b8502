// Any order of acts: no question is ever put to a judge without a permission in force, a consent, and an investigation that stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Operation } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import { publicActor } from '../../../test/kit/house.ts'
import type { QuestioningState } from './contract.ts'
import { recordConsent, withdrawConsent } from './consenting.ts'
import { askQuestion, beginQuestioning, explainRights, finishQuestioning } from './holding.ts'
import { questioningLife } from './lifecycle.ts'
import type { Questioning } from './store.ts'

const member = { ...publicActor(), kind: 'employee' as const, id: 'member' }
const days = ['2026-11-22', '2026-11-23', '2026-11-24'] as const

const acts = {
  consent: recordConsent,
  withdraw: withdrawConsent,
  rights: explainRights,
  begin: beginQuestioning,
  ask: askQuestion,
  finish: finishQuestioning,
} satisfies Record<string, Operation>
const events = ['grant', 'revoke', 'assign', 'unassign', 'halt', 'resume', 'tomorrow'] as const
type Move = keyof typeof acts | (typeof events)[number]
/** What leads on stands twice, so that walks get far. */
const onward: readonly Move[] = ['grant', 'consent', 'rights', 'begin', 'ask', 'ask', 'resume', 'assign']
const moves: readonly Move[] = [...(Object.keys(acts) as (keyof typeof acts)[]), ...events, ...onward, ...onward]

interface World {
  day: number
  isJudge: boolean
  permission: boolean
  assigned: boolean
  opened: boolean
  consent: boolean
  rights: boolean
  state: QuestioningState
}

/** As the store would lay it before the rules. */
const seen = (it: World): Questioning =>
  ({
    state: it.state,
    on: days[1],
    judge: it.isJudge,
    permission: it.permission ? { id: 'permission' } : null,
    consent: it.consent ? { id: 'consent' } : null,
    rights: it.rights ? { by: 'member' } : null,
    investigation: {
      kind: 'service',
      state: it.opened ? 'opened' : 'halted',
      openedOn: days[0],
      authority: it.assigned ? { id: 'assignment' } : null,
      team: ['member'],
      unit: 'unit',
    },
  }) as unknown as Questioning

const happen = (it: World, event: (typeof events)[number]): World => {
  if (event === 'grant' || event === 'revoke') return { ...it, permission: event === 'grant' }
  if (event === 'assign' || event === 'unassign') return { ...it, assigned: event === 'assign' }
  if (event === 'tomorrow') return { ...it, day: Math.min(it.day + 1, days.length - 1) }
  return { ...it, opened: event === 'resume' }
}

/** The operation's own rules and step, as perform() walks them; null where they refuse. */
const allowed = (it: World, operation: Operation): QuestioningState | null => {
  const today = days[it.day] ?? days[0]
  try {
    judge(operation.rules, member, seen(it), { at: new Date(`${today}T05:00:00Z`), today })
  } catch {
    return null
  }
  if (!operation.step) return it.state
  if (!mayTake(questioningLife, operation.step, it.state)) return null
  return take(questioningLife, operation.step, it.state) as QuestioningState
}

const isAct = (move: Move): move is keyof typeof acts => move in acts

const stepped = (it: World, move: keyof typeof acts, state: QuestioningState): World => {
  if (move === 'consent') return { ...it, consent: true }
  if (move === 'rights') return { ...it, rights: true }
  if (move === 'withdraw') return { ...it, consent: false, state: it.state === 'underway' ? 'stopped' : it.state }
  return { ...it, state }
}

test('ten thousand orders of acts: no judge is asked without permission, consent and a standing investigation', () => {
  let asked = 0
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...moves), { maxLength: 40, size: 'max' }), (isJudge, order) => {
      const start = { isJudge, permission: false, consent: false, rights: false, state: 'planned' as const }
      let it: World = { ...start, day: 1, assigned: true, opened: true }
      for (const move of order) {
        if (!isAct(move)) {
          it = happen(it, move)
          continue
        }
        const state = allowed(it, acts[move])
        if (!state) continue
        if (move === 'begin' || move === 'ask') {
          if (isJudge) asked += 1
          assert.ok(it.assigned && it.opened && it.rights, `${move} stands on nothing: ${JSON.stringify(it)}`)
          assert.ok(!isJudge || (it.permission && it.consent), `${move} of a judge: ${JSON.stringify(it)}`)
        }
        it = stepped(it, move, state)
      }
    }),
    { numRuns: 10_000 },
  )
  // The walk has reached what it is about.
  assert.ok(asked > 200, `${asked} questions were put to judges`)
})
