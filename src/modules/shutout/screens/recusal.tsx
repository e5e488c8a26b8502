// The form of recusal, for an appeal and for a document.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import type { FieldOf } from '../../../ui/form.tsx'
import { useText } from '../../../ui/text.ts'
import { causes, causeTitles, type recuse } from '../contract.ts'

export const useRecusalFields = (): readonly FieldOf<typeof recuse>[] => {
  const { t } = useLingui()
  const text = useText()
  return [
    { kind: 'choice', as: 'radio', path: 'cause', label: t`Негізі`, options: optionsOf(causes, causeTitles, text) },
    { kind: 'prose', path: 'reason', label: t`Түсіндірмесі`, max: 2000, rows: 4 },
  ]
}
