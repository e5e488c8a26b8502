// One act: its state, who proposed and approved, its records, and what may be done.
import { Trans, useLingui } from '@lingui/react/macro'
import type { May } from '../../../kernel/contract.ts'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { approveAct, declineAct, exportItems, listItems, openAct, proposeAct, stateTitles } from '../contract.ts'
import { stateTones } from './states.ts'

const Items = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <DataTable
      shape={listItems}
      rowKey={(row) => row.id}
      toInput={({ page, size }) => ({ act: id, page, size })}
      kinds={['destruction', 'appeal']}
      columns={[
        {
          key: 'number',
          title: t`Тіркеу нөмірі`,
          number: true,
          draw: (row) => <Go to={`/appeals/${row.id}`}>{row.number}</Go>,
        },
        { key: 'doneOn', title: t`Аяқталған күні`, number: true, draw: (row) => format.day(row.doneOn) },
        { key: 'keptUntil', title: t`Сақталатын соңғы күн`, number: true, draw: (row) => format.day(row.keptUntil) },
        {
          key: 'fate',
          title: t`Не болды`,
          draw: (row) =>
            row.destroyedOn ? (
              <State tone="plain">{t`Жойылды`}</State>
            ) : row.held ? (
              <State tone="warn">{t`Тыйым салынған`}</State>
            ) : (
              '—'
            ),
        },
      ]}
      exports={exportItems}
      empty={{ title: t`Актіде өтініш жоқ.` }}
    />
  )
}

const Body = ({ it, may }: { it: Output<typeof openAct>; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { id, version } = it
  const endsOn = format.day(it.endsOn)
  const fixed = { id, version }
  const signed = (by: Output<typeof openAct>['proposed']) => by && `${text(by.by.name)}, ${format.instantShort(by.at)}`
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/retention', title: t`Сақтау мерзімі` }}
        number={endsOn}
        title={t`Жою актісі`}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="5.16" />
          </>
        }
        sub={<Trans>Сақтау мерзімі осы күні аяқталатын өтініштер: {endsOn}</Trans>}
      />
      <div className="columns">
        <div className="stack">
          <MayBar
            may={may}
            acts={[
              act({ shape: proposeAct, fixed, fields: [] }),
              act({ shape: approveAct, fixed, fields: [] }),
              act({
                shape: declineAct,
                fixed,
                fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1_000 }],
              }),
            ]}
          />
          <Items id={id} />
        </div>
        <div className="stack">
          <Card title={t`Акт`}>
            <Facts
              facts={[
                { title: t`Өтініштер`, value: format.number(it.records) },
                { title: t`Тыйым салынған`, value: format.number(it.held) },
                { title: t`Жойылған`, value: format.number(it.destroyed) },
                { title: t`Ескертілген күні`, value: format.day(it.announcedOn) },
                { title: t`Ұсынған`, value: signed(it.proposed) },
                { title: t`Шешкен`, value: signed(it.decided) },
                { title: t`Себебі`, value: it.reason },
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function ActPage() {
  const { id = '' } = useAddress().params
  const found = useCall(openAct, { id })
  return <Loaded of={found}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
