// The journal: who did what, when, on which record and under which clause; what was refused; and its verification.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { journalChoices, listJournal, outcomes as known } from '../contract.ts'
import type { JournalRow } from '../contract.ts'
import { EntryDrawer } from './entry.tsx'
import { tones, useOutcomes } from './outcomes.ts'
import { Verification } from './verification.tsx'

const Why = ({ row }: { row: JournalRow }) => {
  const text = useText()
  const outcomes = useOutcomes()
  return (
    <>
      <State tone={tones[row.outcome]}>{outcomes[row.outcome]}</State>
      {row.reasonSays ? <div className="quiet">{text(row.reasonSays)}</div> : null}
    </>
  )
}

const Record = ({ row }: { row: JournalRow }) => {
  const text = useText()
  if (!row.record) return <>—</>
  return (
    <>
      {text(row.record.title)}
      {row.record.id ? (
        <div className="quiet">
          <code title={row.record.id}>{row.record.id.slice(-12)}</code>
        </div>
      ) : null}
    </>
  )
}

const Entries = ({ open }: { open: (row: JournalRow) => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const outcomes = useOutcomes()
  const choices = useCall(journalChoices, {})
  const { operations = [], actors = [] } = choices.data?.result ?? {}
  return (
    <DataTable
      shape={listJournal}
      rowKey={(row) => row.id}
      filters={[
        {
          kind: 'choice',
          path: 'operation',
          title: t`Барлық әрекет`,
          options: operations.map(({ name, title }) => ({ value: name, label: text(title) })),
        },
        {
          kind: 'choice',
          path: 'actor',
          title: t`Барлық адам`,
          options: actors.map(({ id, name }) => ({ value: id, label: text(name) })),
        },
        {
          kind: 'choice',
          path: 'outcome',
          title: t`Барлық нәтиже`,
          options: known.map((value) => ({ value, label: outcomes[value] })),
        },
        { kind: 'words', path: 'record', title: t`Жазбаның идентификаторы` },
        { kind: 'days', path: 'day', title: t`Күні` },
      ]}
      columns={[
        { key: 'seq', title: t`№`, number: true, draw: (row) => row.seq },
        { key: 'at', title: t`Уақыты`, number: true, width: '150px', draw: (row) => format.instantShort(row.at) },
        {
          key: 'operation',
          title: t`Әрекет`,
          draw: (row) => (
            <button type="button" className="link" onClick={() => open(row)}>
              {text(row.operation.title)}
            </button>
          ),
        },
        { key: 'actor', title: t`Кім`, draw: (row) => text(row.actor.name) },
        { key: 'record', title: t`Жазба`, draw: (row) => <Record row={row} /> },
        { key: 'outcome', title: t`Нәтижесі`, draw: (row) => <Why row={row} /> },
        { key: 'clause', title: t`Негізі`, draw: (row) => <ClauseChip id={row.clause ?? row.clauses[0] ?? ''} /> },
      ]}
      empty={{
        title: <Trans>Журналда жазба жоқ.</Trans>,
        hint: <Trans>Әр әрекет мөрленген соң осы жерде көрінеді.</Trans>,
      }}
    />
  )
}

export default function Journal() {
  const { t } = useLingui()
  const [opened, setOpened] = useState<JournalRow | null>(null)
  const mayVerify = usePower('journal.verify')
  return (
    <Page
      title={t`Журнал`}
      lead={
        <Trans>
          Жүйедегі әр әрекет, деректерді әр оқу және әр бас тарту осында жазылады. Журналды оқудың өзі де жазылады.
        </Trans>
      }
    >
      {mayVerify ? (
        <Card title={t`Журналдың бүтіндігі`}>
          <Verification />
        </Card>
      ) : null}
      <Entries open={setOpened} />
      {opened ? <EntryDrawer id={opened.id} seq={opened.seq} onClose={() => setOpened(null)} /> : null}
    </Page>
  )
}
