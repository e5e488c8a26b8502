// The words of one row of who is shut out, and the buttons by which the head decides it.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useText } from '../../../ui/text.ts'
import {
  causeTitles,
  confirmShutout,
  groundTitles,
  liftShutout,
  refuseShutout,
  shutoutStates,
  signTitles,
  type listShutouts,
  type ShutoutState,
} from '../contract.ts'

export type Row = Output<typeof listShutouts>['rows'][number]

export const stateTones: Readonly<Record<ShutoutState, 'work' | 'ok' | 'warn' | 'plain'>> = {
  pending: 'work',
  doubtful: 'warn',
  standing: 'ok',
  refused: 'plain',
  lifted: 'plain',
}
export const stateTitles = shutoutStates

/** Why: the ground, by what sign, in which words; then the reason of whoever decided. */
export const Why = ({ row }: { row: Row }) => {
  const text = useText()
  const format = useFormat()
  const ground = [text(groundTitles[row.ground]), row.sign ? text(signTitles[row.sign]) : null]
  const cause = row.cause ? text(causeTitles[row.cause]) : null
  const by = row.decision?.by ? text(row.decision.by) : null
  return (
    <>
      <div>{[...ground, cause].filter(Boolean).join(' · ')}</div>
      {row.said ? <div className="said">«{row.said}»</div> : null}
      {row.reason ? <div>{row.reason}</div> : null}
      {row.decision ? (
        <div className="quiet">
          {[row.decision.reason, by, format.instantShort(row.decision.at)].filter(Boolean).join(' · ')}
        </div>
      ) : null}
    </>
  )
}

const shapes = { confirm: confirmShutout, refuse: refuseShutout, lift: liftShutout }

const Decision = ({ kind, id, entry }: { kind: keyof typeof shapes; id: string; entry: string }) => {
  const { t } = useLingui()
  const text = useText()
  const [open, setOpen] = useState(false)
  const shape = shapes[kind]
  const lead = {
    confirm: t`Қызметкер бұл өтінішті бұдан әрі де көрмейді.`,
    refuse: t`Қызметкер бұл өтінішті өз құзыреті шегінде қайта көреді.`,
    lift: t`Қызметкер бұл өтінішті өз құзыреті шегінде қайта көреді.`,
  }[kind]
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {text(shape.title)}
      </button>
      {open ? (
        <ActionForm
          shape={shape}
          fixed={{ id, entry }}
          lead={lead}
          fields={[{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 2000, rows: 3 }]}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

export const Decisions = ({ id, row }: { id: string; row: Row }) =>
  row.state === 'doubtful' ? (
    <div className="row no-print">
      <Decision kind="confirm" id={id} entry={row.entry} />
      <Decision kind="refuse" id={id} entry={row.entry} />
    </div>
  ) : row.state === 'standing' ? (
    <div className="row no-print">
      <Decision kind="lift" id={id} entry={row.entry} />
    </div>
  ) : null
