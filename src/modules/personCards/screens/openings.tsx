// Who opened whose card, on what ground, and what became of it: one's own, and all for whoever weighs them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listOpenings, openingStateTitles } from '../contract.ts'
import { openingTones } from './states.ts'

export default function Openings() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Карточкаларды ашу`}
      lead={
        <Trans>
          Шұғыл себеппен ашылғандарды меңгеруші тексереді. Меңгеруші ашқанын Сот әкімшілігінің басшысы тексереді.
        </Trans>
      }
    >
      <DataTable
        shape={listOpenings}
        rowKey={(row) => row.id}
        rowTo={(row) => `/persons/openings/${row.id}`}
        sort="-at"
        kinds={['personOpening', 'person']}
        filters={[
          {
            kind: 'choice',
            path: 'ground',
            title: t`Негізі`,
            options: [
              { value: 'matter', label: t`Іс бойынша` },
              { value: 'reason', label: t`Шұғыл себеппен` },
            ],
          },
          {
            kind: 'choice',
            path: 'state',
            title: t`Күйі`,
            options: (['open', 'justified', 'notJustified'] as const).map((value) => ({
              value,
              label: text(openingStateTitles[value]),
            })),
          },
        ]}
        columns={[
          {
            key: 'at',
            title: t`Қашан`,
            number: true,
            sorts: true,
            width: '150px',
            draw: (row) => format.instantShort(row.at),
          },
          { key: 'by', title: t`Кім ашты`, draw: (row) => text(row.by) },
          { key: 'person', title: t`Кімнің карточкасы`, draw: (row) => text(row.person.name) },
          {
            key: 'ground',
            title: t`Негізі`,
            draw: (row) => (
              <>
                {row.ground === 'matter' ? (row.matter?.caption ?? t`Іс бойынша`) : t`Шұғыл себеппен`}
                <div className="quiet">{row.reason}</div>
              </>
            ),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '190px',
            draw: (row) => <State tone={openingTones[row.state]}>{text(row.stateTitle)}</State>,
          },
        ]}
        empty={{ title: t`Карточка әлі ашылған жоқ.` }}
      />
    </Page>
  )
}
