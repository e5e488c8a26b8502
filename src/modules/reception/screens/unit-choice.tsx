// Which unit's receptions are shown; it stands in the address. Nothing where there is only one.
import { useLingui } from '@lingui/react/macro'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'

interface UnitChoiceProps {
  units: readonly { id: string; name: { kk: string; ru: string; en: string } }[]
  value: string
}

export const UnitChoice = ({ units, value }: UnitChoiceProps) => {
  const { t } = useLingui()
  const text = useText()
  const { setSearch } = useAddress()
  if (units.length < 2) return null
  return (
    <select
      style={{ width: 'auto' }}
      className="input"
      aria-label={t`Бөлімше`}
      value={value}
      onChange={(event) => setSearch({ unit: event.target.value })}
    >
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {text(name)}
        </option>
      ))}
    </select>
  )
}
