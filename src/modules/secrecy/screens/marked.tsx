// The marked documents that the reader may see, those whose mark ends first on top.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listMarked } from '../contract.ts'

export default function Marked() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`ҚБПҮ белгісі бар құжаттар`}
      lead={<Trans>Мұнда өзіңіз дайындаған, қол қойған немесе оқырманы болған құжаттар ғана көрінеді.</Trans>}
    >
      <DataTable
        shape={listMarked}
        rowKey={(row) => row.id}
        rowTo={(row) => `/documents/${row.id}`}
        sort="until"
        kinds={['document']}
        filters={[{ kind: 'words', path: 'words', title: t`Нөмірі, тақырыбы, негізі` }]}
        columns={[
          { key: 'number', title: t`Нөмірі`, number: true, width: '160px', draw: (row) => row.number ?? t`нөмірсіз` },
          { key: 'title', title: t`Тақырыбы`, draw: (row) => row.title },
          { key: 'ground', title: t`Белгінің негізі`, draw: (row) => row.ground },
          { key: 'copy', title: t`Данасы`, number: true, width: '90px', draw: (row) => row.copy },
          {
            key: 'until',
            title: t`Мерзімі`,
            number: true,
            sorts: true,
            width: '170px',
            draw: (row) => (
              <>
                {format.dayShort(row.until)} {row.expired ? <State tone="late">{t`мерзімі өтті`}</State> : null}
              </>
            ),
          },
          { key: 'drafter', title: t`Орындаушы`, draw: (row) => text(row.drafter) },
        ]}
        empty={{
          title: t`Сіз көре алатын ҚБПҮ құжаты жоқ.`,
          hint: t`Белгі құжаттың өз бетінде, жоба кезінде қойылады.`,
        }}
      />
    </Page>
  )
}
