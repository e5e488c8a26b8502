// What the team, the leader and the head do towards the act and the remedy of what was found.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import type { FieldOf } from '../../../ui/form.tsx'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInspection } from '../../inspections/contract.ts'
import { findPersons } from '../../persons/contract.ts'
import * as shapes from '../contract.ts'
import { acquaintanceTitles } from '../words.ts'

export type Opened = Output<typeof readInspection>

export const useResults = (it: Opened) =>
  useCall(shapes.readResults, { id: it.id }, { kinds: ['inspection', 'document'], keep: true, enabled: !it.brief }).data
    ?.result

const linesOf = (words: unknown): string[] =>
  (typeof words === 'string' ? words : '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const usePersons = () => {
  const text = useText()
  return async (words: string) => {
    if (words.trim().length < 2) return []
    const { result } = await call(findPersons, { words: words.trim() })
    return result.rows.map(({ id, name, post, body }) => ({
      value: id,
      label: text(name),
      hint: [post, body].flatMap((each) => (each ? [text(each)] : [])).join(' · '),
    }))
  }
}

/** While it is under way: answers, findings, the act. */
const useFindingActs = (it: Opened): Act[] => {
  const { t } = useLingui()
  const persons = usePersons()
  const results = useResults(it)
  const fixed = { id: it.id, version: it.version }
  const questions = it.questions.map(({ id, number, words }) => ({ value: id, label: `${number}. ${words}` }))
  const kept = (results?.findings ?? []).filter(({ struck }) => struck === null)
  const findings = kept.map(({ id, number, what }) => ({ value: id, label: `${number}. ${what}` }))
  const question = {
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'question' as const,
    label: t`Бағдарламаның сұрағы`,
    options: questions,
  }
  const unanswered = it.questions.find(({ answer }) => answer === null)?.id
  return [
    act({
      shape: shapes.answerQuestion,
      fixed,
      first: unanswered !== undefined,
      fields: [
        { ...question, start: unanswered },
        { kind: 'prose', path: 'answer', label: t`Не анықталды`, rows: 5 },
      ],
    }),
    act({
      shape: shapes.addFinding,
      fields: [
        question,
        { kind: 'prose', path: 'what', label: t`Қандай кемшілік`, rows: 4 },
        { kind: 'line', path: 'norm', label: t`Қандай норма бұзылды`, max: 1_000 },
        {
          kind: 'prose',
          path: 'papers',
          label: t`Қандай құжаттармен дәлелденеді`,
          hint: t`Әр құжатты жаңа жолдан жазыңыз`,
          rows: 3,
        },
        { kind: 'find', path: 'person', label: t`Кім жауапты: тізілімнен`, find: persons, optional: true },
        { kind: 'line', path: 'answers', label: t`Тізілімде болмаса: аты-жөні мен лауазымы`, optional: true, max: 300 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
      toInput: (values) => ({ ...values, ...fixed, papers: linesOf(values['papers']) }) as never,
    }),
    act({
      shape: shapes.drawAct,
      fixed,
      lead: t`Актінің жобасы бағдарлама мен кемшіліктерден жасалады, оған меңгеруші қол қояды.`,
      fields: [{ kind: 'prose', path: 'present', label: t`Тексеруге кімдер қатысты`, optional: true, rows: 2 }],
    }),
    ...(findings.length
      ? [
          act({
            shape: shapes.strikeFinding,
            fixed,
            aside: true,
            fields: [
              { kind: 'choice', as: 'radio', path: 'finding', label: t`Қай кемшілік`, options: findings },
              { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 },
            ],
          }),
        ]
      : []),
  ]
}

/** After the act: acquaintance, objections and the plan. */
const useActActs = (it: Opened): Act[] => {
  const { t } = useLingui()
  const text = useText()
  const results = useResults(it)
  const fixed = { id: it.id, version: it.version }
  const kept = (results?.findings ?? []).filter(({ struck }) => struck === null)
  const open = (results?.objections ?? []).filter(({ answer }) => answer === null)
  const planned = kept.flatMap(({ number, what }, at): FieldOf<typeof shapes.planRemedies>[] => [
    {
      kind: 'prose',
      path: `items.${at}.what` as never,
      label: t`${number}-кемшілік: не істеледі`,
      hint: what,
      rows: 2,
    },
    { kind: 'line', path: `items.${at}.holder` as never, label: t`${number}-кемшілік: кім орындайды`, max: 300 },
    { kind: 'day', path: `items.${at}.due` as never, label: t`${number}-кемшілік: қашанға дейін` },
  ])
  return [
    act({
      shape: shapes.takeBackAct,
      fixed,
      plain: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
    act({
      shape: shapes.acquaintDepartment,
      fixed,
      fields: [
        { kind: 'day', path: 'on', label: t`Танысқан күні` },
        { kind: 'line', path: 'name', label: t`Бөлімше басшысы: аты-жөні мен лауазымы`, max: 300 },
        {
          kind: 'choice',
          as: 'radio',
          path: 'way',
          label: t`Қалай`,
          options: optionsOf(shapes.acquaintanceWays, acquaintanceTitles, text),
        },
        {
          kind: 'prose',
          path: 'words',
          label: t`Бас тарту мән-жайы және оны кім көрді`,
          rows: 3,
          when: (values) => values['way'] === 'refused',
        },
        { kind: 'files', path: 'files', label: t`Қол қойылған парақ`, optional: true },
      ],
    }),
    ...(open.length
      ? [
          act({
            shape: shapes.answerObjection,
            fixed,
            first: true,
            fields: [
              {
                kind: 'choice',
                as: 'radio',
                path: 'objection',
                label: t`Қай қарсылық`,
                options: open.map(({ id, words }) => ({ value: id, label: words })),
                start: open[0]?.id,
              },
              {
                kind: 'choice',
                as: 'radio',
                path: 'upheld',
                label: t`Шешім`,
                options: [
                  { value: 'yes', label: t`Қабылданды: кемшілік актіден алынады` },
                  { value: 'no', label: t`Қабылданбады` },
                ],
              },
              { kind: 'prose', path: 'answer', label: t`Негіздеме`, rows: 4 },
            ],
            toInput: (values) => ({ ...values, ...fixed, upheld: values['upheld'] === 'yes' }) as never,
          }),
        ]
      : []),
    ...(kept.length
      ? [
          act({
            shape: shapes.planRemedies,
            fields: planned,
            toInput: (values) =>
              ({
                ...fixed,
                items: kept.map(({ id: finding }, at) => ({
                  finding,
                  what: values[`items.${at}.what`],
                  holder: values[`items.${at}.holder`],
                  due: values[`items.${at}.due`],
                })),
              }) as never,
          }),
        ]
      : []),
    act({
      shape: shapes.addObjection,
      fixed,
      aside: true,
      fields: [
        {
          kind: 'choice',
          as: 'select',
          path: 'finding',
          label: t`Қай кемшілікке қарсы`,
          optional: true,
          options: kept.map(({ id, number, what }) => ({ value: id, label: `${number}. ${what}` })),
        },
        { kind: 'day', path: 'receivedOn', label: t`Түскен күні` },
        { kind: 'prose', path: 'words', label: t`Қарсылықтың мазмұны`, rows: 4 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
    }),
  ]
}

/** The follow-up. */
const useRemedyActs = (it: Opened): Act[] => {
  const { t } = useLingui()
  const results = useResults(it)
  const fixed = { id: it.id, version: it.version }
  const kept = (results?.findings ?? []).filter(({ struck }) => struck === null)
  const open = (results?.plan ?? []).filter(({ state }) => state === 'open')
  const items = open.map(({ id, number, what, holder }) => ({ value: id, label: `${number}. ${what}`, hint: holder }))
  const item = {
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'item' as const,
    label: t`Жоспардың тармағы`,
    options: items,
    start: items[0]?.value,
  }
  if (!items.length) return []
  return [
    act({
      shape: shapes.bringEvidence,
      fixed,
      fields: [
        item,
        { kind: 'day', path: 'receivedOn', label: t`Түскен күні` },
        { kind: 'prose', path: 'words', label: t`Қандай дәлел`, rows: 3 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
    }),
    act({
      shape: shapes.judgeRemedy,
      fields: [
        item,
        {
          kind: 'choice',
          as: 'radio',
          path: 'verdict',
          label: t`Бағасы`,
          options: [
            { value: 'remedied', label: t`Жойылды` },
            { value: 'not-remedied', label: t`Жойылмады` },
            { value: 'extended', label: t`Мерзімі ұзартылды` },
          ],
        },
        { kind: 'day', path: 'until', label: t`Жаңа мерзім`, when: (values) => values['verdict'] === 'extended' },
        { kind: 'prose', path: 'word', label: t`Негіздеме`, rows: 3 },
      ],
      toInput: (values) =>
        ({ ...values, id: it.id, seen: open.find(({ id }) => id === values['item'])?.version ?? 0 }) as never,
    }),
    act({
      shape: shapes.addRemedy,
      fixed,
      aside: true,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'finding',
          label: t`Қай кемшілік`,
          options: kept.map(({ id, number, what }) => ({ value: id, label: `${number}. ${what}` })),
        },
        { kind: 'prose', path: 'what', label: t`Не істеледі`, rows: 2 },
        { kind: 'line', path: 'holder', label: t`Кім орындайды`, max: 300 },
        { kind: 'day', path: 'due', label: t`Қашанға дейін` },
      ],
    }),
  ]
}

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const finding = useFindingActs(it)
  const acting = useActActs(it)
  const remedying = useRemedyActs(it)
  const close = act({
    shape: shapes.closeInspection,
    fixed: { id: it.id, version: it.version },
    fields: [{ kind: 'prose', path: 'word', label: t`Қорытынды сөз`, rows: 3 }],
  })
  if (it.ended || it.halted) return []
  if (it.state === 'opened') return finding
  return it.state === 'remedying' ? [...remedying, close] : it.openedOn ? [...acting, close] : []
}
