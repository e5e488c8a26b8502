// The appeals behind one figure: as many as it says, each with the state that it had on the day asked about.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Input } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go, useAddress, writeSearch } from '../../../ui/route.tsx'
import { Pager } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { kindTitles, stateTitles } from '../../submissions/contract.ts'
import { dimensionTitles, listCases, measures, measureTitles, readForm } from '../contract.ts'
import { useAsked } from './asked.ts'

const size = 25

const Rows = ({ rows }: { rows: Exclude<ReturnType<typeof useCases>['data'], undefined>['result']['rows'] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">{t`Санның ар жағындағы өтініштер`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Нөмірі`}</th>
            <th scope="col">{t`Мазмұны`}</th>
            <th scope="col">{t`Бөлімше`}</th>
            <th scope="col">{t`Күйі`}</th>
            <th scope="col">{t`Түскен күні`}</th>
            <th scope="col">{t`Мерзімі`}</th>
            <th scope="col">{t`Аяқталған күні`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id ?? at}>
              <td className="number">
                {row.id ? (
                  <Go to={`/appeals/${row.id}`}>{row.number}</Go>
                ) : (
                  <span className="quiet">{t`басқа бөлімшеге берілген`}</span>
                )}
              </td>
              <td>{row.subject ?? text(kindTitles[row.kind])}</td>
              <td>{text(row.unit)}</td>
              <td>
                <State>{text(stateTitles[row.state])}</State>
              </td>
              <td className="number">{format.dayShort(row.receivedOn)}</td>
              <td className="number">{format.dayShort(row.dueOn)}</td>
              <td className="number">{row.doneOn ? format.dayShort(row.doneOn) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const useCases = () => {
  const { asked } = useAsked()
  const { search } = useAddress()
  const page = Math.max(1, Math.floor(Number(search.page)) || 1)
  const { measure = 'inHand', dimension, value } = search
  const cell = { measure, ...(dimension ? { dimension, value } : {}) }
  return useCall(listCases, { ...asked, ...cell, page, size } as Input<typeof listCases>, { keep: true })
}

export default function Cases() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { search, setSearch } = useAddress()
  const { asked } = useAsked()
  const found = useCases()
  const form = useCall(readForm, asked)
  const measure = measures.find((it) => it === search.measure) ?? 'inHand'
  const cut = form.data?.result.cuts.find(({ dimension }) => dimension === search.dimension)
  const value = cut?.rows.find((row) => row.value === search.value)?.title
  const { measure: _measure, dimension: _dimension, value: _value, page: _page, ...back } = search
  const from = format.day(asked.from)
  const until = format.day(asked.until)
  return (
    <Page
      title={text(measureTitles[measure])}
      lead={
        <>
          {cut && value ? (
            <>
              {text(dimensionTitles[cut.dimension])}: <b>{text(value)}</b>.{' '}
            </>
          ) : null}
          <Trans>
            Кезең: {from} – {until}
          </Trans>{' '}
          <Go to={`/statistics${writeSearch(back)}`}>{t`Нысанға оралу`}</Go>
        </>
      }
    >
      <section className="card table-card">
        <Loaded of={found}>
          {({ rows, total, capped }) =>
            rows.length ? (
              <>
                <Rows rows={rows} />
                <Pager
                  view={{ filters: {}, sort: '', page: Math.max(1, Number(search.page) || 1), size }}
                  total={total}
                  capped={capped}
                  turnTo={(page) => setSearch({ page: page > 1 ? String(page) : undefined })}
                />
              </>
            ) : (
              <EmptyState title={<Trans>Бұл санда бірде-бір өтініш жоқ.</Trans>} />
            )
          }
        </Loaded>
      </section>
    </Page>
  )
}
