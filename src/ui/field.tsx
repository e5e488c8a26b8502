// One field of a form: its label, its hint, its input, and under it what the server said about it.
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { DayInput } from './day-input.tsx'
import { isChoosing } from './fields.ts'
import type { Field, Value } from './fields.ts'
import { FilesInput } from './files.tsx'

// The component library's pickers are heavy; they load with the first form that needs one.
const Picker = lazy(() => import('./picker.tsx'))

export interface FieldProps {
  field: Field
  id: string
  value: Value
  set: (value: Value) => void
  fault?: string | undefined
}

const textOf = (value: Value): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

interface Wired {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  'aria-required': boolean
}

const Radios = ({ field, id, value, set, wired }: FieldProps & { wired: Wired }) =>
  field.kind === 'choice' ? (
    <div
      className="radios"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={wired['aria-describedby']}
    >
      {field.options.map((option, index) => (
        <label key={option.value} className="radio">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={id}
            checked={value === option.value}
            onChange={() => set(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
    </div>
  ) : null

const Select = ({ field, value, set, wired }: FieldProps & { wired: Wired }) => {
  const { t } = useLingui()
  return field.kind === 'choice' ? (
    <select {...wired} className="input" value={textOf(value)} onChange={(event) => set(event.target.value)}>
      <option value="">{t`Таңдаңыз`}</option>
      {field.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  ) : null
}

const lineTypes = {
  line: { type: 'text' },
  secret: { type: 'password' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
} as const

const Control = (props: FieldProps & { wired: Wired }): ReactNode => {
  const { field, id, value, set, wired } = props
  if (isChoosing(field))
    return (
      <Suspense fallback={<div className="input bone" />}>
        <Picker {...props} wired={wired} />
      </Suspense>
    )
  if (field.kind === 'line' || field.kind === 'secret' || field.kind === 'code')
    return (
      <input
        {...wired}
        {...lineTypes[field.kind]}
        {...(field.complete ? { autoComplete: field.complete } : {})}
        className="input"
        maxLength={field.max}
        value={textOf(value)}
        onChange={(event) => set(event.target.value)}
      />
    )
  if (field.kind === 'day')
    return (
      <DayInput
        {...wired}
        value={typeof value === 'string' ? value : null}
        set={set}
        notBefore={field.notBefore}
        notAfter={field.notAfter}
      />
    )
  if (field.kind === 'prose')
    return (
      <textarea
        {...wired}
        className="input"
        rows={field.rows ?? 5}
        maxLength={field.max}
        value={textOf(value)}
        onChange={(event) => set(event.target.value)}
      />
    )
  if (field.kind === 'number')
    return (
      <input
        {...wired}
        type="number"
        className="input short"
        min={field.least}
        max={field.most}
        value={textOf(value)}
        onChange={(event) => set(event.target.value === '' ? null : Number(event.target.value))}
      />
    )
  if (field.kind === 'choice')
    return field.as === 'radio' ? <Radios {...props} wired={wired} /> : <Select {...props} wired={wired} />
  if (field.kind === 'files') return <FilesInput {...props} field={field} wired={wired} />
  if (field.kind === 'own')
    return field.draw({ id, value, set, invalid: wired['aria-invalid'], describedBy: wired['aria-describedby'] })
  return null
}

export const FormField = (props: FieldProps) => {
  const { field, id, value, set, fault } = props
  const described = [field.hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined
  const wired: Wired = {
    id,
    'aria-invalid': Boolean(fault),
    'aria-describedby': described,
    'aria-required': !field.optional,
  }
  const faultLine = fault ? (
    <p className="fault" id={`${id}-fault`}>
      {fault}
    </p>
  ) : null
  if (field.kind === 'check')
    return (
      <div className="field">
        <label className="radio">
          <input
            id={id}
            type="checkbox"
            aria-invalid={Boolean(fault)}
            aria-describedby={described}
            checked={value === true}
            onChange={(event) => set(event.target.checked)}
          />
          <span>{field.label}</span>
        </label>
        {field.hint ? (
          <p className="quiet" id={`${id}-hint`}>
            {field.hint}
          </p>
        ) : null}
        {faultLine}
      </div>
    )
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>
        {field.label}
        {field.optional ? (
          <small>
            {' '}
            · <Trans>міндетті емес</Trans>
          </small>
        ) : null}
      </label>
      {field.hint ? (
        <p className="quiet" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      <Control {...props} wired={wired} />
      {faultLine}
    </div>
  )
}
