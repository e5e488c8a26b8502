// The register kept: persons entered and corrected, posts, superiors and kin. What was stays beside what is.
import { addDays } from '../../kernel/calendar.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import { doubtsOf, iinOf, keyOfTitle, particularsOf, postOf, reindex, unitsByRegion } from './entering.ts'
import * as lines from './posts-store.ts'
import { personRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { usualPosts } from './words.ts'

const isKnown: Text = {
  kk: 'Мұндай ЖСН тізілімде бар.',
  ru: 'Такой ИИН в реестре уже есть.',
  en: 'The register has this IIN already.',
}
const unknownPerson: Text = {
  kk: 'Тізілімде мұндай адам жоқ.',
  ru: 'В реестре нет такого лица.',
  en: 'The register has no such person.',
}
const oneOfTwo: Text = {
  kk: 'Адамды немесе лауазымды көрсетіңіз – екеуінің бірін.',
  ru: 'Укажите либо лицо, либо должность.',
  en: 'Name either the person or the post.',
}
const notInPost: Text = {
  kk: 'Бұл күн лауазымдағы күндерден тыс.',
  ru: 'Этот день вне дней пребывания в должности.',
  en: 'This day is outside the days in the post.',
}
const notLater: Text = {
  kk: 'Бұл күн бұрынғы басшы көрсетілген күннен кеш болуы керек.',
  ru: 'Этот день должен быть позже дня, с которого указан прежний руководитель.',
  en: 'This day must be later than the one from which the superior before is named.',
}
const notBoth: Text = {
  kk: 'Адам өзіне басшы болмайды.',
  ru: 'Никто не руководит сам собой.',
  en: 'Nobody is the own superior.',
}
const notOwnKin: Text = {
  kk: 'Адам өзіне туыс болмайды.',
  ru: 'Никто не родственник сам себе.',
  en: 'Nobody is the own relative.',
}

const indexed = async (tx: Tx, id: string): Promise<void> => reindex(tx, id, await unitsByRegion(tx))

/** Rooms above hear that whoever held no post of a judge may hold one now. */
const settled = async (tx: Tx, id: string): Promise<void> => {
  await indexed(tx, id)
  tx.emit('persons.postsChanged', { id })
}

export const registerPerson = command(shapes.registerPerson, {
  clauses: ['5.16'],
  personal: true,
  rules: [rules.keeps, rules.houseItself],
  run: async ({ input, tx }) => {
    const it = particularsOf(input)
    const post = await postOf(tx, input)
    const id = newId()
    if (!(await store.insertPerson(tx, id, it, input.basis))) throw invalidField('iin', isKnown)
    await store.putName(tx, id, it.name, input.basis, null)
    await store.insertPost(tx, id, post, input.basis)
    await indexed(tx, id)
    tx.about('person', id)
    return { id, warnings: doubtsOf(it) }
  },
})

export const correctPerson = command(shapes.correctPerson, {
  clauses: ['5.16'],
  record: personRecord,
  personal: true,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const iin = input.iin ? iinOf(input.iin) : subject.iin
    if (iin && iin !== subject.iin && (await store.idByIin(tx, iin))) throw invalidField('iin', isKnown)
    if (input.renamedOn && input.renamedOn > tx.today) throw invalidField('renamedOn', notInPost)
    const after = { iin, bornOn: input.bornOn ?? subject.bornOn, sex: input.sex ?? subject.sex }
    const named = input.nameKk
      ? particularsOf({ nameKk: input.nameKk, nameRu: input.nameRu, nameEn: input.nameEn, iin: null }).name
      : undefined
    await store.changePerson(tx, subject.id, { ...after, ...(named && { name: named }) }, input.basis)
    if (named) await store.putName(tx, subject.id, named, input.basis, input.renamedOn ?? null)
    await indexed(tx, subject.id)
    return { warnings: doubtsOf(after) }
  },
})

export const addPost = command(shapes.addPost, {
  clauses: ['5.16'],
  record: personRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const post = await store.insertPost(tx, subject.id, await postOf(tx, input), input.basis)
    await settled(tx, subject.id)
    return { post }
  },
})

