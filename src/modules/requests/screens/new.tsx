// A new request: what kind of paper first, since the Regulation says to whom each may go; then to whom, about what, on what ground.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { Output } from '../../../ui/call.ts'
import { prepareRequest, requestChoices, requestKinds, type RequestKind } from '../contract.ts'
import { kindClauses, kindTitles } from '../words.ts'

type Choices = Output<typeof requestChoices>

const unverified = {
  kk: 'Мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок не подтверждён юристом; меняется как параметр.',
  en: 'The term has not been confirmed by a lawyer; it is changed as a parameter.',
}

const useFields = (kind: RequestKind, choices: Choices): FieldOf<typeof prepareRequest>[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const isProposal = kind === 'proposal'
  const term = choices.terms.find((it) => it.kind === kind)
  const days = term ? text(term.days) : ''
  const usual = term ? format.day(term.until) : ''
  const addressees = choices.addressees
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ value, name, group }) => ({ value, label: text(name), ...(group ? { hint: text(group) } : {}) }))
  const asked: Record<RequestKind, string> = {
    request: t`Не сұратылады`,
    'agency-request': t`Не сұратылады`,
    demand: t`Не талап етіледі`,
    proposal: t`Ұсынылатын шаралар`,
  }
  const fields: (FieldOf<typeof prepareRequest> | null)[] = [
    {
      kind: 'choice',
      as: isProposal ? 'radio' : 'search',
      path: 'addressee',
      label: t`Кімге`,
      options: addressees,
      optional: kind === 'agency-request',
    },
    kind === 'agency-request'
      ? {
          kind: 'line',
          path: 'addresseeName',
          label: t`Тізімде жоқ адресат`,
          hint: t`Заңды немесе жеке тұлға, халықаралық ұйым`,
          optional: true,
          max: 300,
          when: ({ addressee }) => !addressee,
        }
      : null,
    isProposal
      ? null
      : {
          kind: 'line',
          path: 'personPost',
          label: t`Лауазымы`,
          hint: t`Мысалы: сот төрағасы`,
          optional: true,
          max: 200,
        },
    isProposal ? null : { kind: 'line', path: 'address', label: t`Мекенжайы`, optional: true, max: 500 },
    {
      kind: 'choice',
      path: 'language',
      label: t`Құжаттың тілі`,
      start: 'kk',
      options: [
        { value: 'kk', label: t`Қазақ тілі` },
        { value: 'ru', label: t`Орыс тілі` },
        { value: 'en', label: t`Ағылшын тілі` },
      ],
    },
    { kind: 'line', path: 'subject', label: t`Тақырыбы`, max: 300 },
    {
      kind: 'prose',
      path: 'ground',
      label: isProposal ? t`Қалыптасқан жағдай` : t`Құқықтық негіз`,
      hint: isProposal ? t`Нақты деректер мен олардан туындайтын мәселе` : t`Заңның атауы мен бабын көрсетіңіз`,
      rows: 4,
    },
    {
      kind: 'prose',
      path: 'asked',
      label: asked[kind],
      hint: isProposal
        ? t`Әр шара, оны орындаушы және мерзімі`
        : t`Әрқайсысын жаңа жолдан, қай кезең үшін екенін көрсетіп жазыңыз`,
      rows: 6,
    },
    isProposal ? { kind: 'prose', path: 'effect', label: t`Күтілетін нәтиже`, optional: true, rows: 3 } : null,
    {
      kind: 'day',
      path: 'until',
      label: isProposal ? t`Қарау мерзімі` : t`Жауап беру мерзімі`,
      optional: true,
      hint: (
        <>
          <Trans>
            Бос қалса, әдеттегі мерзім алынады: {days} (бүгін жіберілсе: {usual})
          </Trans>{' '}
          {term?.doubtful ? <UnverifiedMark source={unverified} clause={kindClauses[kind]} /> : null}
        </>
      ),
    },
  ]
  return fields.filter((field) => field !== null)
}

const Filling = ({ kind, choices, about }: { kind: RequestKind; choices: Choices; about: string | undefined }) => {
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const fields = useFields(kind, choices)
  return (
    <Form
      shape={prepareRequest}
      fields={fields}
      fixed={{ kind, entryKey, ...(about ? { about } : {}) } as Partial<Input<typeof prepareRequest>>}
      toInput={(values) => ({ ...values, kind, entryKey, ...(about ? { about } : {}) }) as Input<typeof prepareRequest>}
      onDone={({ document }) => go(`/documents/${document}`)}
    />
  )
}

export default function NewRequest() {
  const { t } = useLingui()
  const text = useText()
  const { search } = useAddress()
  const kind = requestKinds.find((it) => it === search.kind) ?? 'request'
  const { about } = search
  const choices = useCall(requestChoices, about ? { about } : {})
  const explained: Record<RequestKind, string> = {
    request: t`Сот әкімшілігінің бөлімшелері мен жергілікті соттардан құжаттар мен мәліметтер сұратылады. Олар ұсынуға міндетті.`,
    'agency-request': t`Мемлекеттік органмен, заңды немесе жеке тұлғамен өзара іс-қимыл шеңберінде мәлімет сұратылады.`,
    demand: t`Сот әкімшілігі мен оның аумақтық бөлімшелерінің қызметкерлері бөлімнің заңды талабын орындауға міндетті.`,
    proposal: t`Жоғарғы Соттың Төрағасына немесе Сот әкімшілігінің басшысына бөлім қызметін жетілдіру туралы ұсыныс енгізіледі.`,
  }
  return (
    <Page
      title={t`Сұрау салуды дайындау`}
      lead={<Trans>Алдымен құжаттың жобасы ашылады. Оған меңгеруші немесе оны алмастыратын адам қол қояды.</Trans>}
    >
      <Loaded of={choices}>
        {(it) => {
          const caption = it.about?.caption ?? ''
          const aboutKind = it.about ? text(it.about.kindTitle) : ''
          return (
            <Card>
              <div className="stack">
                <nav className="row" aria-label={t`Құжаттың түрі`}>
                  {requestKinds.map((each) => (
                    <Go
                      key={each}
                      to={`/requests/new?kind=${each}${about ? `&about=${about}` : ''}`}
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
