// What follows an entry: the slip with its code, the protocol of what was spoken, the doubts that stopped nobody.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { savePdf } from '../../../ui/once.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { printProtocol, printSlip, type enterAppeal } from '../contract.ts'

export type Slip = Output<typeof enterAppeal>

interface GivenProps {
  slip: Slip
  language: 'kk' | 'ru' | 'en'
  /** By word of mouth: there is a protocol to be signed. */
  spoken: boolean
  again?: () => void
}

export const Given = ({ slip, language, spoken, again }: GivenProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const print = useCommand(printSlip)
  const take = (): void => print.mutate({ code: slip.code, language }, { onSuccess: ({ result }) => savePdf(result) })
  const protocol = useCommand(printProtocol)
  const write = (): void => protocol.mutate({ code: slip.code }, { onSuccess: ({ result }) => savePdf(result) })
  return (
    <Card title={t`Өтініштің қабылданғаны туралы талон`}>
      <Facts
        facts={[
          { title: t`Талон нөмірі`, value: <b className="number">{slip.slipNumber}</b> },
          { title: t`Түскен уақыты`, value: format.instant(slip.receivedAt) },
          { title: t`Тіркелетін күні`, value: format.dayFull(slip.registeredOn) },
          { title: t`Қарау мерзімі`, value: format.dayFull(slip.dueOn) },
          { title: t`Қабылдаған адам`, value: text(slip.receiver) },
          { title: t`Құпия код`, value: <b className="mono">{slip.code}</b> },
        ]}
      />
      <div className="stack">
        {slip.warnings.map((warning) => (
          <Banner key={warning.en} title={t`Назар аударыңыз`}>
            {text(warning)}
          </Banner>
        ))}
        {spoken ? (
          <Banner>
            <Trans>Хаттаманы басып шығарып, өтініш берушіге қол қойғызыңыз. Қол қойылған парақ іске тігіледі.</Trans>
          </Banner>
        ) : null}
        <Banner tone="warn">
          <Trans>Код қайта көрсетілмейді және еш жерде сақталмайды. Талонды өтініш берушіге дәл қазір беріңіз.</Trans>
        </Banner>
        <div className="row no-print">
          <button type="button" className="button first" onClick={take} aria-disabled={print.isPending}>
            <Trans>Талонды PDF түрінде алу</Trans>
          </button>
          {spoken ? (
            <button type="button" className="button" onClick={write} aria-disabled={protocol.isPending}>
              <Trans>Хаттаманы PDF түрінде алу</Trans>
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => window.print()}>
            <Trans>Осы бетті басып шығару</Trans>
          </button>
          <Go to={`/appeals/${slip.id}`} className="button">
            <Trans>Өтінішке өту және тіркеу</Trans>
          </Go>
          {again ? (
            <button type="button" className="button" onClick={again}>
              <Trans>Тағы біреуін енгізу</Trans>
            </button>
          ) : null}
        </div>
      </div>
    </Card>
  )
}
