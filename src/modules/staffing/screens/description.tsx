// One job description: its powers, and the decision on it.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card, RecordHead } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { approveDescription, endDescription, openDescription, returnDescription } from '../contract.ts'
import { DecidedFacts, DecidedState } from './decided.tsx'

export default function DescriptionPage() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { id = '' } = useAddress().params
  const description = useCall(openDescription, { id })
  return (
    <Loaded of={description}>
      {(it, may) => {
        const fixed = { id, version: it.version }
        const reason = { kind: 'prose', path: 'reason', label: t`Себебі`, max: 2000 } as const
        return (
          <div className="page stack">
            <RecordHead
              from={{ to: '/descriptions', title: t`Лауазымдық нұсқаулықтар` }}
              number={format.day(it.fromOn)}
              title={text(it.postTitle)}
              chips={
                <>
                  <DecidedState it={it} />
                  {it.inForce ? <State tone="ok">{t`Күшінде`}</State> : null}
                  <ClauseChip id="5.15" />
                </>
              }
            />
            <div className="columns">
              <div className="stack">
                <MayBar
                  may={
                    it.state === 'approved'
                      ? may.filter((row) => row.operation === endDescription.name)
                      : may.filter((row) => row.operation !== endDescription.name)
                  }
                  acts={[
                    act({
                      shape: approveDescription,
                      fixed,
                      fields: [],
                      lead: (
                        <Trans>Өкілеттіктер көрсетілген күннен бастап осы лауазымдағы барлық адамға беріледі.</Trans>
                      ),
                    }),
                    act({ shape: returnDescription, fixed, fields: [reason] }),
                    act({
                      shape: endDescription,
                      fixed: { id },
                      danger: true,
                      lead: <Trans>Осы күннен кейін бұл лауазымдағы адамдардың өкілеттігі қалмайды.</Trans>,
                      fields: [{ kind: 'day', path: 'lastOn', label: t`Соңғы күні`, start: today() }, reason],
                    }),
                  ]}
                />
                <Card title={t`Өкілеттіктер`}>
                  {it.powers.length ? (
                    <ul>
                      {it.powers.map(({ power, title }) => (
                        <li key={power}>{text(title)}</li>
                      ))}
                    </ul>
                  ) : (
                    <p className="quiet">
                      <Trans>Бұл нұсқаулық жүйеде өкілеттік бермейді.</Trans>
                    </p>
                  )}
                </Card>
              </div>
              <Card title={t`Ұсыныс туралы`}>
                <DecidedFacts it={it} />
              </Card>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}
