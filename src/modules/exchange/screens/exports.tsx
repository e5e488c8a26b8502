// What was sent back to the state register, and the making of another export: only what has changed since.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadSheet, send, headers } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { ErrorState } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { listExports, listProfiles, makeExport, takeFile, takeSheet } from '../contract.ts'

type Row = Output<typeof listExports>['rows'][number]

/** A file of an operation, handed to the browser under its name. */
const takeAway = async (input: object, name: string): Promise<void> => {
  const response = await send(`/api/${takeFile.name}`, () => ({
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
  }))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const Make = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const profiles = useCall(listProfiles, {}).data?.result.rows
  if (!profiles) return null
  const systems = [...new Set(profiles.map(({ system }) => system))]
  return (
    <ActionForm
      shape={makeExport}
      onClose={onClose}
      lead={
        <Trans>
          Әр өтініштің сыртқы нөмірі, біздің нөміріміз, күйі, нәтижесі, күндері мен жауап нөмірі жіберіледі.
        </Trans>
      }
      fields={[
        {
          kind: 'choice',
          path: 'system',
          label: t`Жүйе`,
          options: systems.map((system) => ({ value: system, label: system })),
          as: 'radio',
          start: systems[0],
        },
        { kind: 'day', path: 'from', label: t`Түскен күні, бастап`, start: `${today().slice(0, 4)}-01-01` },
        { kind: 'day', path: 'until', label: t`Түскен күні, дейін`, start: today() },
        {
          kind: 'check',
          path: 'onlyChanged',
          label: t`Соңғы жіберілгеннен бері өзгергені ғана`,
          optional: true,
          start: true,
        },
      ]}
      toInput={({ onlyChanged, ...rest }) => ({ ...rest, onlyChanged: onlyChanged === true }) as never}
    />
  )
}

const Take = ({ row, fail }: { row: Row; fail: (error: unknown) => void }) => {
  const language = useLanguage()
  const name = `${row.system}-${row.from}-${row.until}`
  const take = (work: () => Promise<void>) => (): void => void work().catch(fail)
  return (
    <span className="row">
      <button
        type="button"
        className="button small"
        onClick={take(() => downloadSheet(takeSheet, { id: row.id, language }, name))}
      >
        XLSX
      </button>
      {(['csv', 'json'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="button small"
          onClick={take(() => takeAway({ id: row.id, format, language }, `${name}.${format}`))}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </span>
  )
}

export default function Exports() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return (
    <Page
      title={t`Жүйеге жіберілген мәліметтер`}
      lead={
        <>
          <Trans>Жіберілгені сөзбе-сөз сақталады, келесі жолы өзгергені ғана алынады.</Trans>{' '}
          <Go to="/exchange">{t`Енгізілген файлдар`}</Go>
        </>
      }
      actions={
        <button type="button" className="button first" onClick={() => setOpen(true)}>
          <Trans>Мәлімет дайындау</Trans>
        </button>
      }
    >
      {open ? <Make onClose={() => setOpen(false)} /> : null}
      {error ? <ErrorState error={error} /> : null}
      <DataTable
        shape={listExports}
        rowKey={(row) => row.id}
        columns={[
          { key: 'system', title: t`Жүйе`, draw: (row) => row.system },
          {
            key: 'period',
            title: t`Түскен күні`,
            number: true,
            draw: (row) => `${format.dayShort(row.from)} – ${format.dayShort(row.until)}`,
          },
          { key: 'onlyChanged', title: t`Құрамы`, draw: (row) => (row.onlyChanged ? t`өзгергені ғана` : t`барлығы`) },
          { key: 'rows', title: t`Өтініш саны`, number: true, draw: (row) => format.number(row.rows) },
          { key: 'madeAt', title: t`Дайындалған уақыты`, number: true, draw: (row) => format.instantShort(row.madeAt) },
          { key: 'madeBy', title: t`Кім дайындады`, draw: (row) => text(row.madeBy) },
          { key: 'take', title: t`Файл`, draw: (row) => <Take row={row} fail={setError} /> },
        ]}
        empty={{
          title: t`Әлі ештеңе жіберілген жоқ.`,
          hint: t`Мәлімет дайындалғанда оны XLSX, CSV немесе JSON түрінде аласыз.`,
        }}
      />
    </Page>
  )
}
