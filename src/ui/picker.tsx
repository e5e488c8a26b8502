// The pickers that come from the component library: a searched choice, several choices. A chunk of its own.
import { useLingui } from '@lingui/react/macro'
import Select from 'antd/es/select'
import { useEffect, useRef, useState } from 'react'
import { Antd } from './antd.tsx'
import type { FieldProps } from './field.tsx'
import type { Field, Option, Value } from './fields.ts'

interface PickerProps extends FieldProps {
  wired: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined; 'aria-required': boolean }
}

const listOf = (value: Value): string[] =>
  Array.isArray(value) ? [...value] : typeof value === 'string' && value ? [value] : []

const drawOption = (option: { data: { label?: unknown; hint?: string } }) => (
  <span className="option">
    {String(option.data.label)}
    {option.data.hint ? <small>{option.data.hint}</small> : null}
  </span>
)

/** Asks a moment after the last key, and listens to the last question only. */
const useFound = (field: Field): [readonly Option[], boolean, (typed: string) => void] => {
  const find = field.kind === 'find' ? field.find : null
  const [found, setFound] = useState<readonly Option[]>(field.kind === 'find' && field.chosen ? [field.chosen] : [])
  const [busy, setBusy] = useState(false)
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ask = (typed: string, after: number): void => {
    if (!find) return
    clearTimeout(timer.current)
    asked.current += 1
    const turn = asked.current
    timer.current = setTimeout(() => {
      setBusy(true)
      find(typed)
        .then((options) => (turn === asked.current ? setFound(options) : undefined))
        .catch(() => setFound([]))
        .finally(() => setBusy(false))
    }, after)
  }
  useEffect(() => {
    ask('', 0)
    return () => clearTimeout(timer.current)
    // The first options are asked for once, when the field appears.
  }, [])
  return [found, busy, (typed) => ask(typed, 180)]
}

const ChoicePicker = ({ field, value, set, wired }: PickerProps) => {
  const { t } = useLingui()
  const [found, busy, ask] = useFound(field)
  const several = field.kind === 'choices' || (field.kind === 'find' && field.several === true)
  const options = field.kind === 'choice' || field.kind === 'choices' ? field.options : found
  const common = {
    ...wired,
    className: 'picker',
    showSearch:
      field.kind === 'find' ? { filterOption: false, onSearch: ask } : { optionFilterProp: ['label', 'hint'] },
    allowClear: field.optional === true,
    loading: busy,
    placeholder: t`Таңдаңыз`,
    notFoundContent: t`Ештеңе табылмады`,
    status: wired['aria-invalid'] ? ('error' as const) : ('' as const),
    options: [...options],
    optionRender: drawOption,
  }
  return several ? (
    <Select<string[], Option> {...common} mode="multiple" value={listOf(value)} onChange={(next) => set(next)} />
  ) : (
    <Select<string | null, Option>
      {...common}
      value={listOf(value)[0] ?? null}
      onChange={(next) => set(next ?? null)}
    />
  )
}

export default function Picker(props: PickerProps) {
  return (
    <Antd>
      <ChoicePicker {...props} />
    </Antd>
  )
}
