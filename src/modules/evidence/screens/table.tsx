// The table of evidence: the same rows in the register and on the page of an investigation.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { evidenceKinds, evidenceStates, listEvidence } from '../contract.ts'
import { kindTitles, stateTitles } from '../words.ts'
import { stateTones } from './states.ts'

type Row = Output<typeof listEvidence>['rows'][number]

const What = ({ row }: { row: Row }) => {
  const text = useText()
  return (
    <>
      {row.what}
      <div className="quiet">
        {text(kindTitles[row.kind])} · {row.fromWhom}
      </div>
    </>
  )
}

const Holder = ({ row }: { row: Row }) => {
  const text = useText()
  if (!row.holder) return null
  return (
    <>
      {text(row.holder)}
      <div className="quiet">{row.offered ? <Trans>тапсырылып жатыр</Trans> : row.keptAt}</div>
    </>
  )
}

export const EvidenceTable = ({ investigation }: { investigation?: string }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  // In a tab there is less room: there the day of receipt stands on the page of the evidence alone.
  const narrow = investigation !== undefined
  const received: Column<Row> = {
    key: 'receivedOn',
    title: t`Алынған күні`,
    number: true,
    sorts: true,
    width: '130px',
    draw: (row) => format.day(row.receivedOn),
  }
  return (
    <DataTable
      shape={listEvidence}
      rowKey={(row) => row.id}
      rowTo={(row) => `/evidence/${row.id}`}
      sort={investigation ? 'place' : '-receivedOn'}
      kinds={['investigation']}
      {...(investigation ? { fixed: { investigation } } : {})}
      filters={[
        { kind: 'words', path: 'words', title: t`Нөмірі, атауы, кімнен алынды` },
        { kind: 'choice', path: 'kind', title: t`Түрі`, options: optionsOf(evidenceKinds, kindTitles, text) },
        { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(evidenceStates, stateTitles, text) },
        { kind: 'check', path: 'mine', title: t`Менің қолымдағы` },
      ]}
      columns={[
        {
          key: 'place',
          title: t`Нөмірі`,
          number: true,
          sorts: true,
          width: narrow ? '130px' : '190px',
          draw: (row) => row.number,
        },
        { key: 'what', title: t`Атауы`, draw: (row) => <What row={row} /> },
        ...(narrow ? [] : [received]),
        { key: 'holder', title: t`Қазір кімде`, width: narrow ? '26%' : '22%', draw: (row) => <Holder row={row} /> },
        {
          key: 'state',
          title: t`Күйі`,
          width: narrow ? '130px' : '190px',
          draw: (row) => (
            <>
              <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>{' '}
              {row.damaged ? <State tone="late">{t`Файлы бүлінген`}</State> : null}
            </>
          ),
        },
      ]}
      empty={{
        title: t`Дәлелдеме әлі жоқ.`,
        hint: t`Тексеру тобының мүшесі оны қабылдағанда осында пайда болады.`,
      }}
    />
  )
}
