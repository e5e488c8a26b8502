// The queue: whom an appeal may name, in which words, until the head says yes or no.
import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../../ui/page.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listDoubts } from '../contract.ts'
import { Decisions, Why } from './decide.tsx'

export default function Doubts() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Ықтимал аталғандар`}
      lead={
        <Trans>
          Шешім қабылданғанға дейін бұл қызметкерлер өтінішті көрмейді. Аталғанын растаңыз немесе басқа адам екенін
          жазыңыз.
        </Trans>
      }
    >
      <DataTable
        shape={listDoubts}
        rowKey={(row) => row.entry}
        kinds={['appeal']}
        filters={[]}
        columns={[
          { key: 'number', title: t`Өтініш`, number: true, draw: (row) => <Go to={row.page}>{row.number}</Go> },
          { key: 'person', title: t`Қызметкер`, draw: (row) => text(row.person.name) },
          { key: 'why', title: t`Қалай аталған`, draw: (row) => <Why row={row} /> },
          { key: 'at', title: t`Уақыты`, draw: (row) => format.instantShort(row.at) },
          { key: 'decide', title: t`Шешім`, draw: (row) => <Decisions id={row.id} row={row} /> },
        ]}
        empty={{ title: t`Шешім күтіп тұрған ешкім жоқ.`, hint: t`Атауы күмәнді қызметкер табылса, осында шығады.` }}
      />
    </Page>
  )
}
