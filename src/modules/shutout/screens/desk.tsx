// The hand-over of a desk: what lies on it, and who takes all of it or each appeal.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call, type Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Form } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openEmployee } from '../../org/contract.ts'
import { handOver, listTakers, openDesk } from '../contract.ts'

type Desk = Output<typeof openDesk>

interface RowsProps<R> {
  title: string
  rows: readonly R[]
  to?: (row: R) => string
}

const Rows = <R extends Desk['appeals'][number]>({ title, rows, to }: RowsProps<R>) => {
  const format = useFormat()
  if (!rows.length) return null
  return (
    <Card title={title}>
      <ul className="files">
        {rows.map((row) => (
          <li key={row.id} className="file">
            {to ? <Go to={to(row)}>{row.title || row.number}</Go> : <span>{row.title || row.number}</span>}
            <span className="quiet number">{row.number}</span>
            {row.dueOn ? <span className="quiet number">{format.dayShort(row.dueOn)}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Choosing = ({ id, desk }: { id: string; desk: Desk }) => {
  const { t } = useLingui()
  const text = useText()
  const [done, setDone] = useState<Output<typeof handOver> | null>(null)
  const find = async (words: string) => {
    const { result } = await call(listTakers, { id, words })
    return result.rows.map(({ id: value, name, post }) => ({ value, label: text(name), hint: text(post) }))
  }
  // Each appeal may go to another; its field is named by its id and folded into the input on the way out.
  const each = desk.appeals.map((it) => {
    const { number } = it
    return {
      kind: 'find' as const,
      path: `appeal ${it.id}` as 'given',
      label: t`Бұл өтінішті басқа адам алады: ${number}`,
      optional: true,
      find,
    }
  })
  if (done) {
    const { appeals, documents, others, duties } = done
    return (
      <Banner tone="ok" title={t`Істер тапсырылды.`}>
        <Trans>
          Өтініштер: {appeals}, құжат жобалары: {documents}, басқа істер: {others}, міндеттер: {duties}.
        </Trans>
      </Banner>
    )
  }
  return (
    <Card title={t`Кім қабылдайды`} extra={<ClauseChip id="9.5" />}>
      <Form
        shape={handOver}
        fixed={{ id }}
        fields={[
          {
            kind: 'find',
            path: 'to',
            label: t`Барлығын қабылдайтын қызметкер`,
            hint: t`Бос қалса, істер меңгерушіге қайтады.`,
            optional: true,
            find,
          },
          ...each,
          { kind: 'line', path: 'reason', label: t`Негізі`, hint: t`Мысалы: бұйрықтың нөмірі мен күні`, max: 500 },
        ]}
        toInput={({ to, reason, ...others }) => ({
          id,
          ...(typeof to === 'string' ? { to } : {}),
          reason: typeof reason === 'string' ? reason : '',
          given: Object.entries(others).flatMap(([path, taker]) =>
            path.startsWith('appeal ') && typeof taker === 'string' ? [{ appeal: path.slice(7), to: taker }] : [],
          ),
        })}
        onDone={setDone}
      />
    </Card>
  )
}

const Body = ({ id, desk }: { id: string; desk: Desk }) => {
  const { t } = useLingui()
  const isEmpty = !desk.appeals.length && !desk.documents.length && !desk.others.length && !desk.duties.length
  return (
    <div className="columns">
      <div className="stack">
        {isEmpty ? (
          <EmptyState title={<Trans>Бұл қызметкердің қолында іс жоқ.</Trans>}>
            <Trans>Тапсыратын ештеңе қалмаған.</Trans>
          </EmptyState>
        ) : null}
        <Rows title={t`Өтініштер`} rows={desk.appeals} to={({ id: each }) => `/appeals/${each}`} />
        <Rows title={t`Құжат жобалары`} rows={desk.documents} to={({ id: each }) => `/documents/${each}`} />
        <Rows title={t`Сұрау салулар және басқа істер`} rows={desk.others} to={({ page }) => page ?? '/'} />
        <Rows title={t`Басқа міндеттер`} rows={desk.duties} />
      </div>
      <div className="stack">
        <Choosing id={id} desk={desk} />
      </div>
    </div>
  )
}

export default function DeskPage() {
  const { t } = useLingui()
  const text = useText()
  const { id = '' } = useAddress().params
  const person = useCall(openEmployee, { id })
  const desk = useCall(openDesk, { id }, { kinds: ['appeal', 'document'] })
  const name = person.data ? text(person.data.result.name) : ''
  return (
    <Page title={t`Істерді тапсыру`} lead={name ? <Go to={`/people/${id}`}>{name}</Go> : null}>
      <Loaded of={desk}>{(it) => <Body id={id} desk={it} />}</Loaded>
    </Page>
  )
}
