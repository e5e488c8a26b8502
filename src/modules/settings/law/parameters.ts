// The terms and thresholds of the law's data: shown with what each rests on, confirmed or changed by the administrator.
import { invalidField } from '../../../kernel/invalid.ts'
import { command, query, type Tx } from '../../../kernel/operation.ts'
import { loadParameters, putOverride } from '../../../kernel/overrides.ts'
import {
  isParameterName,
  parameterRows,
  sayValue,
  valueFault,
  type Parameter,
  type ParameterName,
  type ParameterRow as Known,
  type Parameters,
} from '../../../kernel/parameters.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import { captionOfEmployees } from '../../org/index.ts'
import { everyEmployee, keepsLaw } from '../rules.ts'
import { changeParameter, confirmParameter, listParameters, type ParameterRow, type ParameterWord } from './contract.ts'
import { oneAtATime, sayings } from './store.ts'

const unknownName: Text = { kk: 'Мұндай параметр жоқ.', ru: 'Такого параметра нет.', en: 'There is no such parameter.' }

type Named = Map<string, { by: Text | null; at: Date }>

const authors = async (tx: Tx): Promise<Named> => {
  const said = await sayings(tx)
  const names = await captionOfEmployees(
    tx,
    said.map(({ by }) => by),
  )
  return new Map(said.map(({ name, from, by, at }) => [`${name} ${from}`, { by: names.get(by) ?? null, at }]))
}

const wordOf = (it: Parameter, named: Named): ParameterWord => {
  const author = it.standing === 'written' ? undefined : named.get(`${it.name} ${it.from}`)
  const { from, source, confidence, standing } = it
  const value = Array.isArray(it.value) ? [...it.value] : (it.value as ParameterWord['value'])
  const says = sayValue(it.name, it.value)
  return {
    from,
    value,
    says,
    source,
    confidence,
    standing,
    by: author?.by ?? null,
    at: author?.at.toISOString() ?? null,
  }
}

const rowOf = (it: Known, named: Named): ParameterRow => {
  const sample = it.values[0]?.value
  const first = Array.isArray(sample) ? sample[0] : sample
  const history = it.values.map((value) => wordOf(value, named)).reverse()
  const { name, title, unit, clause, act, current, least, most } = it
  return {
    name,
    title,
    unit,
    clause,
    act,
    least,
    most,
    history,
    current: current && wordOf(current, named),
    coming: history.filter(({ from }) => from > (current?.from ?? '')).reverse(),
    many: Array.isArray(sample),
    numeric: typeof first === 'number',
    options: Object.entries(it.options).map(([value, words]) => ({ value, title: words })),
  }
}

/** The law's data as it stands in this transaction, not as it was last told. */
const book = (tx: Tx): Promise<Parameters> => loadParameters(tx.db)

export const readParameters = query(listParameters, {
  clauses: ['7.1', '5.16'],
  rules: [everyEmployee],
  run: async ({ tx }) => {
    const named = await authors(tx)
    const rows = parameterRows(await book(tx), tx.today).map((it) => rowOf(it, named))
    return { rows, unverified: rows.filter(({ current }) => current?.confidence === 'unverified').length }
  },
})

const nameOf = (name: string): ParameterName => {
  if (!isParameterName(name)) throw invalidField('name', unknownName)
  return name
}

const valuesOf = async (tx: Tx, name: ParameterName): Promise<readonly Parameter[]> => {
  await oneAtATime(tx)
  return (await book(tx)).rows.filter((it) => it.name === name)
}

const dropAfter = (tx: Tx): void => tx.afterCommit(() => tx.house.parameters.drop())

export const changeTerm = command(changeParameter, {
  clauses: ['7.1', '5.16'],
  rules: [keepsLaw],
  dangerous: true,
  run: async ({ input: { from, value, reason, ...input }, actor, tx }) => {
    const name = nameOf(input.name)
    const fault = valueFault(name, value)
    if (fault) throw invalidField('value', fault)
    const values = await valuesOf(tx, name)
    if (from < (values[0]?.from ?? from)) throw invalidField('from', beforeTheAct)
    const before = values.findLast((it) => it.from <= from)
    if (before?.from === from && JSON.stringify(before.value) === JSON.stringify(value)) throw unchanged()
    await putOverride(tx.db, { name, fromOn: from, value, status: 'changed', reason, by: actor.id, at: tx.at })
    tx.note({ parameter: name, from, before: before?.value ?? null, after: value, reason })
    dropAfter(tx)
    return {}
  },
})

const beforeTheAct: Text = {
  kk: 'Бұл күні мерзімді белгілейтін акт әлі күшіне енбеген.',
  ru: 'В этот день акт, устанавливающий значение, ещё не действовал.',
  en: 'The act that sets this value was not in force on that day yet.',
}
const unchanged = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Бұл күннен бастап дәл осы мән күшінде. Оны өзгертудің орнына растаңыз.',
    ru: 'С этого дня уже действует это значение. Его можно подтвердить, а не изменить.',
    en: 'This very value is in force from that day. Confirm it instead of changing it.',
  })

export const confirmTerm = command(confirmParameter, {
  clauses: ['7.1', '5.16'],
  rules: [keepsLaw],
  dangerous: true,
  run: async ({ input: { from, reason, ...input }, actor, tx }) => {
    const name = nameOf(input.name)
    const known = (await valuesOf(tx, name)).find((it) => it.from === from)
    if (!known) throw invalidField('from', noSuchDay)
    if (known.confidence === 'verified') throw confirmedAlready()
    await putOverride(tx.db, {
      name,
      fromOn: from,
      value: known.value,
      status: 'confirmed',
      reason,
      by: actor.id,
      at: tx.at,
    })
    tx.note({ parameter: name, from, value: known.value, before: known.confidence, after: 'verified', reason })
    dropAfter(tx)
    return {}
  },
})

const noSuchDay: Text = {
  kk: 'Бұл күннен бастап күшіне енетін мән жоқ.',
  ru: 'Значения, действующего с этого дня, нет.',
  en: 'There is no value in force from that day.',
}
const confirmedAlready = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Бұл мән бұрын расталған.',
    ru: 'Это значение уже подтверждено.',
    en: 'This value is confirmed already.',
  })
