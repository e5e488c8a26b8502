// The cases behind one figure: as many as it says.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Input } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Go, useAddress, writeSearch } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { dimensions, dimensionTitles, listCell, measures, measureTitles, readTable } from '../contract.ts'
import { useAsked } from './asked.ts'
import { useColumns } from './columns.tsx'

export default function Cell() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { search } = useAddress()
  const { asked } = useAsked()
  const columns = useColumns().map(({ sorts: _sorts, ...column }) => column)
  const measure = measures.find((it) => it === search.measure) ?? 'registered'
  const dimension = dimensions.find((it) => it === search.dimension)
  const table = useCall(readTable, { ...asked, dimension: dimension ?? 'region' })
  const value = table.data?.result.rows.find((row) => row.value === search.value)?.title
  const from = format.day(asked.from)
  const until = format.day(asked.until)
  const cut = dimension ? text(dimensionTitles[dimension]) : ''
  const named = value ? text(value) : ''
  const back = writeSearch({ ...asked, ...(dimension ? { by: dimension } : {}) })
  const cell = { ...asked, measure, ...(dimension ? { dimension, value: search.value } : {}) }
  return (
    <Page
      title={text(measureTitles[measure])}
      lead={
        <>
          <Trans>
            Кезең: {from} – {until}
          </Trans>
          {dimension && named ? ` · ${cut}: ${named}` : ''}
        </>
      }
      actions={
        <Go to={`/criminal-cases/tables${back}`} className="button">
          <Trans>Кестелерге оралу</Trans>
        </Go>
      }
    >
      <DataTable
        shape={listCell}
        rowKey={(row) => row.id}
        rowTo={(row) => `/criminal-cases/${row.id}`}
        toInput={({ page, size }) => ({ ...cell, page, size }) as Input<typeof listCell>}
        columns={columns}
        kinds={['criminalCase']}
        empty={{ title: t`Бұл көрсеткіштің артында іс жоқ.` }}
      />
    </Page>
  )
}
