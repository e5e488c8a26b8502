// Conflict of interest: who may not investigate this, with the sentence that says why.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { forbid, judge, permit, standing, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { kinOf, matchAll, personOf, postsOf } from '../persons/index.ts'
import { colleagues, shutOutOf, unitsByIin, type Colleague } from './store.ts'

/** What is looked into: whom it is about, when it happened, in which words, and after which record. */
export interface Case {
  id: string
  persons: readonly { id: string }[]
  committedOn: Day
  allegations: string
  about: { id: string } | null
}

/** One under investigation, as a conflict sees him or her. */
interface Under {
  person: string
  iin: string | null
  /** The register's people who are kin. */
  kin: readonly { person: string; iin: string | null }[]
  bodies: ReadonlySet<string>
}

export interface Candidate extends Colleague {
  isUnder: boolean
  isKin: boolean
  isNear: boolean
  isNamed: boolean
}

const conflicts: readonly Forbid<Candidate>[] = [
  forbid<Candidate>(
    '5.16',
    {
      kk: 'Тексерілетін адамның өзі тексере алмайды.',
      ru: 'Проверяемый не может проверять сам себя.',
      en: 'The person under investigation cannot investigate.',
    },
    (_, it) => it.isUnder,
  ),
  forbid<Candidate>(
    '5.16',
    {
      kk: 'Бұл қызметкер тексерілетін адамның туысы. Туысы тексере алмайды.',
      ru: 'Этот работник – родственник проверяемого. Родственник проверять не может.',
      en: 'This employee is kin of the person under investigation. Kin cannot investigate.',
    },
    (_, it) => it.isKin,
  ),
  forbid<Candidate>(
    '5.16',
    {
      kk: 'Бұл қызметкер тексерілетін адаммен бір сотта не бір бөлімшеде жұмыс істейді.',
      ru: 'Этот работник служит с проверяемым в одном суде или подразделении.',
      en: 'This employee works in the same court or unit as the person under investigation.',
    },
    (_, it) => it.isNear,
  ),
  forbid<Candidate>(
    '5.16',
    {
      kk: 'Бұл қызметкер материалдарда аталған не олардан шеттетілген.',
      ru: 'Этот работник назван в материалах или отстранён от них.',
      en: 'This employee is named in the file or shut out of it.',
    },
    (_, it) => it.isNamed || it.named,
  ),
]

const whole = permit<Candidate>(
  '5.15',
  {
    kk: 'тексеруге мүддесі жоқ қызметкер',
    ru: 'работник, не заинтересованный в деле',
    en: 'an employee without an interest',
  },
  () => true,
)

const bodiesOn = async (tx: Tx, person: string, days: readonly Day[]): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const on of days) for (const { bodyId } of await postsOf(tx, person, on)) if (bodyId) found.add(bodyId)
  return found
}

async function underOf(tx: Tx, it: Case): Promise<Under[]> {
  const found: Under[] = []
  for (const { id } of it.persons) {
    const kin: Under['kin'][number][] = []
    for (const { personId } of await kinOf(tx, id))
      if (personId) kin.push({ person: personId, iin: (await personOf(tx, personId))?.iin ?? null })
    const iin = (await personOf(tx, id))?.iin ?? null
    const bodies = await bodiesOn(tx, id, [it.committedOn, tx.today])
    for (const unit of iin ? await unitsByIin(tx, iin) : []) bodies.add(unit)
    found.push({ person: id, iin, kin, bodies })
  }
  return found
}

/** Everybody who may be asked, or the one; each with what stands against it. */
export async function candidatesFor(tx: Tx, it: Case, only?: string): Promise<Candidate[]> {
  const under = await underOf(tx, it)
  const shut = await shutOutOf(tx, [it.id, ...(it.about ? [it.about.id] : [])])
  const all = await colleagues(tx, it.allegations, only)
  // A colleague who served beside the person once, in a court, has a card of that time.
  const cards = await matchAll(
    tx,
    all.map(({ iin }) => ({ iin })),
  )
  const found: Candidate[] = []
  for (const [at, who] of all.entries()) {
    const card = cards[at]?.find(({ by }) => by === 'iin')
    const served = card ? await bodiesOn(tx, card.personId, [it.committedOn, tx.today]) : new Set<string>()
    found.push({
      ...who,
      isUnder: who.iin !== null && under.some(({ iin }) => iin === who.iin),
      isKin: who.iin !== null && under.some(({ kin }) => kin.some(({ iin }) => iin === who.iin)),
      isNear: under.some(({ bodies }) => who.units.some((unit) => bodies.has(unit)) || !bodies.isDisjointFrom(served)),
      isNamed: shut.has(who.id),
    })
  }
  return found
}

export const conflictOf = (tx: Tx, candidate: Candidate): { clause: string; says: Text } | null => {
  const against = standing(conflicts, tx.actor, candidate, tx)
  return against && { clause: against.clause, says: against.why }
}

/** @throws Refusal 'forbidden' with the sentence of the conflict */
export const judgeCandidate = (tx: Tx, candidate: Candidate): void =>
  judge([whole, ...conflicts], tx.actor, candidate, tx)
