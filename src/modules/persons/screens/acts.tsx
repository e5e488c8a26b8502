// What may be done on a person's page by whoever keeps the register.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { act, type Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { addKin, addPost, correctPerson, kinRelations, kinTitles, sexes, sexTitles } from '../contract.ts'
import { useFindPerson, usePostFields } from './fields.ts'
import type { Opened } from './record.tsx'

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const person = useFindPerson()
  const post = usePostFields()
  const fixed = { id: it.id, version: it.version }
  const basis = { kind: 'line' as const, path: 'basis' as const, label: t`Негізі`, max: 500 }
  return [
    act({ shape: addPost, fixed, fields: post, aside: true }),
    act({
      shape: correctPerson,
      fixed,
      lead: t`Тек өзгеретінін толтырыңыз. Бұрынғысы карточкада сақталады.`,
      fields: [
        { kind: 'line', path: 'nameKk', label: t`Аты, әкесінің аты, тегі`, optional: true },
        { kind: 'line', path: 'nameRu', label: t`Орысша жазылуы`, optional: true },
        { kind: 'line', path: 'nameEn', label: t`Латынша жазылуы`, optional: true },
        {
          kind: 'day',
          path: 'renamedOn',
          label: t`Жаңа аты-жөні қай күннен бастап`,
          hint: t`Бұрын қате енгізілген болса, бос қалдырыңыз`,
          optional: true,
        },
        { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, max: 20 },
        { kind: 'day', path: 'bornOn', label: t`Туған күні`, optional: true },
        {
          kind: 'choice',
          as: 'radio',
          path: 'sex',
          label: t`Жынысы`,
          options: optionsOf(sexes, sexTitles, text),
          optional: true,
        },
        basis,
      ],
      aside: true,
    }),
    act({
      shape: addKin,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'search',
          path: 'relation',
          label: t`Кімі болады`,
          options: optionsOf(kinRelations, kinTitles, text),
        },
        { kind: 'find', path: 'kin', label: t`Тізілімнен`, find: person, optional: true },
        {
          kind: 'line',
          path: 'kinName',
          label: t`Тізілімде жоқ болса, аты-жөні`,
          optional: true,
          when: ({ kin }) => !kin,
        },
        basis,
      ],
      aside: true,
    }),
  ]
}
