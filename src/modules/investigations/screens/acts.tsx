// What may be done with the investigation now, in the order of its life.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import {
  acceptInvestigation,
  addMember,
  addPerson,
  amendInvestigation,
  discontinueInvestigation,
  dropPerson,
  offences,
  openInvestigation,
  recusalCauses,
  recuseMember,
  replaceMember,
  roles,
} from '../contract.ts'
import { offenceTitles, recusalTitles, roleTitles } from '../words.ts'
import { useCandidates, usePersons } from './finding.ts'
import type { Opened } from './record.tsx'

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const find = useCandidates(it.id)
  const persons = usePersons()
  const fixed = { id: it.id, version: it.version }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, rows: 3 }
  const team = it.team
    .filter(({ until }) => until === null)
    .map(({ id, name, role }) => ({ value: id, label: text(name), hint: text(roleTitles[role]) }))
  const before = it.openedOn === null && it.ended === null
  const running = it.state === 'opened'
  const shown: (Act | null)[] = [
    act({ shape: acceptInvestigation, fixed, fields: [], lead: t`Бұдан кейін басшылықтан тапсырма сұрайсыз.` }),
    // What is missing stands above, with the way to ask for it.
    it.missing.length
      ? null
      : act({
          shape: openInvestigation,
          fixed,
          fields: [],
          lead: t`Тексеруге нөмір беріледі және оның мерзімі бүгіннен басталады.`,
        }),
    before || running
      ? act({
          shape: addMember,
          fixed,
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
          ],
        })
      : null,
    team.length && (before || running)
      ? act({
          shape: replaceMember,
          fixed,
          aside: true,
          fields: [
            { kind: 'choice', as: 'select', path: 'employee', label: t`Кім кетеді`, options: team },
            { kind: 'find', path: 'by', label: t`Орнына кім келеді`, find },
            reason,
          ],
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
    before
      ? act({
          shape: amendInvestigation,
          fixed,
          aside: true,
          fields: [
            { kind: 'prose', path: 'allegations', label: t`Не туралы`, rows: 5, start: it.allegations },
            {
              kind: 'choice',
              as: 'radio',
              path: 'offence',
              label: t`Құқық бұзушылықтың түрі`,
              options: optionsOf(offences, offenceTitles, text),
              start: it.offence,
            },
            { kind: 'day', path: 'committedOn', label: t`Жасалған күні`, start: it.committedOn },
            { kind: 'day', path: 'discoveredOn', label: t`Анықталған күні`, start: it.discoveredOn },
          ],
          toInput: (values) => ({ ...fixed, ...values, ...(it.place ? { place: it.place.value } : {}) }) as never,
        })
      : null,
    before || running
      ? act({
          shape: addPerson,
          fixed,
          aside: true,
          fields: [{ kind: 'find', path: 'person', label: t`Тексерілетін адам`, find: persons }],
        })
      : null,
    before && it.people.length > 1
      ? act({
          shape: dropPerson,
          fixed,
          aside: true,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'person',
              label: t`Тексерілетін адам`,
              options: it.people.map(({ id, name }) => ({ value: id, label: text(name) })),
            },
            reason,
          ],
        })
      : null,
    act({ shape: discontinueInvestigation, fixed, aside: true, danger: true, fields: [reason] }),
  ]
  return shown.filter((each) => each !== null)
}
