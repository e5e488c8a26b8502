// What evidence adds to the page of an investigation: its tab, the way to receive, the hold and the word that it is held.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { downloadSheet } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { evidenceChoices, exportEvidence, holdEvidence, receiveEvidence, releaseEvidence } from '../contract.ts'
import { EvidenceTable } from './table.tsx'

interface Shown {
  id: string
  version: number
  /** A principal sees nothing of the course. */
  brief: boolean
}

const Leave = ({ to, close }: { to: string; close: () => void }) => {
  const { go } = useAddress()
  useEffect(() => {
    close()
    go(to)
  }, [to, close, go])
  return null
}

const useHold = ({ id, brief }: Shown) =>
  useCall(evidenceChoices, { id }, { kinds: ['investigation'], enabled: !brief }).data?.result.hold ?? null

const useActs = (it: Shown): readonly Act[] => {
  const { t } = useLingui()
  const hold = useHold(it)
  const fixed = { id: it.id, version: it.version }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, max: 1_000 }
  return [
    {
      operation: receiveEvidence.name,
      open: (close) => <Leave to={`/evidence/new?about=${it.id}`} close={close} />,
    },
    hold
      ? act({ shape: releaseEvidence, fixed, aside: true, fields: [reason] })
      : act({ shape: holdEvidence, fixed, aside: true, fields: [reason] }),
  ]
}

const Held = ({ it }: { it: Shown }) => {
  const { t } = useLingui()
  const hold = useHold(it)
  if (!hold) return null
  return (
    <Banner title={t`Дәлелдемелерді жоюға тыйым салынған.`}>
      {hold.reason} <ClauseChip id="5.16" />
    </Banner>
  )
}

const Body = ({ it }: { it: Shown }) => {
  const { t } = useLingui()
  if (it.brief)
    return (
      <p className="quiet">
        <Trans>Дәлелдемелерді тексеру тобы мен оның басшылығы көреді.</Trans>
      </p>
    )
  return (
    <div className="stack">
      <div className="row no-print">
        <button
          type="button"
          className="button"
          onClick={() => void downloadSheet(exportEvidence, { id: it.id }, t`Дәлелдемелер тізімдемесі`)}
        >
          <Trans>Тізімдемені XLSX түрінде алу</Trans>
        </button>
      </div>
      <EvidenceTable investigation={it.id} />
    </div>
  )
}

const part: RecordPart<Shown> = {
  useActs,
  banner: Held,
  tabs: [
    { key: 'evidence', place: 40, title: { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' }, body: Body },
  ],
}
export default part
