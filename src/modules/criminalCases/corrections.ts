// What a correction changed, in words: the field, what it said and what it says.
import type { z } from 'zod'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import type { openCase } from './contract.ts'
import * as store from './store.ts'
import { postKindTitles, qualificationTitles, type PostKind, type Qualification } from './words.ts'

type Field = keyof store.Facts

/** What follows from another field is not told twice. */
const titles: Readonly<Partial<Record<Field, Text>>> = {
  person_id: { kk: 'Тұлға жазбасы', ru: 'Запись о лице', en: 'Record of the person' },
  person_name: { kk: 'Аты-жөні', ru: 'ФИО', en: 'Name' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  post_kind: { kk: 'Лауазым санаты', ru: 'Категория должности', en: 'Category of post' },
  leads: { kk: 'Басшы лауазымы', ru: 'Руководящая должность', en: 'Post of a head' },
  post_title: { kk: 'Лауазымы', ru: 'Должность', en: 'Post' },
  place_name: { kk: 'Қызмет орны', ru: 'Место службы', en: 'Place of service' },
  region_code: { kk: 'Өңір', ru: 'Регион', en: 'Region' },
  articles: { kk: 'Баптар', ru: 'Статьи', en: 'Articles' },
  article_words: { kk: 'Бап құжатта', ru: 'Статья в документе', en: 'Article in the document' },
  qualification: { kk: 'Саралау', ru: 'Квалификация', en: 'Qualification' },
  erdr: { kk: 'СДТБТ нөмірі', ru: 'Номер ЕРДР', en: 'ERDR number' },
  court_case: { kk: 'Сот ісінің нөмірі', ru: 'Номер судебного дела', en: 'Number of the court case' },
  body_name: { kk: 'Тергеп-тексеру органы', ru: 'Орган расследования', en: 'Investigating body' },
  offence_on: { kk: 'Қылмыс жасалған күн', ru: 'День преступления', en: 'Day of the offence' },
}

const yes: Text = { kk: 'иә', ru: 'да', en: 'yes' }
const no: Text = { kk: 'жоқ', ru: 'нет', en: 'no' }
const same = (it: string): Text => ({ kk: it, ru: it, en: it })
const isText = (it: unknown): it is Text => typeof it === 'object' && it !== null && 'kk' in it

const said = (field: Field, value: unknown, regions: ReadonlyMap<string, Text>): Text | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return same(value.join(', '))
  if (isText(value)) return value
  if (typeof value !== 'string') return null
  if (field === 'post_kind') return postKindTitles[value as PostKind]
  if (field === 'qualification') return qualificationTitles[value as Qualification]
  if (field === 'region_code') return regions.get(value) ?? same(value)
  return field === 'person_id' ? same(`…${value.slice(-6)}`) : same(value)
}

export async function corrected(
  tx: Tx,
  id: string,
  regions: ReadonlyMap<string, Text>,
): Promise<z.input<typeof openCase.output>['corrections']> {
  const rows = await store.correctionsOf(tx, id)
  const people = await captionOfEmployees(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ at, by, reason, source, before, after }) => ({
    at: at.toISOString(),
    by: people.get(by) ?? same('—'),
    reason,
    source,
    fields: (Object.keys(after) as Field[]).flatMap((field) => {
      const title = titles[field]
      return title
        ? [{ title, before: said(field, before[field], regions), after: said(field, after[field], regions) }]
        : []
    }),
  }))
}
