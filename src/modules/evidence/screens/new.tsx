// Evidence is received: what it is, from whom and under what ground, where it is put and how it is sealed, its files.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { evidenceChoices, evidenceKinds, grounds, receiveEvidence } from '../contract.ts'
import { groundTitles, kindTitles } from '../words.ts'

type Choices = Output<typeof evidenceChoices>

const useFields = (choices: Choices): FieldOf<typeof receiveEvidence>[] => {
  const { t } = useLingui()
  const text = useText()
  const requests = choices.requests.map(({ id, name }) => ({ value: id, label: text(name) }))
  return [
    {
      kind: 'choice',
      as: 'radio',
      path: 'kind',
      label: t`Түрі`,
      start: 'document',
      options: optionsOf(evidenceKinds, kindTitles, text),
    },
    { kind: 'line', path: 'what', label: t`Атауы`, hint: t`Хаттамадағыдай: журнал, диск, жазба, хат`, max: 500 },
    {
      kind: 'line',
      path: 'marks',
      label: t`Ерекше белгілері`,
      hint: t`Парақ саны, өлшемі, түсі, сериялық нөмірі`,
      optional: true,
      max: 500,
    },
    { kind: 'line', path: 'fromWhom', label: t`Кімнен алынды`, max: 300 },
    { kind: 'day', path: 'receivedOn', label: t`Алынған күні` },
    {
      kind: 'choice',
      as: 'radio',
      path: 'ground',
      label: t`Қандай негізде`,
      start: 'inspection',
      options: optionsOf(grounds, groundTitles, text),
    },
    {
      kind: 'choice',
      as: 'search',
      path: 'request',
      label: t`Сұрау салу немесе талап`,
      options: requests,
      ...(requests.length ? {} : { hint: <Trans>Бұл тексеру бойынша сұрау салу әлі жоқ.</Trans> }),
      when: ({ ground }) => ground === 'request',
    },
    {
      kind: 'line',
      path: 'paper',
      label: t`Акт не хаттама`,
      hint: t`Атауы, нөмірі және күні`,
      max: 300,
      when: ({ ground }) => ground !== 'request',
    },
    { kind: 'line', path: 'keptAt', label: t`Сақталатын орны`, hint: t`Мысалы: 2-сейф, 4-сөре`, max: 200 },
    { kind: 'line', path: 'seal', label: t`Мөрінің нөмірі`, max: 100 },
    {
      kind: 'files',
      path: 'files',
      label: t`Файлдар`,
      hint: t`Түпнұсқа мөрленеді, күнделікті жұмысқа көшірмесі жасалады. Жазба мен электрондық көшірмеге файл міндетті.`,
      optional: true,
      most: 20,
    },
  ]
}

const Filling = ({ choices }: { choices: Choices }) => {
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const fixed = { id: choices.investigation.id, entryKey }
  return (
    <Form
      shape={receiveEvidence}
      fields={useFields(choices)}
      fixed={fixed}
      toInput={(values) => ({ ...values, ...fixed }) as Input<typeof receiveEvidence>}
      onDone={({ id }) => go(`/evidence/${id}`)}
    />
  )
}

export default function NewEvidence() {
  const { t } = useLingui()
  const { search } = useAddress()
  const choices = useCall(evidenceChoices, { id: search.about ?? '' })
  return (
    <Page title={t`Дәлелдемені қабылдау`}>
      <Loaded of={choices}>
        {(it) => {
          const { id, number } = it.investigation
          return (
            <Card>
              <div className="stack">
                <Banner>
                  <Go to={`/investigations/${id}`}>
                    <Trans>Қызметтік тексеру: {number}</Trans>
                  </Go>{' '}
                  <ClauseChip id="6.21" />
                </Banner>
                <Filling choices={it} />
              </div>
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
