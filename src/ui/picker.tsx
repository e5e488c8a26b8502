// The pickers that come from the component library: a searched choice, several choices. A chunk of its own.
import { useLingui } from '@lingui/react/macro'
import Select from 'antd/es/select'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
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
  const id = useId()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [typed, setTyped] = useState('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const chosen = field.kind === 'find' && field.chosen ? [field.chosen] : []
  const found = useQuery({
    queryKey: ['find', id, typed],
    queryFn: () => (field.kind === 'find' ? field.find(typed) : []),
    enabled: field.kind === 'find',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const ask = (next: string): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setTyped(next), 180)
  }
  const rows = found.data ?? []
  const others = chosen.filter((each) => !typed && !rows.some((row) => row.value === each.value))
  return [[...others, ...rows], found.isFetching, ask]
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
  const { id } = props.wired
  useEffect(() => {
    const input = document.getElementById(id)
    const dialog = input?.closest('dialog')
    const first = dialog?.querySelector('.dialog-body :is(input, textarea, select)')
    if (first === input && document.activeElement?.matches('.dialog-close')) input?.focus()
  }, [id])
  return (
    <Antd>
      <ChoicePicker {...props} />
    </Antd>
  )
}
