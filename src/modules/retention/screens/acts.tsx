// Acts of destruction, newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listActs, stateTitles } from '../contract.ts'
import { stateTones } from './states.ts'

export default function Acts() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Сақтау мерзімі`}
      lead={
        <Trans>
          Мерзімі аяқталған өтініштердің мазмұны актімен жойылады: бір адам ұсынады, екіншісі бекітеді. Тіркеу жазбасы
          қалады.
        </Trans>
      }
    >
      <DataTable
        shape={listActs}
        rowKey={(row) => row.id}
        rowTo={(row) => `/retention/${row.id}`}
        kinds={['destruction']}
        columns={[
          { key: 'endsOn', title: t`Мерзімі аяқталады`, number: true, draw: (row) => format.day(row.endsOn) },
          {
            key: 'state',
            title: t`Күйі`,
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
          { key: 'records', title: t`Өтініштер`, number: true, draw: (row) => format.number(row.records) },
          { key: 'held', title: t`Тыйым салынған`, number: true, draw: (row) => format.number(row.held) },
          { key: 'destroyed', title: t`Жойылған`, number: true, draw: (row) => format.number(row.destroyed) },
          { key: 'announcedOn', title: t`Ескертілген күні`, number: true, draw: (row) => format.day(row.announcedOn) },
        ]}
        empty={{
          title: t`Сақтау мерзімі аяқталатын өтініш жоқ.`,
          hint: t`Мерзім жақындағанда жүйе акт ашып, іс жүргізушіге ескертеді.`,
        }}
      />
    </Page>
  )
}
