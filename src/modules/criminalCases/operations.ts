// What is entered into the register of criminal cases: the case, its events in their order, corrections that keep what was.
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import type { Rules } from '../../kernel/rules.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import { addEvent, dropEvent, reindex, replaceEvent } from './entering.ts'
import { factsOf, warningsOf } from './facts.ts'
import { caseLife } from './lifecycle.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { checkOffence, tellVerdict } from './verdicts.ts'

const unnamed: Text = { kk: 'Нөмірі жоқ іс', ru: 'Дело без номера', en: 'Case without a number' }

/** Without the person's name: a caption stands in the journal and in notices. */
export const captionOf = (it: Pick<store.Case, 'erdr' | 'court_case'>): string => it.erdr ?? it.court_case ?? unnamed.kk

export const criminalCaseRecord = record({
  name: 'criminalCase',
  table: 'criminal_cases',
  title: { kk: 'Қылмыстық іс', ru: 'Уголовное дело', en: 'Criminal case' },
  life: caseLife,
  find: store.findCase,
  caption: captionOf,
  page: (id) => `/criminal-cases/${id}`,
})

const known: Text = {
  kk: 'Бұл адам осы нөмірмен тізілімде бар.',
  ru: 'Этот человек с этим номером в реестре уже есть.',
  en: 'This person is in the register under this number already.',
}

async function refuseTwin(tx: Tx, facts: store.Facts, except: string | null): Promise<void> {
  if (await store.twinOf(tx, facts, except)) throw new Refusal('conflict', known, { clause: '6.16' })
}

export interface Beginning {
  id: string
  facts: store.Facts
  registeredOn: string
  confirmedOn: string
  incoming?: string | undefined
  files: readonly string[]
  paper: string | null
  word: string | null
}

/** Enters a case with its first event, within the caller's operation. @throws Refusal 'invalid', 'conflict' */
export async function beginCase(tx: Tx, it: Beginning): Promise<void> {
  await refuseTwin(tx, it.facts, null)
  await store.insertCase(tx, it.id, it.facts, it.registeredOn)
  await addEvent(tx, { id: it.id }, 'registered', { ...it, happenedOn: it.registeredOn })
  await reindex(tx, it.id)
}

export const registerCase = command(shapes.registerCase, {
  clauses: ['6.16', '5.16'],
  rules: [rules.mayEnter],
  personal: true,
  run: async ({ input: { entryKey: id, ...input }, tx }) => {
    const facts = await factsOf(tx, input, input.registeredOn)
    if (!(await store.enteredBefore(tx, id))) await beginCase(tx, { ...input, id, facts })
    tx.about('criminalCase', id)
    return { id, warnings: warningsOf(facts) }
  },
})

const onCase = { record: criminalCaseRecord, rules: [rules.keeps], clauses: ['6.16', '5.16'], personal: true } as const

type Plain = typeof shapes.suspectCase
/** An event that brings nothing but its day, its paper and a word. */
const happens = (
  of: Plain,
  kind: shapes.EventKind,
  step: keyof typeof caseLife.steps,
  ruled: Rules<store.Case> = onCase.rules,
) =>
  command(of, {
    ...onCase,
    rules: ruled,
    step,
    run: async ({ input, subject, tx }) => {
      await addEvent(tx, subject, kind, input)
      return {}
    },
  })

export const suspectCase = happens(shapes.suspectCase, 'suspected', 'suspect')
export const chargeCase = happens(shapes.chargeCase, 'charged', 'charge')
export const appealVerdict = happens(shapes.appealVerdict, 'appealed', 'appeal')
export const setVerdictAside = happens(shapes.setVerdictAside, 'set-aside', 'setAside')
export const resumeCase = happens(shapes.resumeCase, 'resumed', 'resume')

const dayKnown = [rules.keeps, rules.offenceUnknown] as const
export const enterForce = happens(shapes.enterForce, 'in-force', 'enterForce', dayKnown)

export const sendCase = command(shapes.sendCase, {
  ...onCase,
  step: 'send',
  run: async ({ input, subject, tx }) => {
    await addEvent(tx, subject, 'sent', input)
    if (!input.courtCase) return {}
    await store.putCourtCase(tx, subject.id, input.courtCase)
    await reindex(tx, subject.id)
    return {}
  },
})

const noGravity: Text = {
  kk: 'Айыптау үкімінде қылмыстың ауырлығын көрсетіңіз: оралуға тыйым мерзімі соған байланысты.',
  ru: 'Для обвинительного приговора укажите тяжесть: от неё зависит срок запрета на возвращение.',
  en: 'For a conviction state the gravity: the bar on return depends on it.',
}
const noSentence: Text = {
  kk: 'Айыптау үкімінде жазаның кемінде бір түрін белгілеңіз.',
  ru: 'Для обвинительного приговора отметьте хотя бы один вид наказания.',
  en: 'For a conviction mark at least one kind of sentence.',
}

interface Verdict {
  outcome?: 'convicted' | 'acquitted' | undefined
  gravity?: shapes.Gravity | undefined
  sentences: shapes.Sentence[]
  sentenceWords: string | null
}

