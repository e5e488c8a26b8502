// What the search found in every record that the person may see.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormat } from '../ui/format.ts'
import { EmptyState, Loaded } from '../ui/notes.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/table.tsx'
import { Go, useAddress } from '../ui/route.tsx'
import { useText } from '../ui/text.ts'
import { useCall } from '../ui/use-call.ts'
import { useView } from '../ui/view.ts'
import { findRecords } from '../modules/work/contract.ts'

const Results = ({ words }: { words: string }) => {
  const text = useText()
  const format = useFormat()
  const { view, turnTo } = useView()
  const found = useCall(findRecords, { q: words, page: view.page, size: view.size }, { keep: true })
  return (
    <Loaded of={found}>
      {({ rows, total, capped }) =>
        rows.length === 0 ? (
          <EmptyState title={<Trans>«{words}» бойынша ештеңе табылмады.</Trans>}>
            <Trans>
              Нөмірді бөлгіштерсіз де теруге болады. Аты-жөнін қазақша, орысша немесе латын әрпімен жазып көріңіз.
            </Trans>
          </EmptyState>
        ) : (
          <>
            <ul className="found">
              {rows.map((row) => (
                <li key={`${row.kind} ${row.id}`}>
                  <Go to={row.page ?? '/'}>
                    <b>
                      {row.number ? `${row.number} · ` : ''}
                      {row.title}
                    </b>
                    <small>{text(row.kindTitle)}</small>
                    <span className="quiet">{format.instant(row.at)}</span>
                  </Go>
                </li>
              ))}
            </ul>
            <Pager view={view} total={total} capped={capped} turnTo={turnTo} />
          </>
        )
      }
    </Loaded>
  )
}

export default function Found() {
  const { t } = useLingui()
  const { search, setSearch } = useAddress()
  const words = search.words ?? ''
  const [typed, setTyped] = useState(words)
  return (
    <Page title={words ? t`Іздеу: ${words}` : t`Іздеу`}>
      <section className="card">
        <form
          className="row"
          role="search"
          onSubmit={(event) => {
            event.preventDefault()
            setSearch({ words: typed.trim(), page: undefined })
          }}
        >
          <input
            type="search"
            className="input found-input"
            aria-label={t`Нөмір, ЖСН, аты-жөні немесе мәтіндегі сөз`}
            placeholder={t`Нөмір, ЖСН, аты-жөні немесе мәтіндегі сөз`}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="button first">
            <Trans>Іздеу</Trans>
          </button>
        </form>
        {words ? (
          <Results words={words} />
        ) : (
          <EmptyState title={<Trans>Не іздейтініңізді жазыңыз.</Trans>}>
            <Trans>Іздеу сіз көруге құқылы жазбалардан ғана жүргізіледі.</Trans>
          </EmptyState>
        )}
      </section>
    </Page>
  )
}
