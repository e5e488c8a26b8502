// A new case: who, in which post, under which article, by which paper. The register of persons fills what it knows.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import { today } from '../../../ui/format.ts'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import type { Output } from '../../../ui/call.ts'
import { caseChoices, registerCase } from '../contract.ts'
import { articlesOf, useFactFields, useSourceFields } from './fields.tsx'

const Filling = ({ choices }: { choices: Output<typeof caseChoices> }) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const facts = useFactFields(choices)
  const source = useSourceFields()
  return (
    <Form
      shape={registerCase}
      fields={[
        ...facts,
        { kind: 'day', path: 'registeredOn', label: t`СДТБТ-да тіркелген күні`, notAfter: today() },
        ...source,
        { kind: 'prose', path: 'word', label: t`Ескертпе`, optional: true, rows: 3 },
      ]}
      fixed={{ entryKey }}
      toInput={(values) =>
        ({ ...values, entryKey, articles: articlesOf(values.articles) }) as Input<typeof registerCase>
      }
      onDone={({ id }) => go(`/criminal-cases/${id}`)}
    />
  )
}

export default function NewCase() {
  const { t } = useLingui()
  const choices = useCall(caseChoices, {})
  return (
    <Page
      title={t`Қылмыстық істі тіркеу`}
      lead={
        <>
          <Trans>Бір жазба – бір адамға қатысты бір іс. Лауазымы сол кездегідей сақталады.</Trans>{' '}
          <ClauseChip id="6.16" />
        </>
      }
    >
      <Loaded of={choices}>
        {(it) => (
          <>
            {it.own ? <Banner title={t`Сіз тек өз өңіріңіздің істерін енгізесіз.`} /> : null}
            <Card>
              <Filling choices={it} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}
