// The register read as a whole: the list and its sheet, the cases about one person.
import { invalidField } from '../../kernel/invalid.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { outcomeTitles, qualificationTitles, stateTitles } from '../criminalCases/contract.ts'
import { nameKey, regionNames, rowOf, type Regions } from '../criminalCases/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as tables from './tables-store.ts'

export const listCases = query(shapes.listCases, {
  clauses: ['6.16', '5.16'],
  rules: [rules.lists],
  personal: true,
  run: async ({ input: { page, size, sort, ...asked }, tx }) => {
    tx.note({ asked })
    const regions = await regionNames(tx)
    const rows = await tables.listRows(tx, { asked }, { sort, page, size })
    return { rows: rows.map((it) => rowOf(it, regions)), ...(await tables.countRows(tx, { asked })) }
  },
})

const heads = [
  { title: { kk: 'Аты-жөні', ru: 'ФИО', en: 'Name' }, width: 34 },
  { title: { kk: 'Лауазымы', ru: 'Должность', en: 'Post' }, width: 34 },
  { title: { kk: 'Орны', ru: 'Место службы', en: 'Place' }, width: 40 },
  { title: { kk: 'Өңір', ru: 'Регион', en: 'Region' }, width: 22 },
  { title: { kk: 'Бап', ru: 'Статья', en: 'Article' }, width: 30 },
  { title: { kk: 'Саралау', ru: 'Квалификация', en: 'Qualification' }, width: 18 },
  { title: { kk: 'СДТБТ нөмірі', ru: 'Номер ЕРДР', en: 'ERDR number' }, width: 20 },
  { title: { kk: 'Тіркелген күні', ru: 'Зарегистрировано', en: 'Registered' }, width: 14 },
  { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 26 },
  { title: { kk: 'Нәтиже', ru: 'Исход', en: 'Outcome' }, width: 26 },
  { title: { kk: 'Күшіне енген күні', ru: 'Вступил в силу', en: 'In force' }, width: 14 },
]

async function* sheetRows(
  { house, actor }: Pick<Tx, 'house' | 'actor'>,
  asked: tables.Asked,
  { sort, language, regions }: { sort: string; language: Language; regions: Regions },
): AsyncGenerator<readonly Cell[]> {
  for await (const rows of tables.walkRows(house, actor, { asked }, sort))
    for (const it of rows)
      yield [
        it.person_name,
        it.post_title,
        it.place_name[language],
        it.region_code ? (regions.get(it.region_code)?.[language] ?? null) : null,
        it.article_words,
        qualificationTitles[it.qualification][language],
        it.erdr,
        it.registered_on,
        stateTitles[it.state][language],
        outcomeTitles[it.outcome][language],
        it.force_on,
      ]
}

export const exportCases = query(shapes.exportCases, {
  clauses: ['6.16', '5.16'],
  export: true,
  rules: [rules.lists],
  run: async ({ input: { sort, ...asked }, actor, tx }) => {
    tx.note({ asked })
    return {
      kind: 'sheet' as const,
      file: `criminal-cases-${tx.today}`,
      title: shapes.listCases.title,
      columns: heads,
      rows: sheetRows(tx, asked, { sort, language: actor.language, regions: await regionNames(tx) }),
    }
  },
})

const noneGiven: Text = {
  kk: 'ЖСН немесе аты-жөнін жазыңыз.',
  ru: 'Укажите ИИН или имя.',
  en: 'Give the IIN or the name.',
}

/** For the study of candidates and staff (5.4): what the register knows of a person. The asking itself is an entry. */
export const findAbout = query(shapes.findAbout, {
  clauses: ['5.4', '6.16', '5.16'],
  rules: [rules.studies],
  personal: true,
  run: async ({ input: { iin, name, person }, tx }) => {
    if (!iin && !name && !person) throw invalidField('iin', noneGiven)
    tx.note({ iin, name, person })
    const regions = await regionNames(tx)
    const rows = await tables.rowsAbout(tx, { iin, person: person ?? null, key: name && nameKey(name) })
    const sign = (it: (typeof rows)[number]): 'person' | 'iin' | 'name' => {
      if (person && it.person_id === person) return 'person'
      return iin && it.iin === iin ? 'iin' : 'name'
    }
    return { rows: rows.map((it) => ({ ...rowOf(it, regions), by: sign(it) })) }
  },
})
