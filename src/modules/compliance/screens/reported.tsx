// The principals' page: what was not complied with and waits for their word, and proposals made to them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { Acknowledged } from '../../../ui/acknowledged.tsx'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { Pager } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { acknowledgeReport, listNonCompliance } from '../contract.ts'
import { kindTitles, principalPosts, principalTitles, stateTitles } from '../../requests/contract.ts'

type Reported = Output<typeof listNonCompliance>
type Row = Reported['rows'][number]

/** The two principals, each with the own word on the report. */
const principals = (it: Row) =>
  principalPosts.map((key) => ({
    key,
    who: principalTitles[key],
    word: it.acknowledgements.find(({ post }) => post === key) ?? null,
  }))

const WordForm = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const { t } = useLingui()
  return (
    <ActionForm
      shape={acknowledgeReport}
      fixed={{ id: row.requestId, report: row.id, version: row.version }}
      onClose={onClose}
      lead={<Trans>Нұсқаусыз да танысуға болады. Нұсқау меңгеруші мен орындаушыға бірден жетеді.</Trans>}
      fields={[
        { kind: 'prose', path: 'instruction', label: t`Нұсқау`, optional: true, rows: 4 },
        { kind: 'day', path: 'until', label: t`Орындау мерзімі`, optional: true },
      ]}
    />
  )
}

const Report = ({ row, answer }: { row: Row; answer: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card
      title={<Go to={`/requests/${row.requestId}`}>{row.subject}</Go>}
      extra={
        <span className="row">
          <State tone={row.state === 'reported' ? 'late' : 'plain'}>{text(stateTitles[row.state])}</State>{' '}
          <ClauseChip id={row.clause} />
        </span>
      }
    >
      <div className="stack">
        <Facts
          facts={[
            { title: t`Кім орындамады`, value: text(row.addressee) },
            { title: t`Құжат`, value: `${text(kindTitles[row.kind])}, ${row.number ?? ''}` },
            { title: t`Не сұратылды`, value: row.asked },
            { title: t`Жіберілген күні`, value: format.day(row.sentOn) },
            { title: t`Мерзімі`, value: format.day(row.dueOn) },
            { title: t`Не істелді`, value: row.done },
            { title: t`Не жетпейді`, value: row.missing },
            { title: t`Баяндаған`, value: `${text(row.by)}, ${format.instantShort(row.at)}` },
          ]}
        />
        <Acknowledged rows={principals(row)} />
        {row.waits ? (
          <div className="row no-print">
            <button type="button" className="button first" onClick={answer}>
              <Trans>Танысу және нұсқау беру</Trans>
            </button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

const Proposals = ({ rows }: { rows: Reported['proposals'] }) => {
  const { t } = useLingui()
  if (!rows.length) return null
  return (
    <Card title={t`Шешіміңізді күткен ұсыныстар`} extra={<ClauseChip id="5.1" />}>
      <ul className="files">
        {rows.map((row) => (
          <li key={row.id} className="file">
            <Go to={`/requests/${row.id}`}>{row.subject}</Go>
            <span className="quiet number">{row.number}</span>
            {row.term ? <TermBar term={row.term} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export default function NonCompliance() {
  const { t } = useLingui()
  const { search, setSearch } = useAddress()
  const [open, setOpen] = useState<Row | null>(null)
  const page = Math.max(1, Number(search.page) || 1)
  const size = 20
  const reported = useCall(listNonCompliance, { page, size }, { keep: true, kinds: ['request'] })
  return (
    <Page
      title={t`Орындалмаған талаптар`}
      lead={
        <Trans>
          Сот әкімшілігінің және оның аумақтық бөлімшелерінің қызметкерлері бөлімнің заңды талаптарын орындауға
          міндетті. <ClauseChip id="12" />
        </Trans>
      }
      actions={
        <Go to="/requests/compliance" className="button">
          <Trans>Орындалу көрсеткіштері</Trans>
        </Go>
      }
    >
      <Loaded of={reported}>
        {({ rows, total, proposals }) => (
          <div className="stack">
            <Proposals rows={proposals} />
            {rows.map((row) => (
              <Report key={row.id} row={row} answer={() => setOpen(row)} />
            ))}
            {rows.length ? null : (
              <Card>
                <EmptyState title={<Trans>Орындалмаған талап баяндалған жоқ.</Trans>}>
                  <Trans>Мерзімі өткен сұрау салуды меңгеруші басшылыққа баяндағанда ол осында көрінеді.</Trans>
                </EmptyState>
              </Card>
            )}
            {total > size ? (
              <Pager
                view={{ page, size, sort: '', filters: {} }}
                total={total}
                capped={false}
                turnTo={(next) => setSearch({ page: String(next) })}
              />
            ) : null}
          </div>
        )}
      </Loaded>
      {open ? <WordForm row={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
