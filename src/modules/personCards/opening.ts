// A card is opened on a ground: an open matter of the reader's own, or a reason that another person weighs afterwards (5.16).
import { command, type Tx } from '../../kernel/operation.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { personRecord } from '../persons/index.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as openings from './openings-store.ts'
import { matterOf, openingRecord } from './records.ts'
import * as rules from './rules.ts'

const noSuchMatter: Text = {
  kk: 'Мұндай жазба табылмады.',
  ru: 'Такая запись не найдена.',
  en: 'No such record was found.',
}
const notOwn: Text = {
  kk: 'Бұл іс сізде емес: карточка тек өзіңіз жүргізіп отырған іс бойынша ашылады.',
  ru: 'Это дело не у вас: карточка открывается только по делу, над которым вы работаете.',
  en: 'This matter is not yours: a card opens only for a matter on which you work.',
}
const isClosed: Text = {
  kk: 'Бұл іс аяқталған: ол бойынша карточка ашылмайды.',
  ru: 'Это дело закончено: по нему карточка не открывается.',
  en: 'This matter is closed: no card opens for it.',
}

const checkedMatter = async (tx: Tx, matter: string | undefined) => {
  if (!matter) return null
  const [kind = '', id = ''] = matter.split(':')
  const it = await matterOf(tx, { kind, id })
  if (!it) throw invalidField('matter', noSuchMatter)
  if (!it.isOwn) throw new Refusal('forbidden', notOwn, { clause: '5.16' })
  if (!it.isOpen) throw new Refusal('forbidden', isClosed, { clause: '5.16' })
  return { kind, id }
}

/** Who weighs it: the head, unless it was the head who opened, or the head is shut out of the person's card. */
const reviewerOf = async (tx: Tx, person: string): Promise<{ id: string | null; toPrincipal: boolean }> => {
  const head = (await headOn(tx, tx.today))?.id ?? null
  const isHead = tx.actor.posts.some(({ code }) => code === 'head')
  const toPrincipal =
    isHead || (head !== null && (head === tx.actor.id || (await openings.isShutOut(tx, person, head))))
  if (!toPrincipal) return { id: head, toPrincipal }
  const [principal] = await holdersIn(tx, { codes: ['ca-head'], day: tx.today })
  return { id: principal?.id ?? null, toPrincipal }
}

const toWeigh: Text = {
  kk: 'Шұғыл себеппен ашылған карточканы тексеру',
  ru: 'Проверить карточку, открытую по неотложной причине',
  en: 'Review a card opened for an urgent reason',
}

const noUnit: Text = {
  kk: 'Сізде лауазым жоқ, сондықтан карточка аша алмайсыз.',
  ru: 'У вас нет должности, поэтому открыть карточку нельзя.',
  en: 'You hold no post, so you cannot open a card.',
}

export const openPerson = command(shapes.openPerson, {
  clauses: ['5.16'],
  record: personRecord,
  personal: true,
  rules: [rules.opens],
  run: async ({ input, subject, actor, tx }) => {
    if (!actor.unit) throw invalidField('', noUnit)
    const matter = await checkedMatter(tx, input.matter)
    const until = new Date(tx.at.getTime() + tx.parameter('persons.opening').value * 60_000)
    const { id: reviewer, toPrincipal } = await reviewerOf(tx, subject.id)
    const dueOn = matter ? null : tx.calendar.addWorkingDays(tx.today, tx.parameter('persons.review').value)
    const it = { person: subject.id, unit: actor.unit, matter, reason: input.reason, until, toPrincipal, dueOn }
    const opening = await openings.insertOpening(tx, it)
    if (dueOn) {
      const place = { kind: 'personOpening', recordId: opening, number: null }
      await openDuty(tx, {
        ...place,
        stage: 'review',
        title: toWeigh.kk,
        clause: '5.16',
        holder: reviewer,
        unit: actor.unit,
        openedOn: tx.today,
        dueOn,
      })
      await tell(tx, { ...place, to: [reviewer], news: 'asked' })
    }
    tx.note({ opening, matter, reason: input.reason })
    return { opening, until: until.toISOString() }
  },
})

const settled = async (tx: Tx, it: openings.Opening, word: string): Promise<void> => {
  await openings.noteReview(tx, it.id, word)
  const place = { kind: 'personOpening', recordId: it.id }
  await closeDuty(tx, place)
  await tell(tx, { ...place, number: null, to: [it.employee], news: 'decided' })
}

export const justifyOpening = command(shapes.justifyOpening, {
  clauses: ['5.16'],
  record: openingRecord,
  rules: [rules.headWeighs, rules.caHeadWeighs, rules.ownOpening],
  step: 'justify',
  run: async ({ input, subject, tx }) => {
    await settled(tx, subject, input.word)
    return {}
  },
})

/** What was found wanting closes the card at once: an opening in this state is no ground. */
export const faultOpening = command(shapes.faultOpening, {
  clauses: ['5.16'],
  record: openingRecord,
  rules: [rules.headWeighs, rules.caHeadWeighs, rules.ownOpening],
  step: 'fault',
  run: async ({ input, subject, tx }) => {
    await settled(tx, subject, input.word)
    return {}
  },
})
