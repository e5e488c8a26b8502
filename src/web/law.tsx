// The Regulation: 63 clauses in three languages, and for each what in the system carries it and which tests prove it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { readLaw } from '../modules/settings/contract.ts'
import type { Output } from '../ui/call.ts'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { byClause } from '../ui/clause-order.ts'
import { useClauses } from '../ui/clause.tsx'
import { Bones, EmptyState, State } from '../ui/notes.tsx'
import { Page } from '../ui/page.tsx'
import { useAddress } from '../ui/route.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { useCall } from '../ui/use-call.ts'

type Row = Output<typeof readLaw>['rows'][number]

const others = { kk: ['ru', 'en'], ru: ['kk', 'en'], en: ['kk', 'ru'] } as const

const Coverage = ({ row }: { row: Row | undefined }): ReactNode => {
  if (!row) return null
  const tests = row.tests.length
  if (row.reason)
    return (
      <State tone="plain">
        <Trans>бағдарламадан тыс</Trans>
      </State>
    )
  if (row.carriers.length === 0)
    return (
      <State tone="warn">
        <Trans>әлі орындалмаған</Trans>
      </State>
    )
  return (
    <State tone={tests ? 'ok' : 'warn'}>
      {tests ? (
        <Plural value={tests} one="# сынақпен дәлелденген" other="# сынақпен дәлелденген" />
      ) : (
        <Trans>дәлелденбеген</Trans>
      )}
    </State>
  )
}

interface ClauseCardProps {
  id: string
  words: { kk: string; ru: string; en: string }
  row: Row | undefined
  open: boolean
}

const ClauseCard = ({ id, words, row, open }: ClauseCardProps) => {
  const language = useLanguage()
  const text = useText()
  return (
    <details className="clause" id={`clause-${id}`} open={open}>
      <summary>
        <span className="chip">{id}</span>
        <span>{words[language]}</span>
        <Coverage row={row} />
      </summary>
      <div className="clause-more">
        {others[language].map((each) => (
          <p key={each} lang={each} className="quiet">
            {words[each]}
          </p>
        ))}
        {row?.reason ? <p className="quiet">{text(row.reason)}</p> : null}
        {row?.carriers.length ? (
          <p className="quiet">
            <Trans>Жүйеде орындайтындар:</Trans>{' '}
            {row.carriers.map((carrier) => (
              <span key={`${carrier.kind} ${carrier.name}`} className="carrier" title={carrier.name}>
                {carrier.title ? text(carrier.title) : carrier.name}
              </span>
            ))}
          </p>
        ) : null}
        {row?.tests.length ? (
          <ul className="quiet">
            {row.tests.map((test) => (
              <li key={test} lang="en">
                {test}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  )
}

const Heading = ({ kind }: { kind: string }): ReactNode => {
  if (kind === 'general') return <Trans>1. Жалпы ережелер</Trans>
  if (kind === 'task') return <Trans>2. Міндеттері</Trans>
  if (kind === 'right') return <Trans>2. Құқықтары мен міндеттемелері</Trans>
  if (kind === 'function') return <Trans>2. Функциялары</Trans>
  return <Trans>3. Қызметін ұйымдастыру</Trans>
}

export default function Law() {
  const { t } = useLingui()
  const { search } = useAddress()
  const clauses = useClauses()
  const coverage = useCall(readLaw, {})
  const [typed, setTyped] = useState('')
  const wanted = search.clause
  const rows = coverage.data?.result.rows ?? []
  const needle = typed.trim().toLowerCase()
  const shown = Object.entries(clauses.data ?? {})
    .filter(([id, { kk, ru, en }]) => [id, kk, ru, en].some((text) => text.toLowerCase().includes(needle)))
    .sort(([a], [b]) => byClause(a, b))
  const kinds = [...new Set(shown.map(([, { kind }]) => kind))]
  const { carried = 0, evidenced = 0, outside = 0 } = coverage.data?.result ?? {}

  useEffect(() => {
    if (wanted) document.getElementById(`clause-${wanted}`)?.scrollIntoView({ block: 'center' })
  }, [wanted, clauses.data])

  return (
    <Page
      title={t`Ереже`}
      lead={
        <Trans>
          Сот әкімшілігі басшысының 2023 жылғы 7 қыркүйектегі № 6001-23-7-6/443 өкімімен бекітілген. Қазақша мәтіні —
          түпнұсқа.
        </Trans>
      }
    >
      <section className="card">
        <div className="row">
          <input
            type="search"
            className="input found-input"
            aria-label={t`Тармақтың нөмірі немесе мәтініндегі сөз`}
            placeholder={t`Тармақтың нөмірі немесе мәтініндегі сөз`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {rows.length ? (
            <span className="quiet push">
              <Trans>
                63 тармақ: жүйеде орындалады — {carried}, сынақпен дәлелденген — {evidenced}, бағдарламадан тыс —{' '}
                {outside}
              </Trans>
            </span>
          ) : null}
        </div>
        {clauses.isPending ? <Bones lines={12} /> : null}
        {clauses.data && shown.length === 0 ? <EmptyState title={<Trans>Мұндай тармақ табылмады.</Trans>} /> : null}
        {kinds.map((kind) => (
          <section key={kind} className="law-part">
            <h2>
              <Heading kind={kind} />
            </h2>
            {shown
              .filter(([, clause]) => clause.kind === kind)
              .map(([id, clause]) => (
                <ClauseCard
                  key={id}
                  id={id}
                  words={clause}
                  row={rows.find((row) => row.id === id)}
                  open={id === wanted || (needle !== '' && shown.length < 4)}
                />
              ))}
          </section>
        ))}
      </section>
    </Page>
  )
}
