// Units of the Department and courts of the country, with the import of courts from a file.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { courtKinds, courtKindTitles, listCourts, listUnits } from '../contract.ts'
import { ImportCourts } from './import-courts.tsx'

export default function Courts() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const keeper = usePower('structure.courts')
  const [importing, setImporting] = useState(false)
  const units = useCall(listUnits, {}).data?.result
  const territorial = units?.units.filter((it) => it.kind === 'territorial').length ?? 0
  const count = format.number(territorial)
  return (
    <Page
      title={t`Бөлімшелер мен соттар`}
      lead={
        <>
          <Trans>
            Сот әкімшілігінің Ішкі қауіпсіздік бөлімі және оның өңірлердегі аумақтық бөлімшелері, барлығы: {count}.
          </Trans>{' '}
          <ClauseChip id="1" />
        </>
      }
      actions={
        keeper ? (
          <button type="button" className="button first" onClick={() => setImporting(true)}>
            <Trans>Файлдан енгізу</Trans>
          </button>
        ) : null
      }
    >
      {importing ? <ImportCourts onClose={() => setImporting(false)} /> : null}
      <DataTable
        shape={listCourts}
        rowKey={(row) => row.id}
        filters={[
          { kind: 'words', path: 'words', title: t`Атауы, коды` },
          {
            kind: 'choice',
            path: 'kind',
            title: t`Сот түрі`,
            options: courtKinds.map((value) => ({ value, label: text(courtKindTitles[value]) })),
          },
          {
            kind: 'choice',
            path: 'region',
            title: t`Өңір`,
            options: (units?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) })),
          },
        ]}
        columns={[
          {
            key: 'name',
            title: t`Атауы`,
            draw: (row) => (
              <>
                {text(row.name)}
                {row.predecessors.length ? (
                  <div className="quiet">
                    <Trans>Бұрынғысы:</Trans> {row.predecessors.map((it) => text(it.name)).join(', ')}
                  </div>
                ) : null}
                {row.successors.length ? (
                  <div className="quiet">
                    <Trans>Мұрагері:</Trans> {row.successors.map((it) => text(it.name)).join(', ')}
                  </div>
                ) : null}
              </>
            ),
          },
          { key: 'kind', title: t`Түрі`, draw: (row) => text(row.kindTitle) },
          { key: 'region', title: t`Өңірі`, draw: (row) => (row.region ? text(row.region.name) : '—') },
          { key: 'code', title: t`Коды`, number: true, width: '120px', draw: (row) => row.code },
          {
            key: 'days',
            title: t`Қызмет ететін күндері`,
            number: true,
            width: '200px',
            draw: (row) => (
              <>
                {format.day(row.validFrom)}
                {row.validTo ? (
                  <>
                    {' – '}
                    {format.day(row.validTo)} <State>{t`Жабылған`}</State>
                  </>
                ) : null}
              </>
            ),
          },
        ]}
        empty={{ title: t`Сот әлі енгізілмеген.`, hint: t`Соттар тізбесін CSV немесе XLSX файлынан енгізіңіз.` }}
      />
    </Page>
  )
}
