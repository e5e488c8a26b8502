// How an authority stands today, in a coloured label: what matters is whether it is in force.
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '../../../ui/notes.tsx'
import { State } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { stateTitles, type AuthorityState } from '../contract.ts'

const tones: Readonly<Record<AuthorityState, Tone>> = {
  prepared: 'plain',
  asked: 'warn',
  granted: 'ok',
  refused: 'late',
  withdrawn: 'plain',
  registered: 'warn',
  rejected: 'late',
  revoked: 'late',
  expired: 'plain',
}

interface Standing {
  state: AuthorityState
  inForce: boolean
  ahead: boolean
}

export const Standing = ({ it }: { it: Standing }) => {
  const { t } = useLingui()
  const text = useText()
  if (it.state !== 'granted') return <State tone={tones[it.state]}>{text(stateTitles[it.state])}</State>
  if (it.inForce) return <State tone="ok">{t`Күшінде`}</State>
  if (it.ahead) return <State tone="work">{t`Әлі күшіне енген жоқ`}</State>
  return <State tone="late">{t`Күшінде емес`}</State>
}
