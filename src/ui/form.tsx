// A form of one operation: its fields, what the server said under each, a summary above, and a draft that survives.
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { CallRefused } from './call.ts'
import type { Input, Output, Shape } from './call.ts'
import { ClauseChip } from './clause.tsx'
import { Dialog } from './dialog.tsx'
import { useDraft } from './draft.ts'
import type { Values } from './draft.ts'
import { FormField } from './field.tsx'
import { isBlank } from './fields.ts'
import type { Field } from './fields.ts'
import { Banner } from './notes.tsx'
import { SendingContext } from './sending.ts'
import { useText } from './text.ts'
import { useCommand } from './use-call.ts'

export type FieldOf<S extends Shape> = Field<Extract<keyof Input<S>, string>>

export interface FormProps<S extends Shape> {
  shape: S
  fields: readonly FieldOf<S>[]
  /** The part of the input that the person does not type: the record's id and the like. */
  fixed?: Partial<Input<S>>
  /** Makes the input out of the typed values where a field is not simply a key of it. */
  toInput?: (values: Values) => Input<S>
  /** Word on the button; the operation's own title otherwise. */
  button?: string
  /** A sentence above the fields: what will happen. */
  lead?: ReactNode
  danger?: boolean
  /** false: sign-in refusals are shown in the form itself, as the door needs. */
  guarded?: boolean
  /** A window over a page closes when the page shows what was changed, and not before. */
  settles?: boolean
  /** false: nothing typed is kept in the tab. */
  keeps?: boolean
  onDone?: (result: Output<S>) => void
  onCancel?: () => void
}

const gather = <S extends Shape>(fields: readonly FieldOf<S>[], values: Values): Values =>
  Object.fromEntries(
    fields
      .filter((field) => !field.when || field.when(values))
      .map((field) => [field.path, values[field.path]] as const)
      .filter(([, value]) => !isBlank(value)),
  )

const startOf = <S extends Shape>(fields: readonly FieldOf<S>[]): Values =>
  Object.fromEntries(fields.flatMap((field) => (field.start === undefined ? [] : [[field.path, field.start]])))

/** The form as part of a page. In a window: <ActionForm>. */
export const Form = <S extends Shape>(props: FormProps<S>) => {
  const {
    shape,
    fields,
    fixed,
    toInput,
    button,
    lead,
    danger = false,
    guarded = true,
    settles = false,
    keeps = true,
    onDone,
    onCancel,
  } = props
  const { t } = useLingui()
  const text = useText()
  const form = useId()
  const element = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const command = useCommand(shape, { guarded, settles })
  const secret = useMemo(() => fields.filter((field) => field.kind === 'secret').map((field) => field.path), [fields])
  // A draft belongs to its subject: what was typed about one record must not come back over another.
  const subject = Object.values({ ...fixed, version: '' })
    .join(' ')
    .trim()
  const draft = useDraft(keeps ? `${shape.name}:${subject}` : null, startOf(fields), secret)
  const refused = command.error instanceof CallRefused ? command.error.refused : null
  const faults = refused?.fields ?? []
  const shown = fields.filter((field) => !field.when || field.when(draft.values))
  const faultOf = (path: string): string | undefined =>
    faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.says
  const elsewhere = faults.filter((fault) => !shown.some((field) => faultOf(field.path) === fault.says))

  useEffect(() => {
    if (command.isError) summary.current?.focus()
  }, [command.isError, command.submittedAt])

  const submit = (): void => {
    const typed = gather(fields, draft.values)
    const input = toInput ? toInput(typed) : ({ ...fixed, ...typed } as Input<S>)
    // Told even where the window is gone by then: the act may be over for good, and what it gave is shown once.
    void command.mutateAsync(input).then(
      ({ result }) => {
        draft.clear()
        onDone?.(result)
      },
      () => undefined,
    )
  }

  // Asked for while a file is on its way: it goes as soon as the file is there, and not at all where that failed.
  const [sending, setSending] = useState(0)
  const [asked, setAsked] = useState(false)
  const report = useCallback((change: 1 | -1, failed: boolean) => {
    setSending((under) => under + change)
    if (failed) setAsked(false)
  }, [])
  useEffect(() => {
    if (asked && sending === 0) element.current?.requestSubmit()
  }, [asked, sending])

  return (
    <form
      ref={element}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (command.isPending) return
        setAsked(sending > 0)
        if (sending === 0) submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      {lead ? <div>{lead}</div> : null}
      {draft.restored && !command.isError ? (
        <Banner>
          <Trans>Бұрын терген жобаңыз қалпына келтірілді.</Trans>{' '}
          <button type="button" className="link" onClick={draft.clear}>
            <Trans>Басынан бастау</Trans>
          </button>
        </Banner>
      ) : null}
      {command.isError ? (
        <div ref={summary} tabIndex={-1} className="banner late" role="alert">
          <b>{refused ? refused.says : t`Сервер жауап бермеді. Терген мәтініңіз сақталды, қайталап көріңіз.`}</b>{' '}
          {refused?.clause ? <ClauseChip id={refused.clause} /> : null}
          <ul>
            {shown
              .filter((field) => faultOf(field.path))
              .map((field) => (
                <li key={field.path}>
                  <a href={`#${form}-${field.path}`} onClick={(event) => focusOn(event, `${form}-${field.path}`)}>
                    {field.label}: {faultOf(field.path)}
                  </a>
                </li>
              ))}
            {elsewhere.map((fault) => (
              <li key={fault.path}>{fault.says}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <SendingContext value={report}>
        {shown.map((field) => (
          <FormField
            key={field.path}
            field={field}
            id={`${form}-${field.path}`}
            value={draft.values[field.path]}
            set={(value) => draft.set(field.path, value)}
            fault={faultOf(field.path)}
          />
        ))}
      </SendingContext>
      <div className="form-foot">
        <button
          type="submit"
          className={`button first${danger ? ' danger' : ''}`}
          aria-disabled={command.isPending || asked}
        >
          {command.isPending || asked ? t`Жіберіліп жатыр…` : (button ?? text(shape.title))}
        </button>
        {onCancel ? (
          <button type="button" className="button" onClick={onCancel}>
            <Trans>Бас тарту</Trans>
          </button>
        ) : null}
      </div>
    </form>
  )
}

// A hash in the address would be read as a new page; the focus is moved instead.
const focusOn = (event: { preventDefault: () => void }, id: string): void => {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

/** The same form in a window. Closing it keeps the draft. */
export const ActionForm = <S extends Shape>(
  props: FormProps<S> & { title?: string; place?: 'middle' | 'side'; onClose: () => void },
) => {
  const text = useText()
  const { title, place = 'side', onClose, ...form } = props
  return (
    <Dialog title={title ?? text(props.shape.title)} place={place} onClose={onClose}>
      <Form
        {...form}
        settles
        onCancel={onClose}
        onDone={(result) => {
          onClose()
          props.onDone?.(result)
        }}
      />
    </Dialog>
  )
}
