// A walk along the route: who is asked when, on whose desk it lies, and what the document is told of it.
import type { Tx } from '../../kernel/operation.ts'
import { dutyTitle, letRead, setAgreement, type Document } from '../documents/index.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import * as store from './store.ts'

const on = (it: Document) => ({ kind: 'document', recordId: it.id })
/** One duty a person: the place on the route makes the stage its own. */
const stageOf = ({ place }: store.Voice): string => `agree.${place}`

const isSilent = (it: store.Voice): boolean => it.word === null
const isWaiting = (it: store.Voice): boolean => it.asked_at !== null && it.word === null

async function ask(tx: Tx, it: Document, voices: readonly store.Voice[]): Promise<void> {
  const dueOn = tx.calendar.addWorkingDays(tx.today, tx.parameter('agreement.term').value)
  for (const voice of voices) {
    await store.markAsked(tx, voice.id, dueOn)
    await openDuty(tx, {
      ...on(it),
      stage: stageOf(voice),
      number: null,
      title: dutyTitle(it),
      clause: '5.15',
      holder: voice.employee_id,
      unit: it.unit,
      openedOn: tx.today,
      dueOn,
    })
  }
  await tell(tx, { to: voices.map(({ employee_id }) => employee_id), news: 'toAgree', ...on(it), number: null })
}

/** Begins a walk with these people on the text as it stands. In order, only the first is asked now. */
export async function beginRound(tx: Tx, it: Document, people: readonly string[], inOrder: boolean): Promise<string> {
  const round = await store.insertRound(tx, { document: it.id, draft: it.draft, inOrder, people })
  await letRead(tx, it.id, people)
  const first = inOrder ? round.voices.slice(0, 1) : round.voices
  await ask(tx, it, first)
  await setAgreement(
    tx,
    it.id,
    'asked',
    first.map(({ employee_id }) => employee_id),
  )
  return round.id
}

/** Ends a walk before its end: what was said stays, what was asked is asked no more. */
export async function stopRound(tx: Tx, it: Document, round: store.Round, why: 'changed' | 'ended', reason?: string) {
  for (const voice of round.voices.filter(isWaiting)) await closeDuty(tx, { ...on(it), stage: stageOf(voice) })
  await store.markEnded(tx, round.id, why, reason ?? null)
}

/** Whether somebody has objected, were this the newest word. */
const worstOf = (voices: readonly store.Voice[]): store.Word =>
  voices.some(({ word }) => word === 'objected') ? 'objected' : 'agreed'

/** Takes the word of one person and goes on to the next. True where nobody is awaited any more. */
export async function hear(
  tx: Tx,
  it: Document,
  round: store.Round,
  said: { by: string; word: store.Word; comment: string | null },
): Promise<boolean> {
  const voices = round.voices.map((voice) => (voice.employee_id === said.by ? { ...voice, word: said.word } : voice))
  const own = round.voices.find(({ employee_id }) => employee_id === said.by)
  if (!own) throw new Error(`nobody asked ${said.by} about the document ${it.id}`)
  await store.markSaid(tx, own.id, said.word, said.comment)
  await closeDuty(tx, { ...on(it), stage: stageOf(own) })
  const worst = worstOf(voices)
  // In order, an objection stops the walk: the next person would judge a text that will change.
  const next = round.in_order && worst === 'agreed' ? voices.filter(isSilent).slice(0, 1) : []
  await ask(tx, it, next)
  const awaited = [...(round.in_order ? next : voices.filter(isWaiting))].map(({ employee_id }) => employee_id)
  const finished = awaited.length === 0
  if (finished) await store.markEnded(tx, round.id, worst)
  await setAgreement(tx, it.id, worst === 'objected' ? 'objected' : finished ? 'agreed' : 'asked', awaited)
  if (said.word === 'objected' || finished)
    await tell(tx, { to: [it.drafter], news: said.word === 'objected' ? 'objected' : worst, ...on(it), number: null })
  return finished
}
