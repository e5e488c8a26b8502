// What may be done with the inspection now, beside what its visits and results add.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  addMember,
  amendInspection,
  discontinueInspection,
  endMember,
  extendInspection,
  inspectionChoices,
  openInspection,
  recusalCauses,
  recuseMember,
  roles,
} from '../contract.ts'
import { recusalTitles, roleTitles } from '../words.ts'
import { linesOf, useColleagues, useProgramme } from './fields.ts'
import type { Opened } from './record.tsx'

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const find = useColleagues(it.id)
  const bodies =
    useCall(inspectionChoices, {}, { keep: true, enabled: it.state === 'prepared' }).data?.result.bodies ?? []
  const programme = useProgramme(bodies, it)
  const fixed = { id: it.id, version: it.version }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, rows: 3 }
  const before = it.state === 'prepared'
  const team = it.team
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, name, role }) => ({ value: id, label: text(name), hint: text(roleTitles[role]) }))
  const shown: (Act | null)[] = [
    // What is missing stands above, with the way to ask for it.
    before && !it.missing.length
      ? act({
          shape: openInspection,
          fixed,
          fields: [],
          lead: t`Тексеруге нөмір беріледі. Оның мерзімі бағдарламадағы соңғы күнге дейін.`,
        })
      : null,
    it.ended || it.halted
      ? null
      : act({
          shape: addMember,
          fixed,
          aside: !before,
          fields: [
            { kind: 'find', path: 'employee', label: t`Қызметкер`, find },
            {
              kind: 'choice',
              as: 'radio',
              path: 'role',
              label: t`Рөлі`,
              options: optionsOf(roles, roleTitles, text),
              start: it.leader ? 'member' : 'leader',
            },
            { kind: 'day', path: 'from', label: t`Қай күннен`, optional: true },
            { kind: 'day', path: 'until', label: t`Қай күнге дейін`, optional: true },
          ],
        }),
    before && !it.authorities.length
      ? act({
          shape: amendInspection,
          fields: programme,
          aside: true,
          toInput: (values) => ({ ...values, ...fixed, questions: linesOf(values['questions']) }) as never,
        })
      : null,
    before || it.state === 'opened'
      ? act({
          shape: extendInspection,
          fixed,
          aside: true,
          fields: [
            {
              kind: 'day',
              path: 'until',
              label: t`Жаңа соңғы күні`,
              ...(it.latestOn ? { notAfter: it.latestOn } : {}),
            },
            reason,
          ],
        })
      : null,
    team.length
      ? act({
          shape: endMember,
          fixed,
          aside: true,
          fields: [{ kind: 'choice', as: 'radio', path: 'employee', label: t`Кім шығады`, options: team }, reason],
        })
      : null,
    act({
      shape: recuseMember,
      fixed,
      aside: true,
      danger: true,
      lead: t`Бас тартқаннан кейін бұл тексеру сізге көрінбейді.`,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'cause',
          label: t`Негізі`,
          options: optionsOf(recusalCauses, recusalTitles, text),
        },
        reason,
      ],
    }),
    act({ shape: discontinueInspection, fixed, aside: true, danger: true, fields: [reason] }),
  ]
  return shown.filter((each) => each !== null)
}
