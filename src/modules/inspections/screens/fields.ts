// The programme as fields of a form, and the choices that are looked up as one types.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import type { FieldOf } from '../../../ui/form.tsx'
import { useText } from '../../../ui/text.ts'
import { findColleagues, type amendInspection, type inspectionChoices, type readInspection } from '../contract.ts'

type Choices = Output<typeof inspectionChoices>

export const linesOf = (words: unknown): string[] =>
  (typeof words === 'string' ? words : '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const useProgramme = (
  bodies: Choices['bodies'],
  now?: Output<typeof readInspection>,
): FieldOf<typeof amendInspection>[] => {
  const { t } = useLingui()
  const text = useText()
  return [
    {
      kind: 'choice',
      as: 'search',
      path: 'body',
      label: t`Тексерілетін бөлімше`,
      options: bodies.map(({ id, name }) => ({ value: id, label: text(name) })),
      start: now?.body.id,
    },
    { kind: 'prose', path: 'aim', label: t`Тексерудің мақсаты`, rows: 3, start: now?.aim },
    {
      kind: 'prose',
      path: 'questions',
      label: t`Бағдарламаның сұрақтары`,
      hint: t`Әр сұрақты жаңа жолдан жазыңыз`,
      rows: 6,
      start: now?.questions.map(({ words }) => words).join('\n'),
    },
    { kind: 'day', path: 'periodFrom', label: t`Тексерілетін кезеңнің басы`, start: now?.periodFrom },
    { kind: 'day', path: 'periodUntil', label: t`Тексерілетін кезеңнің соңы`, start: now?.periodUntil },
    { kind: 'day', path: 'startsOn', label: t`Тексерудің бірінші күні`, start: now?.startsOn },
    { kind: 'day', path: 'endsOn', label: t`Тексерудің соңғы күні`, start: now?.endsOn },
    {
      kind: 'choice',
      as: 'radio',
      path: 'language',
      label: t`Іс жүргізу тілі`,
      start: now?.language ?? 'kk',
      options: [
        { value: 'kk', label: t`Қазақ тілі` },
        { value: 'ru', label: t`Орыс тілі` },
      ],
    },
  ]
}

/** Colleagues whose name holds what is typed; where something stands against one, it is said beside the name. */
export const useColleagues = (id: string) => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(findColleagues, { id })
    const typed = words.trim().toLocaleLowerCase('kk')
    return result.rows
      .filter(({ name }) => [name.kk, name.ru, name.en].some((it) => it.toLocaleLowerCase('kk').includes(typed)))
      .map(({ id: value, name, post, conflict }) => ({
        value,
        label: text(name),
        hint: conflict ? text(conflict.says) : text(post),
      }))
  }
}
