// Acts of custody: each is a row that says from whose hand to whose, when and how, and none can be skipped.
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { evidenceRecord, type Evidence } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const says = {
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  beforeLast: {
    kk: 'Бұл күн алдыңғы актінің күнінен ерте бола алмайды.',
    ru: 'Этот день не может быть раньше дня предыдущего акта.',
    en: 'This day cannot be before that of the act before.',
  },
  notOnTeam: {
    kk: 'Дәлелдеме тек тексеру тобының мүшесіне беріледі.',
    ru: 'Доказательство передаётся только участнику группы.',
    en: 'It is handed to a member of the team only.',
  },
  hasIt: {
    kk: 'Дәлелдеме осы адамның қолында.',
    ru: 'Доказательство уже у этого лица.',
    en: 'That person has it already.',
  },
  past: {
    kk: 'Қайтару күні бүгіннен ерте болмауы керек.',
    ru: 'День возврата не может быть раньше сегодняшнего.',
    en: 'It cannot be due back before today.',
  },
}

const party = ({ holder, outside }: Evidence): store.Party => ({ id: holder, outside })
const hand = (id: string): store.Party => ({ id, outside: null })
const nobody: store.Party = { id: null, outside: null }

async function dayOf(tx: Tx, it: Evidence, on: Day | undefined): Promise<Day> {
  const day = on ?? tx.today
  if (day > tx.today) throw invalidField('on', says.ahead)
  const last = await store.lastAct(tx, it.id)
  if (last && day < last.happened_on) throw invalidField('on', says.beforeLast)
  return day
}

const joined = (...words: readonly (string | null)[]): string => words.filter((it) => it !== null).join('; ')

/** Whoever has it in hand, now, with nothing half done. */
const inHand = [rules.hasInHand, rules.isGone, rules.giverHasIt, rules.isBeingHanded] as const

const on = (it: Evidence) => ({ kind: 'evidence', recordId: it.id, number: it.number })

export const handEvidence = command(shapes.handEvidence, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: inHand,
  run: async ({ input: { to, how }, subject, tx }) => {
    if (!subject.investigation.team.includes(to)) throw invalidField('to', says.notOnTeam)
    if (subject.holder === to) throw invalidField('to', says.hasIt)
    await store.changeEvidence(tx, subject.id, { offered_to: to, offered_how: how })
    await tell(tx, { ...on(subject), to: [to], news: 'asked' })
    return {}
  },
})

export const acceptEvidence = command(shapes.acceptEvidence, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [rules.isTaker],
  run: async ({ input: { condition }, subject, actor, tx }) => {
    const words = joined(subject.offeredHow, condition)
    await store.insertAct(tx, subject.id, { act: 'handed', giver: party(subject), taker: hand(actor.id), words })
    await store.changeEvidence(tx, subject.id, { holder_id: actor.id, offered_to: null, offered_how: null })
    await tell(tx, { ...on(subject), to: [subject.holder], news: 'decided' })
    return {}
  },
})

export const declineEvidence = command(shapes.declineEvidence, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [rules.isTakerOrGiver],
  run: async ({ input: { reason }, subject, tx }) => {
    await store.changeEvidence(tx, subject.id, { offered_to: null, offered_how: null })
    await tell(tx, { ...on(subject), to: [subject.holder, subject.offeredTo], news: 'returned', words: reason })
    tx.note({ reason })
    return {}
  },
})

export const moveEvidence = command(shapes.moveEvidence, {
  clauses: ['5.16', '5.14'],
  record: evidenceRecord,
  rules: [...inHand],
  run: async ({ input, subject, tx }) => {
    const day = await dayOf(tx, subject, input.on)
    const words = joined(input.keptAt, input.how)
    await store.insertAct(tx, subject.id, {
      act: 'moved',
      on: day,
      giver: party(subject),
      taker: party(subject),
      words,
    })
    await store.changeEvidence(tx, subject.id, { kept_at: input.keptAt })
    return {}
  },
})

export const giveOut = command(shapes.giveOut, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [...inHand, ...rules.standsOn],
  step: 'giveOut',
  run: async ({ input: { to, paper, until, how, ...input }, subject, tx }) => {
    const day = await dayOf(tx, subject, input.on)
    if (until < tx.today) throw invalidField('until', says.past)
    const taker = { id: null, outside: to }
    await store.insertAct(tx, subject.id, {
      act: 'given-out',
      on: day,
      giver: party(subject),
      taker,
      words: joined(paper, how),
    })
    await store.changeEvidence(tx, subject.id, { holder_id: null, outside: to, back_on: until })
    const { investigation } = subject
    await openDuty(tx, {
      ...on(subject),
      stage: 'back',
      title: subject.what,
      clause: '5.16',
      holder: investigation.leader ?? tx.actor.id,
      unit: investigation.unit,
      openedOn: tx.today,
      dueOn: until,
    })
    return {}
  },
})

