// What may be entered about the case now, in the order of its way.
import { useLingui } from '@lingui/react/macro'
import type { Input, Output, Shape } from '../../../ui/call.ts'
import { optionsOf, type Field } from '../../../ui/fields.ts'
import type { FieldOf } from '../../../ui/form.tsx'
import { today } from '../../../ui/format.ts'
import { act, type Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import * as shapes from '../contract.ts'
import { articlesOf, useFactFields, useSourceFields } from './fields.tsx'

type Opened = Output<typeof shapes.openCase>
const noChoices: Output<typeof shapes.caseChoices> = { courts: [], regions: [], bodies: [], own: null }

/** The fields of an event: its day first, its own fields, then the paper that confirms it. */
const useEventFields = () => {
  const { t } = useLingui()
  const source = useSourceFields()
  return <S extends Shape>(day: string, own: readonly Field[] = []): FieldOf<S>[] =>
    [
      { kind: 'day', path: 'happenedOn', label: day, notAfter: today() },
      ...own,
      ...source,
      { kind: 'prose', path: 'word', label: t`Ескертпе`, optional: true, rows: 3 },
    ] as FieldOf<S>[]
}

const useVerdictFields = () => {
  const { t } = useLingui()
  const text = useText()
  const convicted = (values: Readonly<Record<string, unknown>>): boolean => values['outcome'] === 'convicted'
  return (when: (values: Readonly<Record<string, unknown>>) => boolean = () => true) => [
    {
      kind: 'choice' as const,
      as: 'radio' as const,
      path: 'outcome' as const,
      label: t`Нәтижесі`,
      when,
      options: [
        { value: 'convicted', label: t`Айыптау үкімі` },
        { value: 'acquitted', label: t`Ақтау үкімі` },
      ],
    },
    {
      kind: 'choice' as const,
      path: 'gravity' as const,
      label: t`Қылмыстың ауырлығы`,
      when: (values: Readonly<Record<string, unknown>>) => when(values) && convicted(values),
      options: optionsOf(shapes.gravities, shapes.gravityTitles, text),
    },
    {
      kind: 'choices' as const,
      path: 'sentences' as const,
      label: t`Жаза түрлері`,
      when: (values: Readonly<Record<string, unknown>>) => when(values) && convicted(values),
      options: optionsOf(shapes.sentences, shapes.sentenceTitles, text),
    },
    {
      kind: 'prose' as const,
      path: 'sentenceWords' as const,
      label: t`Үкімнің қарары`,
      optional: true,
      rows: 3,
      when,
    },
  ]
}

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const event = useEventFields()
  const verdict = useVerdictFields()
  const choices = useCall(shapes.caseChoices, {}).data?.result ?? noChoices
  const facts = useFactFields(choices, it)
  const fixed = { id: it.id, version: it.version }
  const changed = (values: Readonly<Record<string, unknown>>): boolean => values['changed'] === true
  const cleared = (values: Readonly<Record<string, unknown>>): boolean => values['cleared'] === 'yes'
  const lifts = (values: Readonly<Record<string, unknown>>): boolean => values['act'] === 'lifted'
  return [
    act({ shape: shapes.suspectCase, fixed, fields: event(t`Күдікті деп танылған күні`) }),
    act({ shape: shapes.chargeCase, fixed, fields: event(t`Айып тағылған күні`) }),
    act({
      shape: shapes.sendCase,
      fixed,
      fields: event(t`Сотқа жіберілген күні`, [
        { kind: 'line', path: 'courtCase', label: t`Сот ісінің нөмірі`, optional: true, max: 60 },
      ]),
    }),
    act({ shape: shapes.giveVerdict, fixed, fields: event(t`Үкім шыққан күн`, verdict()) }),
    act({ shape: shapes.enterForce, fixed, fields: event(t`Күшіне енген күні`) }),
    act({ shape: shapes.appealVerdict, fixed, fields: event(t`Шағым берілген күні`) }),
    act({
      shape: shapes.decideAppeal,
      fixed,
      fields: event(t`Апелляция қаулысының күні`, [
        { kind: 'check', path: 'changed', label: t`Үкім өзгертілді`, optional: true },
        ...verdict(changed),
      ]),
    }),
    act({ shape: shapes.resumeCase, fixed, fields: event(t`Қайта басталған күні`) }),
    act({
      shape: shapes.restrainAccused,
      fixed,
      plain: true,
      fields: event(t`Бұлтартпау шарасының күні`, [
        {
          kind: 'choice',
          as: 'radio',
          path: 'act',
          label: t`Не болды`,
          options: it.restraint
            ? [
                { value: 'changed', label: t`Өзгертілді` },
                { value: 'lifted', label: t`Күші жойылды` },
              ]
            : [{ value: 'set', label: t`Қолданылды` }],
        },
        {
          kind: 'choice',
          path: 'restraint',
          label: t`Бұлтартпау шарасы`,
          options: optionsOf(shapes.restraints, shapes.restraintTitles, text),
          when: (values) => !lifts(values),
        },
      ]),
    }),
    act({ shape: shapes.recordDismissal, fixed, plain: true, fields: event(t`Жұмыстан босатылған күні`) }),
    act({
      shape: shapes.terminateCase,
      plain: true,
      fixed,
      fields: event<typeof shapes.terminateCase>(t`Қысқартылған күні`, [
        {
          kind: 'choice',
          as: 'radio',
          path: 'cleared',
          label: t`Негізі`,
          options: [
            { value: 'yes', label: t`Ақтайтын негіз` },
            { value: 'no', label: t`Ақтамайтын негіз` },
          ],
        },
        {
          kind: 'choice',
          path: 'gravity',
          label: t`Қылмыстың ауырлығы`,
          options: optionsOf(shapes.gravities, shapes.gravityTitles, text),
          when: (values) => !cleared(values),
        },
      ]),
      toInput: (values) =>
        ({ ...fixed, ...values, cleared: values.cleared === 'yes' }) as Input<typeof shapes.terminateCase>,
    }),
    act({ shape: shapes.setVerdictAside, fixed, plain: true, fields: event(t`Үкімнің күші жойылған күн`) }),
    act({
      shape: shapes.noteCase,
      fixed,
      plain: true,
      fields: [
        ...event<typeof shapes.noteCase>(t`Мәліметтің күні`).filter(({ path }) => path !== 'word'),
        { kind: 'prose', path: 'word', label: t`Мәлімет`, rows: 4 },
      ],
    }),
    act({
      shape: shapes.correctCase,
      fixed,
      plain: true,
      lead: t`Бұрынғы мәлімет сақталады: кім, қашан, не себепті түзеткені көрініп тұрады.`,
      fields: [
        ...(facts as FieldOf<typeof shapes.correctCase>[]),
        { kind: 'line', path: 'reason', label: t`Түзету себебі`, max: 500 },
        { kind: 'line', path: 'paper', label: t`Негіз болған құжат`, optional: true, max: 300 },
      ],
      toInput: (values) =>
        ({ ...fixed, ...values, articles: articlesOf(values.articles) }) as Input<typeof shapes.correctCase>,
    }),
  ]
}

/** The forms of one event: correct it, or strike it. */
export const useEventActs = (it: Opened, event: Opened['events'][number]) => {
  const { t } = useLingui()
  const source = useSourceFields().map((field) =>
    field.path === 'confirmedOn' ? { ...field, start: event.confirmedOn } : field,
  )
  const fixed = { id: it.id, version: it.version, event: event.id }
  return [
    act({
      shape: shapes.correctEvent,
      fixed,
      fields: [
        { kind: 'day', path: 'happenedOn', label: t`Оқиға күні`, start: event.happenedOn, notAfter: today() },
        ...source,
        {
          kind: 'prose',
          path: 'word',
          label: t`Ескертпе`,
          optional: true,
          rows: 3,
          ...(event.word ? { start: event.word } : {}),
        },
        { kind: 'line', path: 'reason', label: t`Түзету себебі`, max: 500 },
      ],
    }),
    act({
      shape: shapes.strikeEvent,
      fixed,
      danger: true,
      lead: t`Оқиға тізбеде сызылған күйі қалады, істің күйі қалған оқиғалар бойынша анықталады.`,
      fields: [{ kind: 'line', path: 'reason', label: t`Неге қате`, max: 500 }],
    }),
  ]
}