/** A post of this person that is not struck out. */
const ownPost = async (tx: Tx, person: string, post: string): Promise<lines.HeldPost> => {
  const found = (await lines.postsEver(tx, person)).find((it) => it.id === post && it.struck === null)
  if (!found) throw unknownRecord()
  return found
}

export const endPost = command(shapes.endPost, {
  clauses: ['5.16'],
  record: personRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const post = await ownPost(tx, subject.id, input.post)
    if (input.until < post.from) throw invalidField('until', notInPost)
    await store.changePost(tx, post.id, { until_on: input.until, end_basis: input.basis })
    await settled(tx, subject.id)
    return {}
  },
})

export const strikePost = command(shapes.strikePost, {
  clauses: ['5.16'],
  record: personRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const post = await ownPost(tx, subject.id, input.post)
    await store.changePost(tx, post.id, { struck_at: tx.at, struck_reason: input.reason })
    await settled(tx, subject.id)
    return {}
  },
})

interface Superior {
  superior?: string | undefined
  superiorPost?: keyof typeof usualPosts | undefined
  superiorTitle: string | null
}

const superiorOf = async (tx: Tx, subject: string, it: Superior): Promise<Omit<store.SuperiorLine, 'from'>> => {
  const said = [it.superior, it.superiorPost, it.superiorTitle].filter(Boolean)
  if (said.length !== 1) throw invalidField('superior', oneOfTwo)
  if (it.superior === subject) throw invalidField('superior', notBoth)
  if (it.superior) {
    if (!(await store.findRow(tx, it.superior, false))) throw invalidField('superior', unknownPerson)
    return { superior: it.superior, title: null, titleKey: null }
  }
  if (it.superiorPost) return { superior: null, title: usualPosts[it.superiorPost], titleKey: it.superiorPost }
  const title = it.superiorTitle ?? ''
  return { superior: null, title: { kk: title, ru: title, en: title }, titleKey: keyOfTitle(title) }
}

export const setSuperior = command(shapes.setSuperior, {
  clauses: ['6.22', '5.16'],
  record: personRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const post = await ownPost(tx, subject.id, input.post)
    if (input.from < post.from || (post.until && input.from > post.until)) throw invalidField('from', notInPost)
    const [last] = (await lines.superiorsOf(tx, subject.id)).filter((it) => it.post === post.id)
    if (last && input.from <= last.from) throw invalidField('from', notLater)
    const line = await superiorOf(tx, subject.id, input)
    await store.putSuperior(tx, subject.id, post.id, { ...line, from: input.from }, input.basis)
    tx.note({ superior: line, until: last ? addDays(input.from, -1) : null })
    return {}
  },
})

export const addKin = command(shapes.addKin, {
  clauses: ['5.16'],
  record: personRecord,
  personal: true,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    if (input.kin === subject.id) throw invalidField('kin', notOwnKin)
    const known = input.kin ? await store.findRow(tx, input.kin, false) : undefined
    if (input.kin && !known) throw invalidField('kin', unknownPerson)
    if (!known && !input.kinName) throw invalidField('kinName', oneOfTwo)
    const name =
      known?.name ?? particularsOf({ nameKk: input.kinName ?? '', nameRu: null, nameEn: null, iin: null }).name
    const kin = await store.insertKin(
      tx,
      subject.id,
      { relation: input.relation, kin: known?.id ?? null, name },
      input.basis,
    )
    return { kin }
  },
})

const struckAlready = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Бұл жазба сызып тасталған.',
    ru: 'Эта запись уже вычеркнута.',
    en: 'This entry is struck out already.',
  })

export const strikeKin = command(shapes.strikeKin, {
  clauses: ['5.16'],
  record: personRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const found = (await lines.kinRows(tx, subject.id)).find((it) => it.id === input.kin && it.personId === subject.id)
    if (!found) throw unknownRecord()
    if (found.struck !== null) throw struckAlready()
    await store.strikeKinRow(tx, found.id, input.reason)
    return {}
  },
})
