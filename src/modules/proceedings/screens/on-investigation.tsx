// On the page of an investigation: the plan and its results, suspensions from office, what happened and when.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { usePower } from '../../../ui/me.ts'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { Pager } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { Opened } from './acts.tsx'
import { useActs, useCourse } from './acts.tsx'
import { listNotes } from '../contract.ts'
import type { readCourse } from '../contract.ts'

type Course = Output<typeof readCourse>

const size = 20

const Extensions = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  const rows = useCourse(it)?.extensions ?? []
  if (!rows.length) return null
  return (
    <section className="stack">
      <h3>
        <Trans>Мерзімді ұзарту</Trans>
      </h3>
      {rows.map((each) => {
        const from = format.day(each.from)
        const until = format.day(each.until)
        return (
          <article key={each.at}>
            <b>
              {from} → {until}
            </b>
            <p className="said">{each.reason}</p>
            <div className="quiet">
              {format.instantShort(each.at)} · {text(each.by)}
            </div>
          </article>
        )
      })}
    </section>
  )
}

const Steps = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const plan = useCourse(it)?.plan ?? []
  if (!plan.length)
    return (
      <EmptyState title={<Trans>Жоспар әлі жасалмаған.</Trans>}>
        <Trans>Тексеру басталғаннан кейін жетекші қадамдарды, орындаушыны және мерзімін жазады.</Trans>
      </EmptyState>
    )
  return (
    <ol className="stack">
      {plan.map((step) => {
        const done = step.doneOn ? format.day(step.doneOn) : ''
        return (
          <li key={step.id}>
            <div className="row">
              <b>{step.what}</b>
              {step.doneOn ? <State tone="ok">{t`Орындалды: ${done}`}</State> : null}
              {step.dropped ? <State>{t`Жоспардан алынды`}</State> : null}
            </div>
            <div className="quiet">{text(step.who.name)}</div>
            {step.term && !step.doneOn ? <TermBar term={step.term} /> : null}
            {step.result ? <p className="said">{step.result}</p> : null}
            {step.dropped ? <p className="said">{step.dropped}</p> : null}
          </li>
        )
      })}
    </ol>
  )
}

const Plan = ({ it }: { it: Opened }) => (
  <div className="stack">
    <Steps it={it} />
    <Extensions it={it} />
  </div>
)

const Suspension = ({ it, row }: { it: Opened; row: Course['suspensions'][number] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const actOn = format.day(row.actOn)
  return (
    <article>
      <div className="row">
        <b>{text(row.person.name)}</b>
        {row.inForce ? <State tone="warn">{t`Қазір шеттетілген`}</State> : null}
      </div>
      <Facts
        facts={[
          { title: t`Акт`, value: `${row.actNumber}, ${actOn}` },
          { title: t`Кім шығарды`, value: row.issuer },
          { title: t`Мерзімі`, value: `${format.day(row.from)} – ${format.day(row.until)}` },
        ]}
      />
      {row.files.length ? <FileList kind="investigation" id={it.id} files={row.files} /> : null}
    </article>
  )
}

const Suspensions = ({ it }: { it: Opened }) => {
  const rows = useCourse(it)?.suspensions ?? []
  if (!rows.length)
    return (
      <EmptyState title={<Trans>Лауазымнан уақытша шеттету болған жоқ.</Trans>}>
        <Trans>Шеттету тағайындауға құқығы бар адамның жазбаша актісімен, заңдағы мерзімнен асырмай тіркеледі.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {rows.map((row) => (
        <Suspension key={row.id} it={it} row={row} />
      ))}
    </div>
  )
}

const Events = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const notes = useCall(listNotes, { id: it.id, page, size }, { kinds: ['investigation'], keep: true })
  return (
    <Loaded of={notes}>
      {({ rows, total, capped }) =>
        total ? (
          <div className="stack">
            {rows.map((note) => {
              const entered = format.instantShort(note.at)
              const who = note.by ? text(note.by) : t`Жүйе`
              return (
                <article key={note.id}>
                  <b>{format.dayFull(note.happenedOn)}</b>
                  <p className="said">{text(note.words)}</p>
                  <div className="quiet">
                    <Trans>
                      Енгізілді: {entered}, {who}
                    </Trans>
                  </div>
                  {note.files.length ? <FileList kind="investigation" id={it.id} files={note.files} /> : null}
                </article>
              )
            })}
            {total > size ? (
              <Pager view={{ filters: {}, sort: '', page, size }} total={total} capped={capped} turnTo={setPage} />
            ) : null}
          </div>
        ) : (
          <EmptyState title={<Trans>Оқиға жазылмаған.</Trans>}>
            <Trans>Болған күні мен енгізілген сәті бірге сақталады.</Trans>
          </EmptyState>
        )
      }
    </Loaded>
  )
}

const Requests = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const asks = usePower('requests.prepare')
  const rows = useCourse(it)?.requests ?? []
  return (
    <Card title={t`Сұрау салулар мен талаптар`} extra={<ClauseChip id="12" />}>
      <div className="stack">
        {rows.map((row) => (
          <div key={row.id}>
            <Go to={`/requests/${row.id}`}>{row.caption}</Go> <State>{text(row.state)}</State>
            <div className="quiet">{text(row.addressee)}</div>
          </div>
        ))}
        {asks && it.state === 'opened' ? (
          <Go to={`/requests/new?kind=demand&about=investigation:${it.id}`}>
            <Trans>Құжат сұрату немесе талап қою</Trans>
          </Go>
        ) : rows.length ? null : (
          <p className="quiet">
            <Trans>Сұрау салу да, талап та жіберілмеген.</Trans>
          </p>
        )}
      </div>
    </Card>
  )
}

const part: RecordPart<Opened> = {
  useActs,
  side: Requests,
  tabs: [
    { key: 'plan', place: 10, title: { kk: 'Жоспар', ru: 'План', en: 'Plan' }, body: Plan },
    { key: 'events', place: 20, title: { kk: 'Оқиғалар', ru: 'События', en: 'Events' }, body: Events },
    { key: 'suspensions', place: 80, title: { kk: 'Шеттету', ru: 'Отстранение', en: 'Suspension' }, body: Suspensions },
  ],
}
export default part