/** What is outside comes back whatever has become of the authority. */
export const takeIn = command(shapes.takeIn, {
  clauses: ['5.16', '6.21'],
  record: evidenceRecord,
  rules: [rules.worksOnIt],
  step: 'takeIn',
  run: async ({ input: { condition, keptAt, ...input }, subject, actor, tx }) => {
    const day = await dayOf(tx, subject, input.on)
    await store.insertAct(tx, subject.id, {
      act: 'taken-in',
      on: day,
      giver: party(subject),
      taker: hand(actor.id),
      words: joined(condition, keptAt),
    })
    const back = { holder_id: actor.id, outside: null, back_on: null, kept_at: keptAt }
    await store.changeEvidence(tx, subject.id, back)
    await closeDuty(tx, { kind: 'evidence', recordId: subject.id, stage: 'back' })
    return {}
  },
})

export const breakSeal = command(shapes.breakSeal, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [rules.leadsTeam, rules.isGone, rules.giverHasIt, rules.isBeingHanded, rules.stillRuns, ...rules.standsOn],
  step: 'breakSeal',
  run: async ({ input: { reason }, subject, actor, tx }) => {
    await store.insertAct(tx, subject.id, {
      act: 'seal-broken',
      giver: party(subject),
      taker: party(subject),
      words: reason,
      seal: subject.seal,
    })
    await store.changeEvidence(tx, subject.id, { unsealed_by: actor.id })
    tx.note({ reason })
    return {}
  },
})

export const reseal = command(shapes.reseal, {
  clauses: ['5.16', '6.21'],
  record: evidenceRecord,
  rules: inHand,
  step: 'reseal',
  run: async ({ input: { seal, how }, subject, tx }) => {
    const act = { act: 'resealed' as const, giver: party(subject), taker: party(subject), words: how, seal }
    await store.insertAct(tx, subject.id, act)
    await store.changeEvidence(tx, subject.id, { unsealed_by: null, seal })
    return {}
  },
})

export const noteCopy = command(shapes.noteCopy, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [...inHand, ...rules.standsOn],
  run: async ({ input, subject, tx }) => {
    const words = joined(input.for, input.ground, `× ${input.copies}`)
    await store.insertAct(tx, subject.id, { act: 'copied', giver: party(subject), taker: party(subject), words })
    return {}
  },
})

export const returnEvidence = command(shapes.returnEvidence, {
  clauses: ['5.16', '6.21'],
  record: evidenceRecord,
  rules: [...inHand, rules.isHeld, ...rules.standsOn],
  step: 'return',
  run: async ({ input, subject, tx }) => {
    const day = await dayOf(tx, subject, input.on)
    const words = joined(input.to, input.paper, input.how)
    await store.insertAct(tx, subject.id, { act: 'returned', on: day, giver: party(subject), taker: nobody, words })
    await store.changeEvidence(tx, subject.id, { holder_id: null, unsealed_by: null, ended_on: day })
    return {}
  },
})

export const proposeDestruction = command(shapes.proposeDestruction, {
  clauses: ['5.16'],
  record: evidenceRecord,
  rules: [rules.worksOnIt, rules.isGone, rules.isHeld, rules.termRuns, rules.alreadyProposed, rules.isBeingHanded],
  run: async ({ input: { reason }, subject, actor, tx }) => {
    const doomed = { doomed_at: tx.at, doomed_by: actor.id, doomed_reason: reason, doomed_after: subject.keptUntil }
    await store.changeEvidence(tx, subject.id, doomed)
    return {}
  },
})

const spared = { doomed_at: null, doomed_by: null, doomed_reason: null, doomed_after: null }

export const declineDestruction = command(shapes.declineDestruction, {
  clauses: ['5.16'],
  record: evidenceRecord,
  rules: [rules.approvesDestruction, rules.isGone, rules.nothingProposed],
  run: async ({ input: { reason }, subject, tx }) => {
    await store.changeEvidence(tx, subject.id, spared)
    tx.note({ reason })
    return {}
  },
})

/** Another person's word after a fresh proof of identity; the database judges the hold and the term once more. */
export const destroyEvidence = command(shapes.destroyEvidence, {
  clauses: ['5.16'],
  record: evidenceRecord,
  rules: [
    rules.approvesDestruction,
    rules.nothingProposed,
    rules.ownProposal,
    rules.isHeld,
    rules.termRuns,
    rules.isBeingHanded,
  ],
  step: 'destroy',
  dangerous: true,
  run: async ({ input: { paper }, subject, tx }) => {
    if (!(await store.destroyFiles(tx, subject.id))) throw new Error(`evidence ${subject.id} is held after all`)
    await store.insertAct(tx, subject.id, { act: 'destroyed', giver: party(subject), taker: nobody, words: paper })
    await store.changeEvidence(tx, subject.id, { holder_id: null, unsealed_by: null, ended_on: tx.today })
    return {}
  },
})
