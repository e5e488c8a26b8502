// The drafter's desk: the words of the document, kept in the tab until saved, beside the page that they make.
import { useQueryClient } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { CallRefused } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { FormField } from '../../../ui/field.tsx'
import { Banner } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { saveDocument } from '../contract.ts'
import type { openDocument } from '../contract.ts'
import { Preview } from './preview.tsx'

export type Opened = Output<typeof openDocument>

interface EditorProps {
  it: Opened
  /** Tells the page whether the words on the screen differ from the saved ones. */
  onChange: (unsaved: boolean) => void
}

const worded = (it: Opened, values: Readonly<Record<string, unknown>>): Record<string, string | null> =>
  Object.fromEntries(
    it.asks.map(({ name }) => [name, typeof values[name] === 'string' && values[name] !== '' ? values[name] : null]),
  )

export const Editor = ({ it, onChange }: EditorProps) => {
  const { t } = useLingui()
  const text = useText()
  const form = useId()
  const summary = useRef<HTMLDivElement>(null)
  const save = useCommand(saveDocument)
  const saved = useMemo(() => worded(it, it.fields), [it])
  const draft = useDraft(`${saveDocument.name}:${it.id}:${it.draft}`, saved)
  const [looking, setLooking] = useState(false)
  const fields = worded(it, draft.values)
  const unsaved = JSON.stringify(fields) !== JSON.stringify(saved)
  const queries = useQueryClient()
  const refused = save.error instanceof CallRefused ? save.error.refused : null
  const faultOf = (name: string) => refused?.fields.find(({ path }) => path === `fields.${name}`)?.says

  useEffect(() => onChange(unsaved), [unsaved, onChange])
  useEffect(() => {
    if (save.isError) summary.current?.focus()
  }, [save.isError, save.submittedAt])

  // Saved is said when the page knows the new version too: what is offered right after is the text that was saved.
  const submit = (): void =>
    save.mutate(
      { id: it.id, version: it.version, fields },
      { onSuccess: () => void queries.invalidateQueries().then(draft.clear) },
    )

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }
      }}
    >
      {draft.restored && unsaved ? (
        <Banner>
          <Trans>Бұрын терген, бірақ сақталмаған мәтініңіз қалпына келтірілді.</Trans>{' '}
          <button type="button" className="link" onClick={draft.clear}>
            <Trans>Сақталған мәтінге қайту</Trans>
          </button>
        </Banner>
      ) : null}
      {save.isError ? (
        <div ref={summary} tabIndex={-1} className="banner late" role="alert">
          <b>{refused ? refused.says : t`Сервер жауап бермеді. Терген мәтініңіз сақталды, қайталап көріңіз.`}</b>
        </div>
      ) : null}
      {it.asks.map((ask) => (
        <FormField
          key={ask.name}
          id={`${form}-${ask.name}`}
          field={{
            kind: ask.kind,
            path: ask.name,
            label: text(ask.label),
            optional: ask.optional,
            ...(ask.hint ? { hint: text(ask.hint) } : {}),
            ...(ask.kind === 'prose' ? { rows: 8 } : {}),
          }}
          value={draft.values[ask.name] ?? ''}
          set={(value) => draft.set(ask.name, value)}
          fault={faultOf(ask.name)}
        />
      ))}
      <div className="form-foot">
        <button type="submit" className="button first" aria-disabled={save.isPending || !unsaved}>
          {save.isPending ? t`Сақталып жатыр…` : t`Жобаны сақтау`}
        </button>
        <button type="button" className="button" onClick={() => setLooking(true)}>
          <Trans>Алдын ала қарау</Trans>
        </button>
        <span className="quiet" aria-live="polite">
          {unsaved ? t`Сақталмаған өзгеріс бар` : t`Барлығы сақталған`}
        </span>
      </div>
      {looking ? (
        <Dialog title={t`Құжаттың алдын ала көрінісі`} wide onClose={() => setLooking(false)}>
          <Preview id={it.id} fields={fields} name={`${it.template}.pdf`} />
        </Dialog>
      ) : null}
    </form>
  )
}
