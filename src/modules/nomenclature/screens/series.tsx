// The nomenclature of cases: the series in which numbers of documents are drawn, confirmed by the Department.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { confirmSeries, listSeries } from '../contract.ts'

type Row = Output<typeof listSeries>['rows'][number]

const ConfirmForm = ({ row, onClose }: { row: Row | null; onClose: () => void }) => {
  const { t } = useLingui()
  return (
    <ActionForm
      shape={confirmSeries}
      onClose={onClose}
      lead={<Trans>Нөмір мына ретпен құралады: ұйым индексі, жыл, іс индексі, реттік нөмір.</Trans>}
      fields={[
        {
          kind: 'line',
          path: 'unitIndex',
          label: t`Ұйым индексі`,
          hint: t`Төрт цифр, мысалы 6001`,
          start: row?.unitIndex ?? '6001',
        },
        { kind: 'line', path: 'index', label: t`Іс индексі`, hint: t`Мысалы 7-6`, start: row?.index ?? '' },
        { kind: 'line', path: 'titleKk', label: t`Істің атауы, қазақша`, start: row?.title.kk ?? '' },
        { kind: 'line', path: 'titleRu', label: t`Істің атауы, орысша`, start: row?.title.ru ?? '' },
        { kind: 'line', path: 'titleEn', label: t`Істің атауы, ағылшынша`, start: row?.title.en ?? '' },
        {
          kind: 'number',
          path: 'retentionYears',
          label: t`Сақтау мерзімі, жыл`,
          optional: true,
          least: 1,
          most: 100,
          start: row?.retentionYears ?? null,
        },
        { kind: 'line', path: 'reason', label: t`Негіздеме`, hint: t`Номенклатураны бекіткен құжат` },
      ]}
    />
  )
}

interface RowsProps {
  rows: readonly Row[]
  year: number
  edit: ((row: Row) => void) | null
}

const Rows = ({ rows, year, edit }: RowsProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="card table-card">
      <div className="table-frame">
        <table>
          <caption className="hidden">
            <Trans>Істер номенклатурасы</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Индексі`}</th>
              <th scope="col">{t`Істің атауы`}</th>
              <th scope="col">{t`Сақтау мерзімі, жыл`}</th>
              <th scope="col">
                <Trans>Соңғы нөмір, {year} жыл</Trans>
              </th>
              <th scope="col">{t`Күйі`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.unitIndex}-${row.index}`}>
                <td className="number">
                  {edit ? (
                    <button type="button" className="link" onClick={() => edit(row)}>
                      {row.unitIndex}, {row.index}
                    </button>
                  ) : (
                    `${row.unitIndex}, ${row.index}`
                  )}
                </td>
                <td>{text(row.title)}</td>
                <td className="number">{row.retentionYears ?? '—'}</td>
                <td className="number">{format.number(row.last)}</td>
                <td>
                  {row.unverified ? (
                    <State tone="mark">{t`Расталмаған үлгі`}</State>
                  ) : (
                    <State tone="ok">{t`Бекітілген`}</State>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export default function Series() {
  const { t } = useLingui()
  const mayEdit = usePower('documents.nomenclature')
  const [open, setOpen] = useState<Row | 'new' | null>(null)
  const series = useCall(listSeries, {})
  return (
    <Page
      title={t`Істер номенклатурасы`}
      lead={<Trans>Құжат нөмірі осы қатарлардан беріледі. Жыл басталғанда реттік нөмір бірден басталады.</Trans>}
      actions={
        mayEdit ? (
          <button type="button" className="button first" onClick={() => setOpen('new')}>
            <Trans>Қатар қосу</Trans>
          </button>
        ) : null
      }
    >
      <Loaded of={series}>
        {({ rows, year }) => <Rows rows={rows} year={year} edit={mayEdit ? setOpen : null} />}
      </Loaded>
      {open ? <ConfirmForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
