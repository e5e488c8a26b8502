// Who wrote: hidden until a reason is given; the reason and the reading go into the journal.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { revealApplicant } from '../contract.ts'
import type { Opened } from './record.tsx'

type Revealed = Output<typeof revealApplicant>

const Details = ({ it }: { it: Revealed }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const isPerson = it.as === 'person'
  const ground = it.ground?.on ? format.day(it.ground.on) : null
  return (
    <>
      <Facts
        narrow
        facts={[
          { title: isPerson ? t`Аты-жөні` : t`Атауы`, value: it.name },
          { title: isPerson ? t`ЖСН` : t`БСН`, value: it.number },
          { title: t`Өкілі`, value: it.representative },
          {
            title: t`Өкілдіктің негізі`,
            value: it.ground ? [text(it.ground.title), it.ground.number, ground].filter(Boolean).join(', ') : null,
          },
          { title: t`Мекенжайы`, value: it.address },
          { title: t`Телефоны`, value: it.phone },
          { title: t`Электрондық пошта`, value: it.email },
        ]}
      />
      {it.coApplicants.length ? (
        <details>
          <summary>{t`Бірге берушілер`}</summary>
          <ol>
            {it.coApplicants.map(({ name, number }) => (
              <li key={name + (number ?? '')}>
                {name} {number ? <span className="number quiet">{number}</span> : null}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {it.warnings.map((warning) => (
        <Banner key={warning.en} tone="warn">
          {text(warning)}
        </Banner>
      ))}
    </>
  )
}

export const Reveal = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  if (it.anonymous) return <Trans>Өзін атамаған</Trans>
  if (revealed) return <Details it={revealed} />
  return (
    <>
      <Trans>Құпия түрде тіркелген</Trans> ·{' '}
      <button type="button" className="link" onClick={() => setAsking(true)}>
        <Trans>деректерді ашу</Trans>
      </button>{' '}
      <span className="quiet">
        <Trans>(негіздемесі журналға жазылады)</Trans>
      </span>
      {asking ? (
        <ActionForm
          shape={revealApplicant}
          place="middle"
          fixed={{ id: it.id }}
          fields={[{ kind: 'line', path: 'reason', label: t`Негіздемесі`, hint: t`Деректер не үшін қажет`, max: 500 }]}
          onDone={setRevealed}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
