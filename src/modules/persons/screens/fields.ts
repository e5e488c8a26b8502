// Fields that several forms of this room have alike: a post, a person found by name.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import { optionsOf, type Option } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { findPersons, personChoices, personKinds, personKindTitles, usualPostCodes, usualPosts } from '../contract.ts'

export const useFindPerson = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findPersons, { words: words.trim() })
    return result.rows.map(({ id, name, post, body }) => ({
      value: id,
      label: text(name),
      hint: [post, body].flatMap((it) => (it ? [text(it)] : [])).join(' · '),
    }))
  }
}

/** Where, in which post, since when: the same for a new person and for one more post. */
export const usePostFields = () => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(personChoices, {}).data?.result
  const bodies = (choices?.bodies ?? []).map(({ value, name, group }) => ({
    value,
    label: text(name),
    ...(group ? { hint: text(group) } : {}),
  }))
  const written = ({ post }: Readonly<Record<string, unknown>>): boolean => !post
  return [
    {
      kind: 'choice' as const,
      as: 'radio' as const,
      path: 'kind' as const,
      label: t`Санаты`,
      options: optionsOf(personKinds, personKindTitles, text),
    },
    {
      kind: 'choice' as const,
      as: 'search' as const,
      path: 'body' as const,
      label: t`Сот немесе орган`,
      options: bodies,
      optional: true,
    },
    {
      kind: 'line' as const,
      path: 'bodyName' as const,
      label: t`Анықтамалықта жоқ орган`,
      optional: true,
      when: ({ body }: Readonly<Record<string, unknown>>) => !body,
    },
    {
      kind: 'choice' as const,
      as: 'search' as const,
      path: 'region' as const,
      label: t`Өңірі`,
      options: (choices?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) })),
      optional: true,
      when: ({ body }: Readonly<Record<string, unknown>>) => !body,
    },
    {
      kind: 'choice' as const,
      as: 'search' as const,
      path: 'post' as const,
      label: t`Лауазымы`,
      hint: t`Тізімде болмаса, бос қалдырып, үш тілде жазыңыз`,
      options: optionsOf(usualPostCodes, usualPosts, text),
      optional: true,
    },
    { kind: 'line' as const, path: 'titleKk' as const, label: t`Лауазымы қазақша`, optional: true, when: written },
    { kind: 'line' as const, path: 'titleRu' as const, label: t`Лауазымы орысша`, optional: true, when: written },
    { kind: 'line' as const, path: 'titleEn' as const, label: t`Лауазымы ағылшынша`, optional: true, when: written },
    { kind: 'day' as const, path: 'from' as const, label: t`Бірінші күні` },
    { kind: 'day' as const, path: 'until' as const, label: t`Соңғы күні`, optional: true },
    {
      kind: 'line' as const,
      path: 'basis' as const,
      label: t`Негізі`,
      hint: t`Жарлықтың, бұйрықтың күні мен нөмірі`,
      max: 500,
    },
  ]
}
