// The fields of a case, the same for entering and correcting; and those of the paper that confirms an event.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Input, Output } from '../../../ui/call.ts'
import { optionsOf, type Field, type Option, type Value } from '../../../ui/fields.ts'
import { today } from '../../../ui/format.ts'
import { useText } from '../../../ui/text.ts'
import { findAnswered } from '../../incoming/contract.ts'
import { findPersons } from '../../persons/contract.ts'
import {
  postKinds,
  postKindTitles,
  qualifications,
  qualificationTitles,
  type caseChoices,
  type openCase,
  type registerCase,
} from '../contract.ts'

type Choices = Output<typeof caseChoices>
type Opened = Output<typeof openCase>
export type CaseField = Field<Extract<keyof Input<typeof registerCase>, string>>
type Values = Readonly<Record<string, Value>>

const has =
  (path: string) =>
  (values: Values): boolean =>
    Boolean(values[path])
const lacks =
  (path: string) =>
  (values: Values): boolean =>
    !values[path]

/** «366.2, 190» as the numbers that the register keeps. */
export const articlesOf = (typed: Value): string[] =>
  typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : []

const useFindPerson = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 3) return []
    const { result } = await call(findPersons, { words })
    return result.rows.map((it) => ({
      value: it.id,
      label: text(it.name),
      ...(it.post ? { hint: it.body ? `${text(it.post)}, ${text(it.body)}` : text(it.post) } : {}),
    }))
  }
}

export const useFactFields = (choices: Choices, now: Opened | null = null): CaseField[] => {
  const { t } = useLingui()
  const text = useText()
  const find = useFindPerson()
  const start = (value: Value) => (now && value ? { start: value } : {})
  const known = t`Бос қалса, тізілімдегі деректер алынады`
  const asked = (field: CaseField): CaseField[] => [
    { ...field, when: lacks('person') },
    { ...field, optional: true, hint: known, when: has('person') },
  ]
  const regions = choices.regions.map(({ code, name }) => ({ value: code, label: text(name) }))
  return [
    {
      kind: 'find',
      path: 'person',
      label: t`Тізілімдегі адам`,
      hint: t`Тегін теріңіз. Тізілімде болмаса, төменде жазыңыз`,
      optional: true,
      find,
      ...(now?.person ? { chosen: { value: now.person, label: now.personName }, start: now.person } : {}),
    },
    ...asked({ kind: 'line', path: 'personName', label: t`Аты-жөні`, max: 200, ...start(now?.personName) }),
    { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, max: 20, ...start(now?.iin) },
    ...asked({
      kind: 'choice',
      path: 'postKind',
      label: t`Лауазым санаты`,
      options: optionsOf(postKinds, postKindTitles, text),
      ...start(now?.postKind),
    }),
    ...asked({ kind: 'line', path: 'postTitle', label: t`Сол кездегі лауазымы`, max: 300, ...start(now?.postTitle) }),
    { kind: 'check', path: 'leads', label: t`Басшы лауазымы`, optional: true, ...start(now?.leads) },
    {
      kind: 'choice',
      as: 'search',
      path: 'court',
      label: t`Сот`,
      hint: t`Сотта қызмет етпесе, бос қалдырыңыз`,
      optional: true,
      options: choices.courts.map(({ id, name }) => ({ value: id, label: text(name) })),
      ...start(now?.court),
    },
    {
      kind: 'line',
      path: 'placeName',
      label: t`Қызмет орны`,
      optional: true,
      max: 300,
      when: lacks('court'),
      ...start(now?.placeName),
    },
    {
      kind: 'choice',
      path: 'region',
      label: t`Өңір`,
      hint: t`Орталық орган болса, бос қалдырыңыз`,
      optional: true,
      options: regions,
      when: lacks('court'),
      ...start(now?.regionCode),
    },
    {
      kind: 'line',
      path: 'articles',
      label: t`Қылмыстық кодекстің баптары`,
      hint: t`Нөмірлері үтір арқылы, ең ауыры бірінші: 366.2, 190`,
      max: 100,
      ...start(now?.articles.join(', ')),
    },
    {
      kind: 'line',
      path: 'articleWords',
      label: t`Бап құжатта қалай жазылған`,
      max: 300,
      ...start(now?.articleWords),
    },
    {
      kind: 'choice',
      as: 'radio',
      path: 'qualification',
      label: t`Саралау`,
      options: optionsOf(qualifications, qualificationTitles, text),
      ...start(now?.qualification),
    },
    {
      kind: 'line',
      path: 'erdr',
      label: t`СДТБТ нөмірі`,
      hint: t`Әдетте 15 цифр`,
      optional: true,
      max: 40,
      ...start(now?.erdr),
    },
    { kind: 'line', path: 'courtCase', label: t`Сот ісінің нөмірі`, optional: true, max: 60, ...start(now?.courtCase) },
    {
      kind: 'choice',
      as: 'search',
      path: 'body',
      label: t`Тергеп-тексеру органы`,
      optional: true,
      options: choices.bodies.map(({ id, name }) => ({ value: id, label: text(name) })),
      ...start(now?.body),
    },
    {
      kind: 'line',
      path: 'bodyName',
      label: t`Тізімде жоқ орган`,
      optional: true,
      max: 300,
      when: lacks('body'),
      ...start(now?.bodyName && !now.body ? text(now.bodyName) : null),
    },
    {
      kind: 'day',
      path: 'offenceOn',
      label: t`Қылмыс жасалған күн`,
      hint: t`Басшының жауаптылығы осы күнге қарай анықталады`,
      optional: true,
      notAfter: today(),
      ...start(now?.offenceOn),
    },
  ]
}

const findIncoming = async (words: string): Promise<readonly Option[]> => {
  if (words.trim().length < 2) return []
  const { result } = await call(findAnswered, { words, kinds: ['incoming'] })
  return result.rows.map((it) => ({ value: it.value.split(':')[1] ?? '', label: it.caption, hint: it.title }))
}

type SourcePath = 'incoming' | 'paper' | 'files' | 'confirmedOn'
export const useSourceFields = (): Field<SourcePath>[] => {
  const { t } = useLingui()
  return [
    {
      kind: 'find',
      path: 'incoming',
      label: t`Растайтын кіріс құжаты`,
      hint: t`Нөмірін теріп, тізімнен таңдаңыз`,
      optional: true,
      find: findIncoming,
    },
    {
      kind: 'line',
      path: 'paper',
      label: t`Растайтын құжаттың деректемелері`,
      hint: t`Кіріс құжаты болмаса: қандай құжат, кімнен, нөмірі мен күні`,
      optional: true,
      max: 300,
    },
    { kind: 'files', path: 'files', label: t`Файлдар`, optional: true, most: 10 },
    { kind: 'day', path: 'confirmedOn', label: t`Расталған күні`, start: today(), notAfter: today() },
  ]
}
