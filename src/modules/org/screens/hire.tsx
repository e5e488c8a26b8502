// Adding an employee: the record first, the appointment on the person's own page afterwards.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Form } from '../../../ui/form.tsx'
import { today } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import type { Text } from '../../../ui/text.ts'
import { hireEmployee } from '../contract.ts'
import { useCardFields } from './card-fields.ts'

export default function Hire() {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const fields = useCardFields()
  const [doubts, setDoubts] = useState<{ id: string; warnings: readonly Text[] } | null>(null)
  if (doubts)
    return (
      <Page title={t`Қызметкер енгізілді`}>
        <Banner tone="warn" title={t`Мәліметті құжаттан тексеріңіз.`} loud>
          {doubts.warnings.map((warning) => text(warning)).join(' ')}
        </Banner>
        <Go to={`/people/${doubts.id}`} className="button first">
          <Trans>Қызметкердің бетіне өту</Trans>
        </Go>
      </Page>
    )
  return (
    <Page
      title={t`Қызметкер енгізу`}
      lead={<Trans>Лауазымға тағайындау мен өкілеттіктер келесі қадамда, қызметкердің өз бетінде беріледі.</Trans>}
    >
      <Card>
        <Form
          shape={hireEmployee}
          fields={[...fields, { kind: 'day', path: 'joinedOn', label: t`Қызметке кірген күні`, start: today() }]}
          button={t`Енгізу`}
          onDone={({ id, warnings }) => (warnings.length ? setDoubts({ id, warnings }) : go(`/people/${id}`))}
          onCancel={() => go('/people')}
        />
      </Card>
    </Page>
  )
}
