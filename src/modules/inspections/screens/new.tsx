// A new inspection: which department, which questions, which period, which days. It opens later, on an authority alone.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { Loaded, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { inspectionChoices, prepareInspection } from '../contract.ts'
import { linesOf, useProgramme } from './fields.ts'
import { unverified } from './unverified.ts'

const Filling = ({ it }: { it: Output<typeof inspectionChoices> }) => {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const { days } = it
  const programme = useProgramme(it.bodies) as FieldOf<typeof prepareInspection>[]
  const unit: FieldOf<typeof prepareInspection> = {
    kind: 'choice',
    as: 'search',
    path: 'unit',
    label: t`Қай бөлімше жүргізеді`,
    hint: t`Бос қалса, бөлімнің өзі`,
    options: it.units.map(({ id, name }) => ({ value: id, label: text(name) })),
    optional: true,
  }
  return (
    <Form
      shape={prepareInspection}
      fields={[...programme, unit]}
      toInput={(values) =>
        ({ ...values, entryKey, questions: linesOf(values['questions']) }) as unknown as Input<typeof prepareInspection>
      }
      lead={
        <>
          <Trans>Тексерудің ең ұзақ мерзімі, жұмыс күні: {days}</Trans>{' '}
          {it.doubtful ? <UnverifiedMark source={unverified} clause="5.10" /> : null}
        </>
      }
      onDone={({ id }) => go(`/inspections/${id}`)}
    />
  )
}

export default function NewInspection() {
  const { t } = useLingui()
  const choices = useCall(inspectionChoices, {})
  return (
    <Page
      title={t`Тексеруді дайындау`}
      lead={
        <>
          <Trans>
            Сот әкімшілігінің аумақтық бөлімшесі күшіндегі бұйрықпен не басшылықтың тапсырмасымен ғана тексеріледі.
          </Trans>{' '}
          <ClauseChip id="5.10" />
        </>
      }
    >
      <Loaded of={choices}>
        {(it) => (
          <Card>
            <Filling it={it} />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
