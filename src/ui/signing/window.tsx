// The window in which a record is signed electronically: which key, what is happening now, what went wrong and what to do.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { CallRefused } from '../call.ts'
import { ClauseChip } from '../clause.tsx'
import { Dialog } from '../dialog.tsx'
import { useMe } from '../me.ts'
import { Banner } from '../notes.tsx'
import { signContent, type Road, type Source, type Stage } from './road.ts'

const troubleOf = (fault: unknown): string =>
  fault instanceof Error && 'trouble' in fault ? String(fault.trouble) : 'lost'

const Trouble = ({ fault }: { fault: unknown }) => {
  const { t } = useLingui()
  if (fault instanceof CallRefused) {
    const { says, fields, clause } = fault.refused
    return (
      <Banner tone="late" loud title={t`Қолтаңба қабылданған жоқ.`}>
        {fields.length ? fields.map((field) => field.says).join(' ') : says}{' '}
        {clause ? <ClauseChip id={clause} /> : null}
      </Banner>
    )
  }
  switch (troubleOf(fault)) {
    case 'not-running':
      return (
        <Banner tone="late" loud title={t`NCALayer жауап бермейді.`}>
          <Trans>
            NCALayer бағдарламасын іске қосыңыз да, қайталап көріңіз. Ол компьютеріңізде жоқ болса, Ұлттық куәландырушы
            орталықтың ncl.pki.gov.kz сайтынан алып орнатыңыз.
          </Trans>
        </Banner>
      )
    case 'cancelled':
      return (
        <Banner tone="warn" loud title={t`Қол қою тоқтатылды.`}>
          <Trans>NCALayer терезесінде кілт таңдалған жоқ. Құжат сол күйінде қалды.</Trans>
        </Banner>
      )
    case 'failed':
      return (
        <Banner tone="late" loud title={t`NCALayer қол қоя алмады.`}>
          <Trans>Кілт пен құпиясөзді тексеріп, қайталап көріңіз.</Trans>
        </Banner>
      )
    default:
      return (
        <Banner tone="late" loud title={t`Қол қойылмады.`}>
          <Trans>Байланысты тексеріп, қайталап көріңіз.</Trans>
        </Banner>
      )
  }
}

const Sources = ({ source, choose }: { source: Source; choose: (source: Source) => void }) => {
  const { t } = useLingui()
  const rows: { value: Source; title: string; hint: string }[] = [
    { value: 'test', title: t`Көрсетілім кілті`, hint: t`Осы браузерде жасалады. Заңды күші жоқ.` },
    { value: 'ncalayer', title: 'NCALayer', hint: t`Ұлттық куәландырушы орталық берген қол қою кілті.` },
  ]
  return (
    <div className="radios" role="radiogroup" aria-label={t`Қай кілтпен`}>
      {rows.map(({ value, title, hint }) => (
        <label key={value} className="radio">
          <input type="radio" name="source" checked={source === value} onChange={() => choose(value)} />
          <span>
            {title} <small>{hint}</small>
          </span>
        </label>
      ))}
    </div>
  )
}

const Progress = ({ stage }: { stage: Stage | null }) => (
  <p role="status" className="quiet">
    {stage === 'asking' ? <Trans>Құжат мәтіні дайындалып жатыр…</Trans> : null}
    {stage === 'choosing' ? <Trans>Енді NCALayer терезесінде қол қою кілтін таңдаңыз.</Trans> : null}
    {stage === 'verifying' ? <Trans>Қолтаңба тексеріліп жатыр…</Trans> : null}
  </p>
)

interface SignWindowProps {
  title: string
  /** What is signed, in a sentence. */
  lead: ReactNode
  road: Road
  onClose: () => void
}

export const SignWindow = ({ title, lead, road, onClose }: SignWindowProps) => {
  const { i18n } = useLingui()
  const me = useMe()
  const queries = useQueryClient()
  const isDemonstration = me.mode === 'demonstration'
  const [source, setSource] = useState<Source>(isDemonstration ? 'test' : 'ncalayer')
  const [stage, setStage] = useState<Stage | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const sign = async () => {
    if (stage) return
    setFault(null)
    try {
      await signContent({ road, source, language: i18n.locale, person: me.employee.id, onStage: setStage })
      onClose()
      await queries.invalidateQueries()
    } catch (caught) {
      setStage(null)
      setFault(caught)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void sign()
        }}
      >
        <p>{lead}</p>
        {fault ? <Trouble fault={fault} /> : null}
        {isDemonstration ? <Sources source={source} choose={setSource} /> : null}
        {source === 'ncalayer' ? (
          <p className="quiet">
            <Trans>NCALayer іске қосулы болуы керек. Кілтіңіз бен құпиясөзіңіз компьютеріңізден шықпайды.</Trans>
          </p>
        ) : null}
        <Progress stage={stage} />
        <div className="form-foot">
          <button type="submit" className="button first" aria-disabled={stage !== null}>
            <Trans>Қол қою</Trans>
          </button>
          <button type="button" className="button" onClick={onClose}>
            <Trans>Бас тарту</Trans>
          </button>
        </div>
      </form>
    </Dialog>
  )
}
