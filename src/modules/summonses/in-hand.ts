// What the person summoned performs on the public page under the code: reads what is asked, writes the explanation. Only the own.
import { attachFile, type Attached } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import type { SummonsState } from './contract.ts'
import { closedWords } from './words.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const open = { clauses: ['5.2'], anonymous: true, inner: true } as const

export const isSummons = query(shapes.isSummons, {
  ...open,
  rules: [rules.holdsCode],
  run: async ({ tx }) => ({ found: (await store.inHand(tx)) !== undefined }),
})

const known = async (tx: Tx) => {
  const it = await store.inHand(tx)
  if (!it) throw unknownRecord()
  tx.about('summons', it.id)
  return it
}

const writable: readonly SummonsState[] = ['served', 'missed', 'explained']

const stateOf = (
  tx: Tx,
  { state, due_on }: { state: SummonsState; due_on: string | null },
): 'open' | keyof typeof closedWords => {
  if (state === 'withdrawn' || state === 'refused') return state
  if (!writable.includes(state) || !due_on) return 'early'
  return due_on < tx.today ? 'expired' : 'open'
}

export const summonsInHand = query(shapes.summonsInHand, {
  ...open,
  rules: [rules.holdsCode],
  personal: true,
  run: async ({ tx }) => {
    const it = await known(tx)
    const files = await store.filesInHand(tx)
    const { appear_on, appear_at, appear_place } = it
    return {
      id: it.id,
      number: it.number,
      signedOn: it.signed_on,
      language: it.language,
      name: it.name,
      asked: it.asked,
      appear: appear_on && appear_place ? { on: appear_on, at: appear_at, place: appear_place } : null,
      author: it.author,
      dueOn: it.due_on,
      state: stateOf(tx, it),
      explanations: (await store.explanationsInHand(tx)).map(({ id, at, body }) => ({
        id,
        at: at.toISOString(),
        text: body,
        files: files
          .filter(({ explanation_id }) => explanation_id === id)
          .map(({ file_id, name, bytes }) => ({ id: file_id, name, bytes: Number(bytes) })),
      })),
    }
  },
})

const enough: Text = {
  kk: 'Қосымша түсініктеме саны шегіне жетті. Қалғанын қағаз түрінде беріңіз.',
  ru: 'Число дополнений исчерпано. Остальное подайте на бумаге.',
  en: 'No more can be added here. Bring the rest on paper.',
}
const most = 20

export const writeExplanation = command(shapes.writeExplanation, {
  ...open,
  rules: [rules.holdsCode],
  personal: true,
  run: async ({ input: { key, text, files }, tx }) => {
    const it = await known(tx)
    const state = stateOf(tx, it)
    if (state !== 'open') throw new Refusal('wrong-state', closedWords[state], { clause: '5.2' })
    const before = await store.explanationsInHand(tx)
    const same = before.find(({ id }) => id === key)
    if (same) return { explanation: key, at: same.at.toISOString() }
    if (before.length >= most) throw invalidField('text', enough)
    const row = { id: key, summons_id: it.id, at: tx.at, channel: 'portal' as const, body: text, entered_by: null }
    await store.insertExplanation(tx, { ...row, given_on: tx.today })
    const kept: Attached[] = []
    for (const file of files) kept.push(await attachFile(tx, file, 'summons', it.id))
    await store.linkFiles(tx, it.id, { purpose: 'explanation', explanation: key }, kept)
    tx.note({ files: kept.map(({ sha256 }) => sha256) })
    tx.emit('summonses.explained', { id: it.id })
    return { explanation: key, at: tx.at.toISOString() }
  },
})
