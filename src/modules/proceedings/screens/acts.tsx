// What the team does in the course of an investigation.
import { useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import { addNote, dropStep, extendInvestigation, finishStep, planStep, readCourse } from '../contract.ts'
import { suspending } from './suspension.tsx'

export type Opened = Output<typeof readInvestigation>

export const useCourse = (it: Opened) =>
  useCall(readCourse, { id: it.id }, { kinds: ['investigation'], keep: true, enabled: !it.brief }).data?.result

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const course = useCourse(it)
  const fixed = { id: it.id, version: it.version }
  if (it.state !== 'opened') return []
  const team = (course?.team ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))
  const left = (course?.plan ?? [])
    .filter(({ doneOn, dropped }) => doneOn === null && dropped === null)
    .map(({ id, what, who }) => ({ value: id, label: what, hint: text(who.name) }))
  const steps = { kind: 'choice' as const, as: 'radio' as const, path: 'step' as const, label: t`Қадам`, options: left }
  const shown: (Act | null)[] = [
    team.length
      ? act({
          shape: planStep,
          fixed,
          fields: [
            { kind: 'line', path: 'what', label: t`Не істеледі`, max: 500 },
            { kind: 'choice', as: 'radio', path: 'who', label: t`Кім орындайды`, options: team },
            { kind: 'day', path: 'by', label: t`Қашанға дейін` },
          ],
        })
      : null,
    left.length
      ? act({
          shape: finishStep,
          fixed,
          fields: [
            steps,
            { kind: 'day', path: 'doneOn', label: t`Орындалған күні, бүгін болмаса`, optional: true },
            { kind: 'prose', path: 'result', label: t`Нәтижесі`, rows: 4 },
          ],
        })
      : null,
    act({
      shape: addNote,
      fixed,
      fields: [
        { kind: 'day', path: 'happenedOn', label: t`Болған күні` },
        { kind: 'prose', path: 'words', label: t`Не болды`, rows: 4 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
    }),
    act({
      shape: extendInvestigation,
      fixed,
      fields: [
        { kind: 'day', path: 'until', label: t`Жаңа мерзім` },
        { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 },
      ],
    }),
    left.length
      ? act({
          shape: dropStep,
          fixed,
          aside: true,
          fields: [steps, { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
        })
      : null,
    suspending(it),
  ]
  return shown.filter((each) => each !== null)
}
