// What a proposal for the Head of the Court Administration looks like: its state, who proposed and who decided.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State, type Tone } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { useText, type Text } from '../../../ui/text.ts'

export interface Decided {
  state: 'proposed' | 'approved' | 'returned'
  stateTitle: Text
  fromOn: string
  basis: string
  proposedBy: { name: Text } | null
  proposedAt: string
  decidedBy: { name: Text } | null
  decidedAt: string | null
  reason: string | null
}

const tones: Record<Decided['state'], Tone> = { proposed: 'work', approved: 'ok', returned: 'warn' }

export const DecidedState = ({ it }: { it: Pick<Decided, 'state' | 'stateTitle'> }) => {
  const text = useText()
  return <State tone={tones[it.state]}>{text(it.stateTitle)}</State>
}

export const DecidedFacts = ({ it }: { it: Decided }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Facts
      narrow
      facts={[
        { title: t`Күшіне енетін күні`, value: format.day(it.fromOn) },
        { title: t`Негіздемесі`, value: it.basis },
        { title: t`Ұсынған`, value: it.proposedBy ? text(it.proposedBy.name) : t`Жүйе` },
        { title: t`Ұсынылған уақыты`, value: format.instant(it.proposedAt) },
        { title: t`Шешім қабылдаған`, value: it.decidedBy ? text(it.decidedBy.name) : null },
        { title: t`Шешім уақыты`, value: it.decidedAt ? format.instant(it.decidedAt) : null },
        { title: t`Себебі`, value: it.reason },
      ]}
    />
  )
}
