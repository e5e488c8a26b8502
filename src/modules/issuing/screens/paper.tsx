// A paper that came from a principal: its number, its day, who signed it, its scan. Another employee will confirm it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input } from '../../../ui/call.ts'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { issuerPosts, issuerTitles, type Purpose } from '../../authorities/contract.ts'
import { authorityChoices, registerAuthority } from '../contract.ts'
import { aboutIn, Explained, purposeIn, Purposes, type Choices } from './about.tsx'
import { useScopeFields } from './fields.ts'

export const useSigners = (signers: Choices['signers']) => {
  const text = useText()
  return signers.map(({ id, name, posts }) => ({
    value: id,
    label: text(name),
    hint: posts.map((post) => text(issuerTitles[post])).join(', '),
  }))
}

const Filling = ({ purpose, about, it }: { purpose: Purpose; about: readonly string[]; it: Choices }) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const signers = useSigners(it.signers)
  const scope = useScopeFields({
    purpose,
    offices: issuerPosts,
    about,
    groundLabel: t`Құжаттың мазмұны`,
    groundHint: t`Қағазда не жазылған, сөзбе-сөз`,
  })
  const fields: FieldOf<typeof registerAuthority>[] = [
    ...scope.filter(({ path }) => path === 'about' || path === 'issuer' || path === 'kind'),
    {
      kind: 'choice',
      as: 'search',
      path: 'signer',
      label: t`Кім қол қойды`,
      hint: t`Құжаттың күні осы лауазымды атқарған немесе оның міндетін атқарған адам`,
      options: signers,
    },
    { kind: 'line', path: 'number', label: t`Құжаттың нөмірі`, max: 60 },
    { kind: 'day', path: 'issuedOn', label: t`Құжаттың күні` },
    ...scope.filter(({ path }) => path === 'ground' || path === 'scope'),
    { kind: 'day', path: 'from', label: t`Бірінші күні, құжат күнінен өзге болса`, optional: true },
    ...scope.filter(({ path }) => path === 'until'),
    {
      kind: 'files',
      path: 'files',
      label: t`Скан`,
      hint: t`Барлық беті, қолы мен мөрі көрінетіндей`,
      accept: '.pdf,.jpg,.jpeg,.png,.tif,.tiff',
      most: 10,
    },
  ]
  const fixed = { purpose, entryKey, ...(about.length ? { about: [...about] } : {}) }
  return (
    <Form
      shape={registerAuthority}
      fields={fields}
      fixed={fixed as Partial<Input<typeof registerAuthority>>}
      lead={<Trans>Құжат басқа қызметкер оны сканмен салыстырып растағаннан кейін ғана күшіне енеді.</Trans>}
      onDone={({ id }) => go(`/authorities/${id}`)}
    />
  )
}

export default function Paper() {
  const { t } = useLingui()
  const { search } = useAddress()
  const purpose = purposeIn(search)
  const about = aboutIn(search)
  const choices = useCall(authorityChoices, { purpose, about }, { kinds: ['authority'] })
  return (
    <Page title={t`Қағаз тапсырманы не рұқсатты тіркеу`}>
      <Loaded of={choices}>
        {(it) => (
          <Card>
            <div className="stack">
              <Purposes path="/authorities/paper" purpose={purpose} about={about} />
              <Explained purpose={purpose} it={it} />
              <Filling key={purpose} purpose={purpose} about={about} it={it} />
            </div>
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
