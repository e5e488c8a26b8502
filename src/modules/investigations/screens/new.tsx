// A new investigation: who, what and when. It opens later, on an assignment alone.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  investigationChoices,
  investigationKinds,
  offences,
  prepareInvestigation,
  type InvestigationKind,
} from '../contract.ts'
import { kindClauses, kindTitles, offenceTitles } from '../words.ts'
import { usePersons } from './finding.ts'

type Choices = Output<typeof investigationChoices>

const useFields = (kind: InvestigationKind, choices: Choices): FieldOf<typeof prepareInvestigation>[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const find = usePersons()
  const verdicts = choices.verdicts.map(({ case: value, name, superior, forceOn }) => {
    const convicted = text(name)
    const on = format.day(forceOn)
    const above = superior ? text(superior.name) : t`тікелей басшысы табылмады`
    return { value, label: t`${convicted}, үкім күшіне енген күн: ${on}`, hint: above }
  })
  const fields: (FieldOf<typeof prepareInvestigation> | null)[] = [
    kind === 'superior'
      ? {
          kind: 'choice',
          as: 'search',
          path: 'verdict',
          label: t`Бағыныстыға қатысты үкім`,
          hint: t`Үкім күшіне енгенде жүйе оны тізілімнен өзі алады`,
          options: verdicts,
          optional: true,
        }
      : null,
    {
      kind: 'find',
      several: true,
      path: 'persons',
      label: t`Тексерілетін адам`,
      hint: t`Аты-жөнін немесе ЖСН-ін теріп, тізілімнен таңдаңыз`,
      find,
    },
    {
      kind: 'prose',
      path: 'allegations',
      label: t`Не туралы`,
      hint: t`Қысқаша: не болды, қайда, кім хабарлады`,
      rows: 5,
    },
    {
      kind: 'choice',
      as: 'radio',
      path: 'offence',
      label: t`Құқық бұзушылықтың түрі`,
      options: optionsOf(offences, offenceTitles, text),
      ...(kind === 'superior' ? { start: 'corruption' } : {}),
    },
    { kind: 'day', path: 'committedOn', label: t`Жасалған күні` },
    { kind: 'day', path: 'discoveredOn', label: t`Анықталған күні` },
    {
      kind: 'choice',
      as: 'search',
      path: 'place',
      label: t`Сот немесе бөлімше`,
      options: choices.places.map(({ value, name, group }) => ({
        value,
        label: text(name),
        ...(group ? { hint: text(group) } : {}),
      })),
      optional: true,
    },
    {
      kind: 'choice',
      as: 'search',
      path: 'unit',
      label: t`Қай бөлімше жүргізеді`,
      hint: t`Бос қалса, бөлімнің өзі`,
      options: choices.units.map(({ id, name }) => ({ value: id, label: text(name) })),
      optional: true,
    },
    {
      kind: 'choice',
      as: 'radio',
      path: 'language',
      label: t`Іс жүргізу тілі`,
      start: 'kk',
      options: [
        { value: 'kk', label: t`Қазақ тілі` },
        { value: 'ru', label: t`Орыс тілі` },
      ],
    },
  ]
  return fields.filter((field) => field !== null)
}

const Filling = ({
  kind,
  choices,
  about,
}: {
  kind: InvestigationKind
  choices: Choices
  about: string | undefined
}) => {
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const fields = useFields(kind, choices)
  const fixed = { kind, entryKey, ...(about ? { about } : {}) }
  return (
    <Form
      shape={prepareInvestigation}
      fields={fields}
      fixed={fixed as Partial<Input<typeof prepareInvestigation>>}
      onDone={({ id }) => go(`/investigations/${id}`)}
    />
  )
}

export default function NewInvestigation() {
  const { t } = useLingui()
  const text = useText()
  const { search } = useAddress()
  const kind = investigationKinds.find((it) => it === search.kind) ?? 'service'
  const { about } = search
  const choices = useCall(investigationChoices, about ? { about } : {})
  const explained: Record<InvestigationKind, string> = {
    service: t`Судьяға не сот жүйесінің қызметкеріне қатысты сыбайлас жемқорлық фактісі немесе өзге құқық бұзушылық тексеріледі.`,
    superior: t`Сот әкімшілігінің не оның аумақтық бөлімшесінің лауазымды адамы тікелей бағынысты сотталған қызметшісі үшін тексеріледі.`,
  }
  return (
    <Page
      title={t`Қызметтік тексеруді дайындау`}
      lead={
        <Trans>
          Дайындалған тексеру Жоғарғы Сот Төрағасының не Сот әкімшілігі басшысының тапсырмасымен ғана басталады.
        </Trans>
      }
    >
      <Loaded of={choices}>
        {(it) => {
          const caption = it.about?.caption ?? ''
          const aboutKind = it.about ? text(it.about.kindTitle) : ''
          return (
            <Card>
              <div className="stack">
                <nav className="row" aria-label={t`Тексерудің түрі`}>
                  {investigationKinds.map((each) => (
                    <Go
                      key={each}
                      to={`/investigations/new?kind=${each}${about ? `&about=${about}` : ''}`}
                      className={each === kind ? 'button first' : 'button'}
                      aria-current={each === kind ? 'page' : undefined}
                    >
                      {text(kindTitles[each])}
                    </Go>
                  ))}
                </nav>
                <p>
                  {explained[kind]} <ClauseChip id={kindClauses[kind]} />
                </p>
                {it.about ? <Banner title={t`Мына жазба бойынша: ${aboutKind}, ${caption}`} /> : null}
                <Filling key={kind} kind={kind} choices={it} about={about} />
              </div>
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
