// Job descriptions (5.15): sets of powers with days, proposed by the head, approved by the Head of the Court Administration.
import { dayOf } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { everyEmployee, houseItself, keepsPeople, standardDescriptions } from '../org/index.ts'
import { descriptionLife } from './lifecycle.ts'
import { isPostCode, postCodes, postTitles } from '../structure/index.ts'
import { descriptionRecord } from './records.ts'
import { approvesDescriptions, notApproved, ownProposal, proposesDescriptions } from './rules.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

const authorOf = (tx: Tx): string | null => (tx.actor.kind === 'employee' ? tx.actor.id : null)

/** Clause 14 stands behind it: every power is declared by a room of the house under clauses of the Regulation, and there are no others. */
const beyondTheRegulation = (place: number): Refusal => {
  const says: Text = {
    kk: 'Қызметкерге Ережеде көзделмеген функцияны жүктеуге болмайды: мұндай өкілеттік жоқ.',
    ru: 'На работника нельзя возложить функцию, не предусмотренную Положением: такого полномочия нет.',
    en: 'An employee is not given a function that the Regulation does not provide for: there is no such power.',
  }
  return new Refusal('forbidden', says, { clause: '14', fields: [{ path: `powers.${place}`, says }] })
}

const unknownKind = () =>
  invalidField('postCode', { kk: 'Мұндай лауазым жоқ.', ru: 'Такой должности нет.', en: 'There is no such post.' })

export const describePost = command(contract.describePost, {
  clauses: ['5.15', '14'],
  rules: [proposesDescriptions, keepsPeople, houseItself],
  run: async ({ input, tx }) => {
    if (!isPostCode(input.postCode)) throw unknownKind()
    input.powers.forEach((power, place) => {
      if (!Object.hasOwn(tx.house.registry.powers, power)) throw beyondTheRegulation(place)
    })
    const powers = [...new Set(input.powers)]
    const id = await store.addDescription(
      tx,
      { ...input, postCode: input.postCode, powers, untilOn: input.untilOn ?? null },
      authorOf(tx),
      tx.at,
    )
    tx.about('description', id)
    return { id }
  },
})

export const approveDescription = command(contract.approveDescription, {
  clauses: ['5.15'],
  dangerous: true,
  record: descriptionRecord,
  step: 'approve',
  rules: [approvesDescriptions, ownProposal('5.15')],
  run: async ({ input, tx }) => {
    await store.decide(tx, 'descriptions', input.id, { by: authorOf(tx), at: tx.at, reason: null })
    return {}
  },
})

export const returnDescription = command(contract.returnDescription, {
  clauses: ['5.15'],
  record: descriptionRecord,
  step: 'return',
  rules: [approvesDescriptions],
  run: async ({ input, tx }) => {
    await store.decide(tx, 'descriptions', input.id, { by: authorOf(tx), at: tx.at, reason: input.reason })
    return {}
  },
})

const ownGround = forbid<store.Description>(
  '5.15',
  {
    kk: 'Сот әкімшілігі басшысының өкілеттігін Ереже белгілейді, оны тоқтатуға болмайды.',
    ru: 'Полномочия руководителя Судебной администрации установлены Положением, прекратить их нельзя.',
    en: 'The powers of the Head of the Court Administration rest on the Regulation and cannot be ended.',
  },
  (_, it) => it.postCode === 'ca-head',
)

export const endDescription = command(contract.endDescription, {
  clauses: ['5.15'],
  dangerous: true,
  record: descriptionRecord,
  rules: [approvesDescriptions, notApproved, ownGround],
  run: async ({ input, subject, tx }) => {
    const yesterday = dayOf(new Date(tx.at.getTime() - 86_400_000))
    if (input.lastOn < subject.fromOn || input.lastOn < yesterday) {
      throw invalidField('lastOn', {
        kk: 'Күшін өткен күнмен тоқтатуға болмайды.',
        ru: 'Прекратить действие задним числом нельзя.',
        en: 'It cannot be ended in the past.',
      })
    }
    await store.endDescribed(tx, input.id, input.lastOn, input.reason)
    return {}
  },
})

const titled = (tx: Tx) => (power: string) => ({
  power,
  title: tx.house.registry.powers[power] ?? { kk: power, ru: power, en: power },
})

const shown = (tx: Tx) => (it: store.Description) => ({
  ...it,
  stateTitle: descriptionLife.states[it.state],
  postTitle: postTitles[it.postCode],
  proposedAt: it.proposedAt.toISOString(),
  decidedAt: it.decidedAt?.toISOString() ?? null,
  powers: it.powers.map(titled(tx)),
})

export const listDescriptions = query(contract.listDescriptions, {
  clauses: ['5.15'],
  rules: [everyEmployee],
  run: async ({ input, tx }) => ({
    descriptions: (await store.descriptions(tx, input.postCode)).map(shown(tx)),
    powers: Object.keys(tx.house.registry.powers)
      .sort()
      .map((power) => ({
        ...titled(tx)(power),
        standardFor: postCodes.filter((code) => standardDescriptions[code].includes(power)),
      })),
  }),
})

export const openDescription = query(contract.openDescription, {
  clauses: ['5.15'],
  record: descriptionRecord,
  rules: [everyEmployee],
  run: async ({ subject, tx }) => shown(tx)(subject),
})
