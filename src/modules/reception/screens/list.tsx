// All receptions in reach, without names: by day, state, post, and promises that are still to be kept.
import { Trans, useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listReceptions, postTitles, receivingPosts, receptionStates, stateTitles } from '../contract.ts'
import { stateTones } from './states.ts'

export default function Receptions() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const kept = t`орындалды`
  return (
    <Page
      title={t`Қабылдаулар тізімі`}
      actions={
        <Go to="/reception" className="button">
          <Trans>Күн парағы</Trans>
        </Go>
      }
    >
      <DataTable
        shape={listReceptions}
        rowKey={(row) => row.id}
        rowTo={(row) => `/reception/${row.id}`}
        sort="-on"
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі` },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(receptionStates, stateTitles, text) },
          {
            kind: 'choice',
            path: 'post',
            title: t`Кім қабылдайды`,
            options: optionsOf(receivingPosts, postTitles, text),
          },
          {
            kind: 'choice',
            path: 'promise',
            title: t`Уәде`,
            options: [
              { value: 'open', label: t`Орындалмаған` },
              { value: 'done', label: t`Орындалған` },
            ],
          },
          { kind: 'days', path: 'on', title: t`Қабылдау күні` },
        ]}
        columns={[
          { key: 'number', title: t`Нөмірі`, number: true, width: '140px', draw: (row) => row.number },
          {
            key: 'on',
            title: t`Қабылдау күні`,
            number: true,
            sorts: true,
            width: '170px',
            draw: (row) => `${format.dayShort(row.on)} ${row.at}`,
          },
          { key: 'post', title: t`Кім қабылдайды`, draw: (row) => text(postTitles[row.post]) },
          { key: 'unit', title: t`Бөлімше`, draw: (row) => text(row.unit) },
          {
            key: 'promise',
            title: t`Уәде`,
            width: '170px',
            draw: (row) =>
              row.promiseDueOn ? `${format.dayShort(row.promiseDueOn)}${row.promiseDone ? `, ${kept}` : ''}` : '—',
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '170px',
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
        ]}
        empty={{
          title: t`Қабылдау әлі болған жоқ.`,
          hint: t`Алдымен қабылдау күндерін белгілеңіз: сонда азаматтар қоғамдық бетте жазыла алады.`,
        }}
      />
    </Page>
  )
}
