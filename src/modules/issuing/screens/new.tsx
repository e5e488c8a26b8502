// Ask a principal, prepare a question for the head, or, holding the office, issue one unasked.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input } from '../../../ui/call.ts'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { principalPosts, purposes, type Purpose } from '../../authorities/contract.ts'
import { askAuthority, authorityChoices, issueAuthority, prepareAuthority } from '../contract.ts'
import { aboutIn, Explained, purposeIn, Purposes, type Choices } from './about.tsx'
import { useScopeFields } from './fields.ts'

const unverified = {
  kk: 'Мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок не подтверждён юристом; меняется как параметр.',
  en: 'The term has not been confirmed by a lawyer; it is changed as a parameter.',
}

interface FillingProps {
  purpose: Purpose
  about: readonly string[]
  it: Choices
}

const Asking = ({ purpose, about, it }: FillingProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const shape = it.may.ask ? askAuthority : prepareAuthority
  const days = text(it.days)
  const dueOn = format.day(it.dueOn)
  const fields = useScopeFields({
    purpose,
    offices: principalPosts,
    about,
    groundLabel: t`Негізі`,
    groundHint: t`Не болды, неліктен осы құжат қажет`,
  })
  const fixed = { purpose, entryKey, ...(about.length ? { about: [...about] } : {}) }
  return (
    <Form
      shape={shape}
      fields={fields}
      fixed={fixed as Partial<Input<typeof askAuthority>>}
      lead={
        <>
          {it.may.ask ? null : (
            <>
              <Trans>Сұрауды меңгеруші немесе оны алмастыратын адам жібереді.</Trans>{' '}
            </>
          )}
          <Trans>
            Басшының шешім қабылдау мерзімі: {days} (бүгін жіберілсе: {dueOn})
          </Trans>{' '}
          {it.doubtful ? <UnverifiedMark source={unverified} clause="7.2" /> : null}
        </>
      }
      onDone={({ id }) => go(`/authorities/${id}`)}
    />
  )
}

const Issuing = ({ purpose, about, it }: FillingProps) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const [entryKey] = useState(newEntryKey)
  const fields = useScopeFields({
    purpose,
    offices: it.may.issue,
    about,
    groundLabel: t`Не тапсырылады немесе рұқсат етіледі, қандай негізде`,
    groundHint: t`Бұл мәтін құжатта өзгеріссіз қалады.`,
  })
  const fixed = { purpose, entryKey, ...(about.length ? { about: [...about] } : {}) }
  if (!it.may.issue.some((post) => purposes[purpose].issuers.includes(post)))
    return (
      <Banner tone="warn">
        <Trans>Сіздің лауазымыңыздан мұндай құжат берілмейді. Басқа мақсатты таңдаңыз.</Trans>
      </Banner>
    )
  return (
    <Form<typeof issueAuthority>
      shape={issueAuthority}
      fields={fields}
      fixed={fixed as Partial<Input<typeof issueAuthority>>}
      onDone={({ id }) => go(`/authorities/${id}`)}
    />
  )
}

const Ways = ({ it, issues, query }: { it: Choices; issues: boolean; query: string }) => {
  const { t } = useLingui()
  if (!it.may.issue.length || !(it.may.ask || it.may.prepare)) return null
  return (
    <nav className="row" aria-label={t`Қалай`}>
      <Go
        to={`/authorities/new${query}`}
        className={issues ? 'button small' : 'button small first'}
        aria-current={issues ? undefined : 'page'}
      >
        <Trans>Басшылықтан сұрау</Trans>
      </Go>
      <Go
        to={`/authorities/new${query}&act=issue`}
        className={issues ? 'button small first' : 'button small'}
        aria-current={issues ? 'page' : undefined}
      >
        <Trans>Өз бұйрығымды шығару</Trans>
      </Go>
    </nav>
  )
}

export default function NewAuthority() {
  const { t } = useLingui()
  const { search } = useAddress()
  const purpose = purposeIn(search)
  const about = aboutIn(search)
  const choices = useCall(authorityChoices, { purpose, about }, { kinds: ['authority'] })
  const query = `?purpose=${purpose}${about.length ? `&about=${about.join(',')}` : ''}`
  return (
    <Page title={t`Тапсырма не рұқсат`}>
      <Loaded of={choices}>
        {(it) => {
          const asks = it.may.ask || it.may.prepare
          const issues = it.may.issue.length > 0 && (search.act === 'issue' || !asks)
          const filling = { purpose, about, it }
          return (
            <Card>
              <div className="stack">
                <Ways it={it} issues={issues} query={query} />
                <Purposes
                  path="/authorities/new"
                  purpose={purpose}
                  about={about}
                  {...(issues ? { more: '&act=issue' } : {})}
                />
                <Explained purpose={purpose} it={it} />
                {issues ? (
                  <Issuing key={`${purpose} issue`} {...filling} />
                ) : asks ? (
                  <Asking key={purpose} {...filling} />
                ) : (
                  <Banner tone="warn">
                    <Trans>Тапсырманы не рұқсатты меңгеруші немесе оны алмастыратын адам сұрайды.</Trans>
                  </Banner>
                )}
              </div>
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
