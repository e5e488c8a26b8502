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
  from: string
  until: string | null
}

export const Standing = ({ it, today }: { it: Standing; today: string }) => {
  const { t } = useLingui()
  const text = useText()
  if (it.state !== 'granted') return <State tone={tones[it.state]}>{text(stateTitles[it.state])}</State>
  if (it.inForce) return <State tone="ok">{t`Күшінде`}</State>
  if (it.from > today) return <State tone="work">{t`Әлі күшіне енген жоқ`}</State>
  if (it.until !== null && it.until < today) return <State tone="plain">{t`Мерзімі аяқталды`}</State>
  return <State tone="late">{t`Күші жоқ`}</State>
}

/** The day in Kazakhstan, for words only: whether it is in force is the server's word. */
export const dayNow = (): string => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10)
