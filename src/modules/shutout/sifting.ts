// The closer look: whoever the database shut out on the sound of a word is named for sure, or perhaps, or not at all.
import { command, type Tx } from '../../kernel/operation.ts'
import { appealRecord, type Appeal } from '../appeals/index.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import * as shapes from './contract.ts'
import { clearAppeal, keeperOf } from './desk.ts'
import { namedIn, type Naming, type Person, type Sign } from './naming.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const doubtStage = 'shutout'

interface Finding {
  ground: 'named' | 'applicant'
  sign: Sign
  said: string
  sure: boolean
}

const asApplicant = (words: store.Words, person: Person, people: readonly Person[]): Finding | null => {
  const { applicant } = words
  if (!applicant) return null
  if (person.iin && applicant.number === person.iin)
    return { ground: 'applicant', sign: 'iin', said: applicant.name, sure: true }
  // The number is another person's: a namesake.
  if (applicant.number && person.iin) return null
  const found = namedIn(applicant.name, people).find((it) => it.person === person.id && it.sign === 'full-name')
  return found ? { ground: 'applicant', sign: 'full-name', said: applicant.name, sure: false } : null
}

const order: readonly Sign[] = ['iin', 'full-name', 'initials', 'given-name', 'surname']
const bestOf = (namings: readonly Naming[]): Naming | undefined =>
  namings.toSorted((a, b) => Number(b.sure) - Number(a.sure) || order.indexOf(a.sign) - order.indexOf(b.sign))[0]

/** Opens the duty of deciding while anybody is in doubt, and ends it when nobody is. */
export async function watchDoubts(tx: Tx, it: Appeal): Promise<void> {
  const isDoubtful = (await store.rowsOf(tx, it.id)).some(({ state }) => state === 'doubtful')
  const isOpen = await store.isDutyOpen(tx, it.id, doubtStage)
  if (isDoubtful === isOpen) return
  if (!isDoubtful) return closeDuty(tx, { kind: 'appeal', recordId: it.id, stage: doubtStage })
  await openDuty(tx, {
    kind: 'appeal',
    recordId: it.id,
    stage: doubtStage,
    number: it.number ?? it.slipNumber,
    title: it.language === 'kk' ? 'Аталған қызметкерді растау' : 'Подтвердить названного работника',
    clause: '5.16',
    holder: await keeperOf(tx, it.id),
    unit: it.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, tx.parameter('shutout.decide').value),
  })
}

/** Looks closer at every person who is pending on the appeal. What was said before a decision of the head is not asked again. */
async function siftAppeal(tx: Tx, it: Appeal, people: readonly Person[]): Promise<void> {
  const rows = await store.rowsOf(tx, it.id)
  const pending = rows.filter(({ state }) => state === 'pending')
  if (!pending.length) return
  const words = await store.wordsOf(tx, it.id)
  const found = words.pieces.map(({ at, text }) => ({ at, namings: namedIn(text, people) }))
  for (const row of pending) {
    const person = people.find(({ id }) => id === row.person_id)
    const decided = rows.filter((other) => other.person_id === row.person_id && other.decided_at)
    const since = Math.max(0, ...decided.map(({ decided_at }) => decided_at?.getTime() ?? 0))
    const namings = found.filter(({ at }) => at.getTime() > since).flatMap((piece) => piece.namings)
    const naming = bestOf(namings.filter((one) => one.person === row.person_id))
    const written = person && !since ? asApplicant(words, person, people) : null
    const finding: Finding | null = written ?? (naming ? { ground: 'named', ...naming } : null)
    if (!finding) {
      await store.forget(tx, row)
      continue
    }
    const { ground, sign, said, sure } = finding
    await store.settle(tx, row.id, { state: sure ? 'standing' : 'doubtful', ground, sign, said })
    await clearAppeal(tx, it, row.person_id)
  }
  await watchDoubts(tx, it)
}

export const sift = command(shapes.sift, {
  clauses: ['5.16', '6.23'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    await siftAppeal(tx, subject, await store.employees(tx))
    return {}
  },
})

/** Appeals a turn; whatever is left waits for the next one. */
const atOnce = 200

/** After somebody was taken on: the earlier appeals in which the new name sounds. */
export const siftAll = command(shapes.siftAll, {
  clauses: ['5.16'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const people = await store.employees(tx)
    const ids = await store.pendingAppeals(tx, atOnce)
    for (const id of ids) {
      const it = await appealRecord.find(tx, id, true)
      if (it) await siftAppeal(tx, it, people)
    }
    if (ids.length === atOnce) tx.emit('shutout.hired', {})
    return { sifted: ids.length }
  },
})
