// Words of an appeal or of a message are masked for every reader and unmasked by a power of its own; what came in stays (5.16).
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { appealRecord, reindex } from '../appeals/index.ts'
import { masked, placesOf } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const notThere = {
  kk: 'Мәтінде мұндай сөздер жоқ. Оларды мәтіндегідей етіп жазыңыз.',
  ru: 'Таких слов в тексте нет. Запишите их так, как они стоят в тексте.',
  en: 'The text has no such words. Write them as they stand in the text.',
}
const isMasked = {
  kk: 'Бұл сөздер жасырылған.',
  ru: 'Эти слова уже скрыты.',
  en: 'These words are masked already.',
}

const settle = async (tx: Tx, appeal: string): Promise<void> => {
  await store.keepHidden(tx, appeal)
  await reindex(tx, appeal)
}

export const maskWords = command(shapes.maskWords, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.masks],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const text = await store.originalOf(tx, it.id, input.message)
    if (text === undefined) throw unknownRecord()
    const places = placesOf(text, input.words)
    if (!places.length) throw invalidField('words', notThere)
    const before = (await store.masksOf(tx, it.id)).filter(({ message_id }) => message_id === input.message)
    const now = before.flatMap((mask) => mask.places)
    if (masked(text, now) === masked(text, [...now, ...places])) throw invalidField('words', isMasked)
    const mask = await store.addMask(tx, { appeal: it.id, message: input.message, places, reason: input.reason })
    await settle(tx, it.id)
    // The words themselves never go into the journal.
    tx.note({ mask, message: input.message, reason: input.reason, places: places.length })
    return { places: places.length }
  },
})

export const unmaskWords = command(shapes.unmaskWords, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.unmasks],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    if (!(await store.liftMask(tx, it.id, input.mask, input.reason))) throw unknownRecord()
    await settle(tx, it.id)
    tx.note({ mask: input.mask, reason: input.reason })
    return {}
  },
})

export const readMasked = query(shapes.readMasked, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.unmasks],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    tx.note({ reason: input.reason })
    const rows = []
    for (const { id, message_id: message, places } of await store.masksOf(tx, it.id)) {
      const text = (await store.originalOf(tx, it.id, message)) ?? ''
      const words = [...new Set(places.map(([start, length]) => text.slice(start, start + length)))].join(' … ')
      rows.push({ mask: id, message, words })
    }
    return { rows }
  },
})
