// One proposed or approved staffing table, where the Head of the Court Administration decides.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { Card, RecordHead } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { approveStaffing, openStaffingTable, returnStaffing } from '../contract.ts'
import { DecidedFacts, DecidedState } from './decided.tsx'
import { SeatTable, SeatTiles } from './seats.tsx'

export default function StaffingTablePage() {
  const { t } = useLingui()
  const format = useFormat()
  const { id = '' } = useAddress().params
  const table = useCall(openStaffingTable, { id })
  return (
    <Loaded of={table}>
      {(it, may) => (
        <div className="page stack">
          <RecordHead
            from={{ to: '/staffing', title: t`Штат кестесі` }}
            number={format.day(it.fromOn)}
            title={t`Штат кестесінің ұсынысы`}
            chips={
              <>
                <DecidedState it={it} />
                <ClauseChip id="3" />
                <ClauseChip id="9.2" />
              </>
            }
          />
          <SeatTiles seats={it.seats} limit={it.limit} held={it.rows.reduce((sum, row) => sum + row.held, 0)} />
          <div className="columns">
            <div className="stack">
              {it.state === 'proposed' ? (
                <MayBar
                  may={may}
                  acts={[
                    act({
                      shape: approveStaffing,
                      fixed: { id, version: it.version },
                      fields: [],
                      lead: <Trans>Кесте көрсетілген күннен бастап күшіне енеді және кейін өзгертілмейді.</Trans>,
                    }),
                    act({
                      shape: returnStaffing,
                      fixed: { id, version: it.version },
                      fields: [{ kind: 'prose', path: 'reason', label: t`Қайтару себебі`, max: 2000 }],
                    }),
                  ]}
                />
              ) : null}
              <Card title={t`Бірліктер`}>
                <SeatTable rows={it.rows} />
              </Card>
            </div>
            <Card title={t`Ұсыныс туралы`}>
              <DecidedFacts it={it} />
            </Card>
          </div>
        </div>
      )}
    </Loaded>
  )
}
