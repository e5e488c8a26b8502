// What is done on the route of agreement: ask, agree, object, end; and the new beginning when the text has changed.
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { documentRecord, drafts, reads, setAgreement, type Document } from '../documents/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { drafted } from '../templates/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { beginRound, hear, stopRound } from './walking.ts'

/** The same words for a stranger and for somebody who is shut out: who that is, nobody learns here. */
const cannotBeAsked: Text = {
  kk: 'Бұл қызметкерге құжат келісуге жіберілмейді. Тізімнен таңдаңыз.',
  ru: 'Этому работнику документ на согласование не направляется. Выберите из списка.',
  en: 'This employee cannot be asked to agree. Choose from the list.',
}
const askedTwice: Text = {
  kk: 'Бір қызметкер екі рет таңдалған.',
  ru: 'Один работник выбран дважды.',
  en: 'One employee was chosen twice.',
}

export const askAgreement = command(shapes.askAgreement, {
  clauses: ['5.15', '15'],
  record: documentRecord,
  rules: [drafts, rules.isUnderWay],
  step: 'ask',
  run: async ({ input, subject, tx }) => {
    if (new Set(input.people).size < input.people.length) throw invalidField('people', askedTwice)
    const known = new Set((await store.colleagues(tx, subject)).map(({ id }) => id))
    if (!input.people.every((id) => known.has(id))) throw invalidField('people', cannotBeAsked)
    const round = await beginRound(tx, subject, input.people, input.inOrder)
    tx.note({ people: input.people, inOrder: input.inOrder, draft: subject.draft })
    return { round }
  },
})

const movedOn = (): Refusal =>
  new Refusal(
    'conflict',
    {
      kk: 'Мәтін осы сәтте өзгертілді. Жаңа нұсқасын оқып шығыңыз.',
      ru: 'Текст только что изменён. Прочитайте новую редакцию.',
      en: 'The text has just been changed. Read the new version.',
    },
    { clause: '5.15' },
  )

/** The walk on the very text that lies before the person who answers. */
async function roundOn(tx: Tx, it: Document): Promise<store.Round> {
  const round = await store.openRound(tx, it.id)
  if (round?.draft !== it.draft) throw movedOn()
  return round
}

const answering = {
  clauses: ['5.15', '15'],
  record: documentRecord,
  rules: [rules.isAwaited, rules.ownDocument],
  step: 'answer',
} as const

export const agree = command(shapes.agree, {
  ...answering,
  run: async ({ input: { comment }, subject, actor, tx }) => {
    const said = { by: actor.id, word: 'agreed', comment } as const
    return { finished: await hear(tx, subject, await roundOn(tx, subject), said) }
  },
})

export const objectTo = command(shapes.objectTo, {
  ...answering,
  run: async ({ input: { comment }, subject, actor, tx }) => {
    const said = { by: actor.id, word: 'objected', comment } as const
    return { finished: await hear(tx, subject, await roundOn(tx, subject), said) }
  },
})

export const endAgreement = command(shapes.endAgreement, {
  clauses: ['5.15'],
  record: documentRecord,
  rules: [rules.endsOwn],
  step: 'ask',
  run: async ({ input, subject, tx }) => {
    const round = await store.openRound(tx, subject.id)
    if (round) await stopRound(tx, subject, round, 'ended', input.reason)
    await setAgreement(tx, subject.id, 'none')
    tx.note({ reason: input.reason })
    return {}
  },
})

/** The same people are asked anew, those excepted who may be asked no more. */
export const restartAgreement = command(shapes.restartAgreement, {
  clauses: ['5.15'],
  rules: [rules.house],
  inner: true,
  run: async ({ input, tx }) => {
    const it = await documentRecord.find(tx, input.document, true)
    if (!it) throw unknownRecord()
    const last = await store.lastRound(tx, it.id)
    // Ended meanwhile, or the text has changed once more: then the later news does it.
    if (!last || it.agreement === 'none' || it.draft !== input.draft || last.draft === it.draft) return {}
    tx.about('document', it.id)
    if (last.ended_at === null) await stopRound(tx, it, last, 'changed')
    const known = new Set((await store.colleagues(tx, it)).map(({ id }) => id))
    const people = last.voices.map(({ employee_id }) => employee_id).filter((id) => known.has(id))
    if (people.length) await beginRound(tx, it, people, last.in_order)
    else await setAgreement(tx, it.id, 'none')
    return {}
  },
})

const nameless: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }

export const readAgreement = query(shapes.readAgreement, {
  clauses: ['5.15', '5.16'],
  record: documentRecord,
  personal: true,
  rules: [reads],
  run: async ({ subject, tx }) => {
    const rounds = await store.listRounds(tx, subject.id)
    const names = await captionOfEmployees(
      tx,
      rounds.flatMap((it) => [it.opened_by, it.ended_by, ...it.voices.map(({ employee_id }) => employee_id)]),
    )
    const name = (id: string | null): Text => names.get(id ?? '') ?? nameless
    return {
      rounds: rounds.map((it) => ({
        id: it.id,
        draft: it.draft,
        current: it.draft === subject.draft && (it.ended_why === null || ['agreed', 'objected'].includes(it.ended_why)),
        inOrder: it.in_order,
        openedAt: it.opened_at.toISOString(),
        openedBy: name(it.opened_by),
        endedAt: it.ended_at?.toISOString() ?? null,
        endedWhy: it.ended_why,
        endedBy: it.ended_at ? name(it.ended_by) : null,
        reason: it.reason,
        voices: it.voices.map((voice) => ({
          place: voice.place,
          name: name(voice.employee_id),
          asked: voice.asked_at !== null,
          dueOn: voice.due_on,
          word: voice.word,
          saidAt: voice.said_at?.toISOString() ?? null,
          comment: voice.comment,
        })),
      })),
    }
  },
})

/** Posts that stand behind the roles of a template's route. */
const postsOf: Readonly<Record<string, string>> = { deputy: 'deputy-head' }

export const listColleagues = query(shapes.listColleagues, {
  clauses: ['5.15'],
  record: documentRecord,
  rules: [reads],
  run: async ({ subject, tx }) => {
    const route = drafted.find(({ name }) => name === subject.template)?.agreedBy ?? []
    const usual = new Set(route.map((role) => postsOf[role]))
    const rows = await store.colleagues(tx, subject)
    return { rows: rows.map(({ code, ...it }) => ({ ...it, usual: usual.has(code) })) }
  },
})
