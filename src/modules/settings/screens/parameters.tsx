// Terms and thresholds: what is in force today, on what it rests, and which of it nobody has confirmed.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, Loaded } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { changeParameter, confirmParameter, listParameters } from '../contract.ts'
import type { ParameterRow } from '../contract.ts'
import { allows } from './allows.ts'
import { ChangeForm, ConfirmForm } from './parameter-forms.tsx'
import { Confidence, History, Mark } from './parameter-history.tsx'
import './settings.css'

const isDoubtful = ({ current }: ParameterRow): boolean => current?.confidence === 'unverified'

interface TableProps {
  rows: readonly ParameterRow[]
  open: (name: string) => void
}

const Table = ({ rows, open }: TableProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">
          <Trans>Мерзімдер мен шектер</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: '32%' }}>{t`Атауы`}</th>
            <th scope="col" style={{ width: '26%' }}>{t`Мәні`}</th>
            <th scope="col">{t`Күшінде`}</th>
            <th scope="col">{t`Сенімділігі`}</th>
            <th scope="col">{t`Негізі`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [next] = row.coming
            const coming = next ? text(next.says) : ''
            const from = next ? format.dayShort(next.from) : ''
            return (
              <tr key={row.name}>
                <td>
                  <button type="button" className="link" onClick={() => open(row.name)}>
                    {text(row.title)}
                  </button>
                </td>
                <td>
                  <span className={row.many ? 'parameter-list' : ''}>{row.current ? text(row.current.says) : '—'}</span>{' '}
                  <Mark row={row} word={row.current} />
                  {next ? (
                    <div className="quiet">
                      <Trans>
                        Жаңа мәні: {coming}, күшіне енеді: {from}
                      </Trans>
                    </div>
                  ) : null}
                </td>
                <td className="number">{row.current ? format.dayShort(row.current.from) : '—'}</td>
                <td>{row.current ? <Confidence word={row.current} /> : '—'}</td>
                <td>
                  <ClauseChip id={row.clause} /> <span className="quiet">{row.act ? text(row.act) : null}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface ListProps {
  rows: readonly ParameterRow[]
  unverified: number
  mayChange: boolean
  mayConfirm: boolean
}

const List = ({ rows, unverified, mayChange, mayConfirm }: ListProps) => {
  const { t } = useLingui()
  const text = useText()
  const [typed, setTyped] = useState('')
  const [doubtful, setDoubtful] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [form, setForm] = useState<'change' | 'confirm' | null>(null)
  const needle = typed.trim().toLowerCase()
  const shown = rows.filter(
    (row) =>
      (!doubtful || isDoubtful(row)) &&
      [text(row.title), row.name, row.clause].some((it) => it.toLowerCase().includes(needle)),
  )
  const row = rows.find(({ name }) => name === opened)
  return (
    <>
      {unverified ? (
        <Banner tone="warn">
          <Plural value={unverified} one="# мән әлі расталмаған." other="# мән әлі расталмаған." />{' '}
          <Trans>Оларға сүйенген нәтиже ◆ белгісімен көрсетіледі.</Trans>
        </Banner>
      ) : null}
      <section className="card table-card" aria-label={t`Мерзімдер мен шектер`}>
        <div className="table-bar">
          <div className="filters">
            <input
              type="search"
              className="input"
              aria-label={t`Атауы немесе тармағы`}
              placeholder={t`Атауы немесе тармағы`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <button
              type="button"
              className="button small"
              aria-pressed={doubtful}
              onClick={() => setDoubtful(!doubtful)}
            >
              <Trans>Тек расталмағандары</Trans>
            </button>
          </div>
        </div>
        {shown.length ? (
          <Table rows={shown} open={setOpened} />
        ) : (
          <EmptyState title={<Trans>Сүзгіге сай мән жоқ.</Trans>}>
            <Trans>Іздеу сөзін өзгертіңіз немесе сүзгіні алып тастаңыз.</Trans>
          </EmptyState>
        )}
      </section>
      {row && !form ? (
        <History row={row} onClose={() => setOpened(null)}>
          <div className="row">
            {mayChange ? (
              <button type="button" className="button first" onClick={() => setForm('change')}>
                <Trans>Мәнін өзгерту</Trans>
              </button>
            ) : null}
            {mayConfirm && row.current && row.current.confidence !== 'verified' ? (
              <button type="button" className="button" onClick={() => setForm('confirm')}>
                <Trans>Мәнін растау</Trans>
              </button>
            ) : null}
          </div>
        </History>
      ) : null}
      {row && form === 'change' ? <ChangeForm row={row} onClose={() => setForm(null)} /> : null}
      {row && form === 'confirm' ? <ConfirmForm row={row} onClose={() => setForm(null)} /> : null}
    </>
  )
}

export default function Parameters() {
  const { t } = useLingui()
  const parameters = useCall(listParameters, {})
  return (
    <Page
      title={t`Мерзімдер мен шектер`}
      lead={<Trans>Заңның мерзімдері мен жүйенің шектері: мәні, күшіне енген күні және негізі.</Trans>}
    >
      <Loaded of={parameters} lines={12}>
        {({ rows, unverified }, may) => (
          <List
            rows={rows}
            unverified={unverified}
            mayChange={allows(may, changeParameter)}
            mayConfirm={allows(may, confirmParameter)}
          />
        )}
      </Loaded>
    </Page>
  )
}