const verdictOf = ({ outcome, gravity, sentences, sentenceWords }: Verdict): shapes.EventDetails => {
  if (outcome !== 'convicted') return { ...(outcome && { outcome }), sentenceWords }
  if (!gravity) throw invalidField('gravity', noGravity)
  if (!sentences.length) throw invalidField('sentences', noSentence)
  return { outcome, gravity, sentences, sentenceWords }
}

export const giveVerdict = command(shapes.giveVerdict, {
  ...onCase,
  step: 'giveVerdict',
  run: async ({ input, subject, tx }) => {
    await addEvent(tx, subject, 'verdict', input, verdictOf(input))
    return {}
  },
})

const noOutcome: Text = {
  kk: 'Өзгертілген үкімнің нәтижесін көрсетіңіз.',
  ru: 'Укажите исход изменённого приговора.',
  en: 'Give the outcome of the changed verdict.',
}

export const decideAppeal = command(shapes.decideAppeal, {
  ...onCase,
  step: 'decideAppeal',
  run: async ({ input, subject, tx }) => {
    if (input.changed && !input.outcome) throw invalidField('outcome', noOutcome)
    const details = input.changed ? { ...verdictOf(input), changed: true } : { changed: false }
    await addEvent(tx, subject, 'appeal-decided', input, details)
    return {}
  },
})

export const terminateCase = command(shapes.terminateCase, {
  ...onCase,
  step: 'terminate',
  run: async ({ input, subject, tx }) => {
    if (!input.cleared && !input.gravity) throw invalidField('gravity', noGravity)
    await addEvent(tx, subject, 'terminated', input, {
      outcome: input.cleared ? 'cleared' : 'excused',
      ...(input.gravity && { gravity: input.gravity }),
    })
    return {}
  },
})

const noMeasure: Text = {
  kk: 'Бұлтартпау шарасын таңдаңыз.',
  ru: 'Выберите меру пресечения.',
  en: 'Choose the measure of restraint.',
}
const nothingToLift: Text = {
  kk: 'Қолданыстағы бұлтартпау шарасы жоқ.',
  ru: 'Действующей меры пресечения нет.',
  en: 'No measure of restraint is in force.',
}
const setAlready: Text = {
  kk: 'Бұлтартпау шарасы қолданылып тұр: оны өзгертіңіз.',
  ru: 'Мера пресечения уже избрана: измените её.',
  en: 'A measure of restraint is in force already: change it.',
}

export const restrainAccused = command(shapes.restrainAccused, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    const { act, restraint } = input
    if (act !== 'lifted' && !restraint) throw invalidField('restraint', noMeasure)
    if (act !== 'set' && !subject.restraint) throw invalidField('act', nothingToLift)
    if (act === 'set' && subject.restraint) throw invalidField('act', setAlready)
    await addEvent(tx, subject, `restraint-${act}`, input, act !== 'lifted' && restraint ? { restraint } : {})
    return {}
  },
})

const dismissedBefore: Text = {
  kk: 'Жұмыстан босатылғаны тіркелген.',
  ru: 'Увольнение уже внесено.',
  en: 'The dismissal has been entered already.',
}

export const recordDismissal = command(shapes.recordDismissal, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    if (subject.dismissed_on) throw new Refusal('conflict', dismissedBefore, { clause: '6.16' })
    await addEvent(tx, subject, 'dismissed', input)
    return {}
  },
})

export const noteCase = command(shapes.noteCase, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    await addEvent(tx, subject, 'noted', input)
    return {}
  },
})

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** Corrects the facts of a case within the caller's operation and keeps what was. Gives the number of fields changed. */
export async function correctFacts(
  tx: Tx,
  it: store.Case,
  facts: store.Facts,
  { reason, source }: { reason: string; source: string | null },
): Promise<number> {
  const changed = (Object.keys(facts) as (keyof store.Facts)[]).filter((field) => differs(facts[field], it[field]))
  if (!changed.length) return 0
  checkOffence(it, facts)
  await refuseTwin(tx, facts, it.id)
  const pick = (from: store.Facts): store.Said => Object.fromEntries(changed.map((field) => [field, from[field]]))
  await store.keepCorrection(tx, { id: newId(), case_id: it.id, reason, source, before: pick(it), after: pick(facts) })
  await store.changeFacts(tx, it.id, facts)
  await reindex(tx, it.id)
  await tellVerdict(tx, it)
  return changed.length
}

export const correctCase = command(shapes.correctCase, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    const facts = await factsOf(tx, input, subject.registered_on)
    const changed = await correctFacts(tx, subject, facts, { reason: input.reason, source: input.paper })
    return { changed, warnings: warningsOf(facts) }
  },
})

const standingEvent = async (tx: Tx, id: string, event: string): Promise<store.Event> => {
  const found = (await store.eventsOf(tx, id)).find((it) => it.id === event && it.ended_at === null)
  if (!found) throw unknownRecord()
  return found
}

export const correctEvent = command(shapes.correctEvent, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    await replaceEvent(tx, subject.id, await standingEvent(tx, subject.id, input.event), input, input.reason)
    return {}
  },
})

export const strikeEvent = command(shapes.strikeEvent, {
  ...onCase,
  run: async ({ input, subject, tx }) => {
    await dropEvent(tx, subject.id, await standingEvent(tx, subject.id, input.event), input.reason)
    return {}
  },
})
