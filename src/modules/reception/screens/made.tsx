// The appeal that was just made of what was said: its code while it is on the screen, the protocol to be signed, the slip to be given.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useCommand } from '../../../ui/use-call.ts'
import { printProtocol, printSlip } from '../../submissions/contract.ts'
import type { makeAppeal } from '../contract.ts'

export type MadeAppeal = Output<typeof makeAppeal>

const savePdf = (name: string, pdf: string): void => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export const Made = ({ it, language }: { it: MadeAppeal; language: 'kk' | 'ru' | 'en' }) => {
  const { t } = useLingui()
  const format = useFormat()
  const slip = useCommand(printSlip)
  const protocol = useCommand(printProtocol)
  const save = {
    onSuccess: ({ result }: { result: { name: string; pdf: string } }) => savePdf(result.name, result.pdf),
  }
  return (
    <Card title={t`Өтініш қабылданды`}>
      <Facts
        facts={[
          { title: t`Талон нөмірі`, value: <b className="number">{it.slipNumber}</b> },
          { title: t`Қарау мерзімі`, value: format.dayFull(it.dueOn) },
          { title: t`Құпия код`, value: <b className="mono">{it.code}</b> },
        ]}
      />
      <div className="stack">
        <Banner tone="warn">
          <Trans>Код қайта көрсетілмейді. Хаттамаға өтініш беруші қол қояды, талонды оған дәл қазір беріңіз.</Trans>
        </Banner>
        <div className="row no-print">
          <button type="button" className="button first" onClick={() => protocol.mutate({ code: it.code }, save)}>
            <Trans>Хаттаманы алу</Trans>
          </button>
          <button type="button" className="button" onClick={() => slip.mutate({ code: it.code, language }, save)}>
            <Trans>Талонды алу</Trans>
          </button>
          <Go to={`/appeals/${it.appeal}`} className="button">
            <Trans>Өтінішке өту</Trans>
          </Go>
        </div>
      </div>
    </Card>
  )
}
