// Passkeys of this person: a finger, a face or a security key in place of the password.
import { Trans, useLingui } from '@lingui/react/macro'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import { call } from '../../../ui/call.ts'
import type { Input, Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, ErrorState } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import { useCommand } from '../../../ui/use-call.ts'
import { addPasskey, addPasskeyOptions, dropPasskey, type mySecurity } from '../contract.ts'

type Made = Input<typeof addPasskey>['response']

/** A passkey belongs to a name: the browser makes none for a bare address such as 127.0.0.1. */
const isBareAddress = (): boolean => /^[\d.]+$|^\[/.test(window.location.hostname)

const makeKey = async (): Promise<Made | null> => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { result } = await call(addPasskeyOptions, {})
  // The contract carries the standard's own JSON without describing it.
  const optionsJSON = result.options as unknown as PublicKeyCredentialCreationOptionsJSON
  try {
    return { ...(await startRegistration({ optionsJSON })) }
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null
    throw error
  }
}

export const Passkeys = ({ list }: { list: Output<typeof mySecurity>['passkeys'] }) => {
  const { t } = useLingui()
  const format = useFormat()
  const drop = useCommand(dropPasskey)
  const [made, setMade] = useState<Made | null>(null)
  const [fault, setFault] = useState<Error | null>(null)
  const add = (): void => {
    setFault(null)
    makeKey().then(setMade, (error: unknown) => setFault(error instanceof Error ? error : new Error(String(error))))
  }
  const elsewhere = `${window.location.protocol}//localhost:${window.location.port}`
  return (
    <Card title={t`Кіру кілттері`}>
      <p className="quiet">
        <Trans>Саусақ ізі, бет немесе қауіпсіздік кілті арқылы құпиясөзсіз кіру.</Trans>
      </p>
      {list.length ? (
        <ul className="files">
          {list.map((key) => {
            const name = key.name
            return (
              <li key={key.id} className="file">
                <b>{name}</b>
                <span className="quiet">
                  {key.usedAt ? (
                    <>
                      <Trans>соңғы рет:</Trans> {format.instantShort(key.usedAt)}
                    </>
                  ) : (
                    <Trans>әлі қолданылмаған</Trans>
                  )}
                </span>
                <button
                  type="button"
                  className="link push"
                  aria-label={t`Кіру кілтін өшіру: ${name}`}
                  onClick={() => drop.mutate({ id: key.id })}
                >
                  <Trans>Өшіру</Trans>
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {isBareAddress() ? (
        <Banner>
          <Trans>Кіру кілті атауы бар мекенжайда ғана жасалады. Бетті мына мекенжайдан ашыңыз:</Trans>{' '}
          <a className="link" href={elsewhere}>
            {elsewhere}
          </a>
        </Banner>
      ) : (
        <button type="button" className="button" onClick={add}>
          <Trans>Кілт қосу</Trans>
        </button>
      )}
      {fault || drop.isError ? <ErrorState error={fault ?? drop.error} /> : null}
      {made ? (
        <ActionForm
          shape={addPasskey}
          fixed={{ response: made }}
          keeps={false}
          fields={[{ kind: 'line', path: 'name', label: t`Кілттің атауы`, hint: t`Мысалы: жұмыс ноутбугі`, max: 60 }]}
          onClose={() => setMade(null)}
        />
      ) : null}
    </Card>
  )
}
