// The directory of bodies: read by everybody, kept by those whose job description says so; nothing is removed, only ended.
import { addDays } from '../../kernel/calendar.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { bodies, bodyByCode, closeBody, insertBody } from './bodies-store.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import { bodyKindTitles } from './words.ts'

const unknownBody: Text = {
  kk: 'Анықтамалықта мұндай орган жоқ.',
  ru: 'В справочнике нет такого органа.',
  en: 'The directory has no such body.',
}
const isKnown: Text = {
  kk: 'Мұндай кодпен орган бар. Басқа код таңдаңыз.',
  ru: 'Орган с таким кодом уже есть. Выберите другой код.',
  en: 'There is a body with this code already. Choose another code.',
}
const tooEarly: Text = {
  kk: 'Бұл күн органның құрылған күнінен ерте.',
  ru: 'Этот день раньше дня создания органа.',
  en: 'This day is before the body was founded.',
}

export const listBodies = query(shapes.listBodies, {
  clauses: ['5.14', '5.7'],
  rules: [rules.everyEmployee],
  run: async ({ input, tx }) => ({
    rows: (await bodies(tx, input.on ?? null)).map((it) => ({
      ...it,
      kindTitle: bodyKindTitles[it.kind],
      successors: [...it.successors],
    })),
  }),
})

export const putBody = command(shapes.putBody, {
  clauses: ['5.14'],
  rules: [rules.keepsBodies],
  run: async ({ input, tx }) => {
    if (await bodyByCode(tx, input.code)) throw invalidField('code', isKnown)
    const before = input.predecessor ? await bodyByCode(tx, input.predecessor) : null
    if (input.predecessor && !before) throw invalidField('predecessor', unknownBody)
    if (before && input.from <= before.valid_from) throw invalidField('from', tooEarly)
    if (before && !before.valid_to) await closeBody(tx, before.id, addDays(input.from, -1))
    const name = { kk: input.nameKk, ru: input.nameRu, en: input.nameEn }
    const { code, kind, from } = input
    const id = await insertBody(tx, { code, kind, from, name, predecessor: before?.id ?? null })
    tx.note(input)
    return { id }
  },
})

export const endBody = command(shapes.endBody, {
  clauses: ['5.14'],
  rules: [rules.keepsBodies],
  run: async ({ input, tx }) => {
    const it = await bodyByCode(tx, input.code)
    if (!it) throw invalidField('code', unknownBody)
    if (input.until < it.valid_from) throw invalidField('until', tooEarly)
    await closeBody(tx, it.id, input.until)
    tx.note(input)
    return {}
  },
})
