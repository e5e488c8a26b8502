// The fields of a person's record, for the form that adds one and the form that changes it.
import { useLingui } from '@lingui/react/macro'
import type { Field } from '../../../ui/fields.ts'
import type { Text } from '../../../ui/text.ts'

type CardKey = 'name' | 'nameRu' | 'nameEn' | 'iin' | 'email' | 'language'

interface Known {
  name: Text
  iin: string | null
  email: string | null
  language: 'kk' | 'ru' | 'en'
}

export const useCardFields = (known?: Known): Field<CardKey>[] => {
  const { t } = useLingui()
  const start = (value: string | null | undefined) => (value ? { start: value } : {})
  return [
    { kind: 'line', path: 'name', label: t`Аты, әкесінің аты, тегі қазақша`, max: 200, ...start(known?.name.kk) },
    {
      kind: 'line',
      path: 'nameRu',
      label: t`Орысша жазылуы`,
      hint: t`Бос қалса, қазақша жазылуынан шығарылады.`,
      optional: true,
      max: 200,
      ...start(known?.name.ru),
    },
    {
      kind: 'line',
      path: 'nameEn',
      label: t`Латын әріптерімен жазылуы`,
      hint: t`Бос қалса, қазақша жазылуынан шығарылады.`,
      optional: true,
      max: 200,
      ...start(known?.name.en),
    },
    {
      kind: 'line',
      path: 'iin',
      label: t`ЖСН`,
      hint: t`12 цифр. Бақылау цифры тексеріледі.`,
      optional: true,
      max: 20,
      ...start(known?.iin),
    },
    { kind: 'line', path: 'email', label: t`Электрондық пошта`, optional: true, max: 254, ...start(known?.email) },
    {
      kind: 'choice',
      path: 'language',
      as: 'radio',
      label: t`Жүйенің тілі`,
      options: [
        { value: 'kk', label: 'Қазақша' },
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ],
      start: known?.language ?? 'kk',
    },
  ]
}
