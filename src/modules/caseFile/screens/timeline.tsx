// Everything that happened, by the day of the event or by the moment of its entry; both stand beside each other.
import { useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { readCaseTimeline, sources } from '../contract.ts'
import { sourceTitles } from '../words.ts'

type Row = Output<typeof readCaseTimeline>['rows'][number]

const Event = ({ row }: { row: Row }) => {
  const text = useText()
  const title = text(row.title)
  return (
    <>
      <b>{row.page ? <Go to={row.page}>{title}</Go> : title}</b>
      {row.words ? <div>{text(row.words)}</div> : null}
      <div className="quiet">{text(sourceTitles[row.source])}</div>
    </>
  )
}

export const CaseTimeline = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <DataTable
      shape={readCaseTimeline}
      rowKey={(row) => row.key}
      fixed={{ id }}
      sort="-happenedOn"
      kinds={['investigation', 'evidence', 'summons', 'questioning']}
      filters={[
        { kind: 'words', path: 'words', title: t`Оқиға сөздері` },
        { kind: 'choice', path: 'source', title: t`Қай бөлімнен`, options: optionsOf(sources, sourceTitles, text) },
      ]}
      columns={[
        {
          key: 'happenedOn',
          title: t`Болған күні`,
          sorts: true,
          number: true,
          width: '104px',
          draw: (row) => format.dayShort(row.happenedOn),
        },
        { key: 'event', title: t`Оқиға`, draw: (row) => <Event row={row} /> },
        {
          key: 'at',
          title: t`Енгізілген уақыты`,
          sorts: true,
          width: '150px',
          draw: (row) => (
            <>
              {format.instantShort(row.at)}
              {row.by ? <div className="quiet">{text(row.by)}</div> : null}
            </>
          ),
        },
      ]}
      empty={{ title: t`Оқиға табылмады.`, hint: t`Іздеу сөзін қысқартыңыз немесе сүзгілерді алып тастаңыз.` }}
    />
  )
}
