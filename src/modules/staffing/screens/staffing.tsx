// The staffing table in force today, its limit, and all that was proposed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Banner, EmptyState, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { openStaffing, proposeStaffing, setStaffingLimit } from '../contract.ts'
import { DecidedState } from './decided.tsx'
import { SeatTable, SeatTiles } from './seats.tsx'

const Tables = ({ tables }: { tables: Output<typeof openStaffing>['tables'] }) => {
  const { t } = useLingui()
  const format = useFormat()
  if (!tables.length) return <EmptyState title={<Trans>Ұсыныс әлі болған жоқ.</Trans>} />
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Күшіне енетін күні`}</th>
          <th scope="col">{t`Бірлік`}</th>
          <th scope="col">{t`Лимит`}</th>
          <th scope="col">{t`Негіздемесі`}</th>
          <th scope="col">{t`Күйі`}</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((row) => (
          <tr key={row.id}>
            <td className="number">
              <Go to={`/staffing/${row.id}`}>{format.day(row.fromOn)}</Go>
            </td>
            <td className="number">{format.number(row.seats)}</td>
            <td className="number">{format.number(row.limit)}</td>
            <td>{row.basis}</td>
            <td>
              <DecidedState it={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default function Staffing() {
  const { t } = useLingui()
  const staffing = useCall(openStaffing, {}, { kinds: ['staffing', 'appointment'] })
  const proposes = usePower('staffing.propose')
  const [limiting, setLimiting] = useState(false)
  const allowed = (operation: string) => staffing.data?.may.some((row) => row.operation === operation && row.allowed)
  return (
    <Page
      title={t`Штат кестесі`}
      lead={
        <>
          <Trans>Меңгеруші ұсынады, Сот әкімшілігінің басшысы лимит шегінде бекітеді.</Trans> <ClauseChip id="3" />{' '}
          <ClauseChip id="9.2" />
        </>
      }
      actions={
        <>
          {allowed(setStaffingLimit.name) ? (
            <button type="button" className="button" onClick={() => setLimiting(true)}>
              <Trans>Лимит енгізу</Trans>
            </button>
          ) : null}
          {allowed(proposeStaffing.name) && (proposes || !staffing.data?.result.inForce) ? (
            <Go to="/staffing/new" className="button first">
              <Trans>Өзгеріс ұсыну</Trans>
            </Go>
          ) : null}
        </>
      }
    >
      {limiting ? (
        <ActionForm
          shape={setStaffingLimit}
          lead={<Trans>Лимит осы күннен бастап күшінде болады; бекітілген кестедегі бірлік одан аспауы керек.</Trans>}
          fields={[
            { kind: 'number', path: 'seats', label: t`Штат саны`, least: 0, most: 10_000 },
            { kind: 'day', path: 'fromOn', label: t`Бірінші күні`, start: today() },
            { kind: 'line', path: 'basis', label: t`Негізі`, max: 300 },
          ]}
          onClose={() => setLimiting(false)}
        />
      ) : null}
      <Loaded of={staffing}>
        {(it) => (
          <>
            {it.inForce ? (
              <>
                <SeatTiles
                  seats={it.inForce.seats}
                  limit={it.limit?.seats ?? 0}
                  held={it.inForce.rows.reduce((sum, row) => sum + row.held, 0)}
                />
                <Card title={t`Бүгін күшінде тұрған кесте`}>
                  <SeatTable rows={it.inForce.rows} />
                </Card>
              </>
            ) : (
              <Banner tone="warn" title={t`Бекітілген штат кестесі жоқ.`}>
                <Trans>Кесте бекітілгенше лауазымға ешкім тағайындалмайды.</Trans>
              </Banner>
            )}
            <Card title={t`Ұсыныстар мен шешімдер`}>
              <Tables tables={it.tables} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}
