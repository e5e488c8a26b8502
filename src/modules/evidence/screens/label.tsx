// The label that is glued to the thing: its number for eyes and for a scanner, its seal, and nothing of the case.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { Loaded } from '../../../ui/notes.tsx'
import { Facts, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { readLabel } from '../contract.ts'
import './evidence.css'

export default function Label() {
  const { t } = useLingui()
  const format = useFormat()
  const { id = '' } = useAddress().params
  const label = useCall(readLabel, { id })
  return (
    <Page
      title={t`Дәлелдеменің жапсырмасы`}
      actions={
        <>
          <Go to={`/evidence/${id}`} className="button">
            <Trans>Дәлелдемеге оралу</Trans>
          </Go>
          <button type="button" className="button first" onClick={() => window.print()}>
            <Trans>Басып шығару</Trans>
          </button>
        </>
      }
    >
      <Loaded of={label}>
        {(it) => (
          <section className="card evidence-label">
            <img src={it.qr} width={160} height={160} alt={t`Дәлелдеме нөмірінің QR коды`} />
            <div>
              <p className="number evidence-number">{it.number}</p>
              <p>
                <b>{it.what}</b>
              </p>
              <Facts
                narrow
                facts={[
                  { title: t`Ерекше белгілері`, value: it.marks },
                  { title: t`Мөрі`, value: <span className="number">{it.seal}</span> },
                  { title: t`Алынған күні`, value: format.day(it.receivedOn) },
                ]}
              />
            </div>
          </section>
        )}
      </Loaded>
    </Page>
  )
}
