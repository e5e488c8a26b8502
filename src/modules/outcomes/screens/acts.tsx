// What is recorded after the review: the decision and what follows it, the notice of clause 13, transfers, the end.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { bodies, bodyTitles, measureNames, measures } from '../../conclusions/contract.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import * as shapes from '../contract.ts'

export type Opened = Output<typeof readInvestigation>
export type Outcome = Output<typeof shapes.readOutcome>

export const useOutcome = (it: Opened): Outcome | undefined =>
  useCall(
    shapes.readOutcome,
    { id: it.id },
    { kinds: ['investigation', 'document', 'conclusions'], keep: true, enabled: it.openedOn !== null },
  ).data?.result

type Values = Readonly<Record<string, unknown>>

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const of = useOutcome(it)
  // What two windows offer is asked for when one of them is opened.
  const [chooses, setChooses] = useState(false)
  const onOpen = () => setChooses(true)
  const choices = useCall(
    shapes.outcomeChoices,
    { id: it.id },
    { kinds: ['investigation', 'document'], keep: true, enabled: chooses },
  ).data?.result
  if (it.brief || !of || it.state === 'halted' || it.state === 'discontinued') return []
  const fixed = { id: it.id, version: of.version }
  const reviewed = it.state === 'reviewed'
  const among = (open: (one: Outcome['people'][number]) => boolean) =>
    of.people.filter(open).map(({ id, name, judge }) => ({
      value: id,
      label: text(name),
      ...(judge ? { hint: t`Судья` } : {}),
    }))
  const personOf = (options: ReturnType<typeof among>) => ({
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'person' as const,
    label: t`Тексерілетін адам`,
    options,
    start: options[0]?.value,
  })
  const undecided = among(({ decisions }) => decisions.every(({ annulledOn }) => annulledOn !== null))
  const territorial = among((one) => one.checklist !== null)
  const unsettled = among((one) => one.superior === null)
  const decisions = of.people.flatMap((one) =>
    one.decisions
      .filter(({ annulledOn }) => annulledOn === null)
      .map((row) => {
        const day = format.day(row.decidedOn)
        const number = row.number
        return { row, value: row.id, label: t`№ ${number}, ${day}`, hint: text(one.name) }
      }),
  )
  const decisionOf = (options: typeof decisions) => ({
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'decision' as const,
    label: t`Шешім`,
    options: options.map(({ value, label, hint }) => ({ value, label, hint })),
    start: options[0]?.value,
  })
  const unexecuted = decisions.filter(({ row }) => row.order === null && row.standing !== 'none')
  const appealable = decisions.filter(({ row }) => row.appeals.every(({ result }) => result !== null))
  const appeals = of.people.flatMap((one) =>
    one.decisions.flatMap((row) =>
      row.appeals
        .filter(({ result }) => result === null)
        .map((appeal) => ({ value: appeal.id, label: appeal.filedWith, hint: text(one.name) })),
    ),
  )
  const awaited = of.transfers
    .filter(({ answer }) => answer === null)
    .map((row) => ({ value: row.id, label: text(row.body), hint: row.number }))
  const decided = measureNames
    .filter((name) => measures[name].decidedBy.length > 0)
    .map((value) => ({ value, label: text(measures[value].title) }))
  const scan = { kind: 'files' as const, path: 'files' as const, label: t`Құжаттың көшірмесі`, optional: true }
  const words = { kind: 'prose' as const, path: 'words' as const, label: t`Мазмұны`, rows: 3, optional: true }

  const acts: (Act | null)[] = [
    reviewed && undecided.length
      ? act({
          shape: shapes.recordDecision,
          fixed,
          first: true,
          fields: [
            personOf(undecided),
            {
              kind: 'choice',
              as: 'radio',
              path: 'body',
              label: t`Кім шешті`,
              options: optionsOf(bodies, bodyTitles, text),
            },
            { kind: 'line', path: 'bodyName', label: t`Органның не адамның атауы`, max: 300 },
            { kind: 'line', path: 'number', label: t`Шешімнің нөмірі`, max: 100 },
            { kind: 'day', path: 'decidedOn', label: t`Шешімнің күні` },
            { kind: 'choice', as: 'radio', path: 'measure', label: t`Не шешілді`, options: decided },
            words,
            scan,
          ],
        })
      : null,
    territorial.length && reviewed && undecided.length
      ? act({
          shape: shapes.sendNotice,
          fixed,
          onOpen,
          lead: t`Хабарламамен бірге барлық материалдың көшірмесі беріледі (13-тармақ).`,
          fields: [
            personOf(territorial),
            {
              kind: 'choice',
              as: 'radio',
              path: 'way',
              label: t`Қалай`,
              options: optionsOf(shapes.ways, shapes.wayTitles, text),
            },
            {
              kind: 'choice',
              as: 'select',
              path: 'document',
              label: t`Құжат`,
              options: (choices?.documents ?? []).map(({ id, name }) => ({ value: id, label: name })),
              when: (values: Values) => values['way'] === 'document',
            },
            {
              kind: 'line',
              path: 'number',
              label: t`Хабарламаның нөмірі`,
              max: 100,
              when: (values: Values) => values['way'] === 'handed',
            },
            { kind: 'day', path: 'on', label: t`Күні` },
            { kind: 'files', path: 'files', label: t`Қолхат`, optional: true },
          ],
        })
      : null,
    unexecuted.length
      ? act({
          shape: shapes.recordExecution,
          fixed,
          first: true,
          fields: [
            decisionOf(unexecuted),
            { kind: 'line', path: 'orderNumber', label: t`Бұйрықтың нөмірі`, max: 100 },
            { kind: 'day', path: 'executedOn', label: t`Бұйрықтың күні` },
            scan,
          ],
        })
      : null,
    of.superiorCase && unsettled.length && (it.state === 'concluded' || reviewed)
      ? act({
          shape: shapes.decideSuperior,
          fixed,
          toInput: (values) =>
            ({
              ...fixed,
              ...values,
              liable: values['liable'] === 'yes',
            }) as never,
          fields: [
            personOf(unsettled),
            {
              kind: 'choice',
              as: 'radio',
              path: 'liable',
              label: t`Басшы ретінде жауапты ма`,
              options: [
                { value: 'yes', label: t`Иә, жауапты` },
                { value: 'no', label: t`Жоқ, жауапты емес` },
              ],
            },
            {
              kind: 'day',
              path: 'filedOn',
              label: t`Отставкаға өтініш берген күні`,
              hint: t`Өтініш берілмесе, бос қалдырыңыз`,
              optional: true,
              when: (values: Values) => values['liable'] === 'yes',
            },
            { kind: 'prose', path: 'words', label: t`Уәждері`, rows: 4 },
            scan,
          ],
        })
      : null,
    reviewed && !of.unclosed.length
      ? act({
          shape: shapes.closeOutcome,
          fixed,
          first: true,
          fields: [{ kind: 'prose', path: 'word', label: t`Қорытынды сөз`, rows: 3 }],
        })
      : null,
    appeals.length
      ? act({
          shape: shapes.settleAppeal,
          fixed,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'appeal',
              label: t`Шағым`,
              options: appeals,
              start: appeals[0]?.value,
            },
            {
              kind: 'choice',
              as: 'radio',
              path: 'result',
              label: t`Нәтижесі`,
              options: optionsOf(shapes.appealResults, shapes.appealResultTitles, text),
            },
            { kind: 'day', path: 'on', label: t`Күні` },
            { kind: 'line', path: 'number', label: t`Актінің нөмірі`, max: 100 },
            {
              kind: 'choice',
              as: 'radio',
              path: 'measure',
              label: t`Жаңа шара`,
              options: decided,
              when: (values: Values) => values['result'] === 'changed',
            },
            words,
            scan,
          ],
        })
      : null,
    appealable.length
      ? act({
          shape: shapes.recordAppeal,
          fixed,
          aside: true,
          fields: [
            decisionOf(appealable),
            { kind: 'day', path: 'filedOn', label: t`Шағым берілген күн` },
            { kind: 'line', path: 'filedWith', label: t`Қайда берілді`, max: 300 },
            scan,
          ],
        })
      : null,
    it.openedOn
      ? act({
          shape: shapes.transferMaterials,
          fixed,
          onOpen,
          aside: true,
          fields: [
            {
              kind: 'choice',
              as: 'search',
              path: 'body',
              label: t`Қай органға`,
              options: (choices?.bodies ?? []).map(({ id, name, group }) => ({
                value: id,
                label: text(name),
                hint: text(group),
              })),
            },
            { kind: 'line', path: 'number', label: t`Шығыс нөмірі`, max: 100 },
            { kind: 'day', path: 'sentOn', label: t`Жіберілген күні` },
            { kind: 'prose', path: 'what', label: t`Не жіберілді`, rows: 3 },
            scan,
          ],
        })
      : null,
    awaited.length
      ? act({
          shape: shapes.answerTransfer,
          fixed,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'transfer',
              label: t`Қай жолдама`,
              options: awaited,
              start: awaited[0]?.value,
            },
            {
              kind: 'choice',
              as: 'radio',
              path: 'answer',
              label: t`Жауабы`,
              options: optionsOf(shapes.answers, shapes.answerTitles, text),
            },
            { kind: 'day', path: 'on', label: t`Күні` },
            {
              kind: 'line',
              path: 'registerNumber',
              label: t`Сотқа дейінгі тергеп-тексеру тізіліміндегі нөмірі`,
              max: 100,
              when: (values: Values) => values['answer'] === 'registered',
            },
            words,
            scan,
          ],
        })
      : null,
  ]
  return acts.filter((each) => each !== null)
}
