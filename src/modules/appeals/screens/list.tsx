// The list of appeals: by the clock, by state, by region; the filters stand in the address and may be given a name.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Input } from '../../../ui/call.ts'
import { TermBar } from '../../../ui/clock.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import type { SavedView } from '../../../ui/view.ts'
import {
  appealChoices,
  appealKinds,
  appealResults,
  appealStates,
  channels,
  channelTitles,
  exportAppeals,
  kindTitles,
  listAppeals,
  resultTitles,
  stageTitles,
  stateTitles,
  workStages,
} from '../contract.ts'
import { dropView, listViews, saveView } from '../../work/contract.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { stateTones } from './states.ts'

/** Views that follow the person, kept by the server. */
const list = listAppeals.name

const useKeptViews = () => {
  const views = useCall(listViews, { list }).data?.result.rows ?? []
  const save = useCommand(saveView)
  const drop = useCommand(dropView)
  return {
    views,
    save: (view: SavedView) => save.mutate({ list, ...view }),
    forget: (title: string) => {
      const view = views.find((each) => each.title === title)
      if (view) drop.mutate({ view: view.id })
    },
  }
}

const useFilters = () => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(appealChoices, {}).data?.result
  const named = (rows: readonly { id: string; name: Parameters<typeof text>[0] }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: text(name) }))
  const places = named(choices?.units)
  const people = named(choices?.assignees)
  return [
    { kind: 'words' as const, path: 'words', title: t`Нөмірі, ЖСН, мазмұны` },
    {
      kind: 'choice' as const,
      path: 'due',
      title: t`Мерзімі`,
      options: [
        { value: 'overdue', label: t`Мерзімі өткен` },
        { value: 'today', label: t`Мерзімі бүгін` },
        { value: 'soon', label: t`Үш күн ішінде` },
        { value: 'open', label: t`Жауап берілмеген` },
      ],
    },
    { kind: 'choice' as const, path: 'state', title: t`Күйі`, options: optionsOf(appealStates, stateTitles, text) },
    { kind: 'check' as const, path: 'mine', title: t`Менікі ғана` },
    ...(places.length > 1 ? [{ kind: 'choice' as const, path: 'unit', title: t`Бөлімше`, options: places }] : []),
    {
      kind: 'choice' as const,
      path: 'stage',
      title: t`Жұмыс кезеңі`,
      options: optionsOf(workStages, stageTitles, text),
    },
    { kind: 'choice' as const, path: 'kind', title: t`Түрі`, options: optionsOf(appealKinds, kindTitles, text) },
    ...(people.length > 1 ? [{ kind: 'choice' as const, path: 'assignee', title: t`Орындаушы`, options: people }] : []),
    { kind: 'choice' as const, path: 'channel', title: t`Арнасы`, options: optionsOf(channels, channelTitles, text) },
    {
      kind: 'choice' as const,
      path: 'question',
      title: t`Мәселесі`,
      options: (choices?.questions ?? []).map(({ code, title }) => ({ value: code, label: text(title) })),
    },
    {
      kind: 'choice' as const,
      path: 'result',
      title: t`Нәтижесі`,
      options: optionsOf(appealResults, resultTitles, text),
    },
    { kind: 'days' as const, path: 'receivedOn', title: t`Түскен күні` },
  ]
}

export default function Appeals() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const registers = usePower('appeals.register')
  const filters = useFilters()
  const saved = useKeptViews()
  return (
    <Page
      title={t`Өтініштер`}
      actions={
        registers ? (
          <Go to="/appeals/new" className="button first">
            <Trans>Өтінішті енгізу</Trans>
          </Go>
        ) : null
      }
    >
      <DataTable
        shape={listAppeals}
        rowKey={(row) => row.id}
        rowTo={(row) => `/appeals/${row.id}`}
        sort="-receivedOn"
        filters={filters}
        saved={saved}
        exports={exportAppeals}
        toInput={({ filters: { state, mine, ...rest }, sort, page, size }) => {
          const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))
          const more = { ...(state ? { state: [state] } : {}), ...(mine ? { mine: true } : {}) }
          return { ...kept, ...more, sort, page, size } as Input<typeof listAppeals>
        }}
        columns={[
          {
            key: 'number',
            title: t`Нөмірі`,
            number: true,
            width: '150px',
            draw: (row) => row.number ?? <span className="quiet">{row.slipNumber}</span>,
          },
          {
            key: 'subject',
            title: t`Мазмұны`,
            width: '28%',
            draw: (row) => {
              const court = row.court ? text(row.court) : ''
              const place = row.repeatPlace
              return (
                <>
                  {row.subject ?? text(kindTitles[row.kind])}
                  {place ? (
                    <>
                      {' '}
                      <State tone="mark">{t`Қайталама, реті: ${place}`}</State>
                    </>
                  ) : null}
                  {court ? <div className="quiet">{court}</div> : null}
                </>
              )
            },
          },
          { key: 'unit', title: t`Бөлімше`, width: '15%', draw: (row) => text(row.unit) },
          {
            key: 'assignee',
            title: t`Орындаушы`,
            width: '13%',
            draw: (row) => (row.assignee ? text(row.assignee) : <span className="quiet">{t`тағайындалмаған`}</span>),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '150px',
            draw: (row) => (
              <>
                <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>
                {row.stage ? <div className="quiet">{text(stageTitles[row.stage])}</div> : null}
                {row.result ? <div className="quiet">{text(resultTitles[row.result])}</div> : null}
              </>
            ),
          },
          {
            key: 'receivedOn',
            title: t`Түскен күні`,
            number: true,
            sorts: true,
            width: '110px',
            draw: (row) => format.dayShort(row.receivedOn),
          },
          { key: 'dueOn', title: t`Мерзімі`, sorts: true, width: '170px', draw: (row) => <TermBar term={row.term} /> },
        ]}
        empty={{
          title: t`Өтініш әлі түскен жоқ.`,
          hint: t`Қоғамдық беттен түскені осында бірден көрінеді. Қағаз немесе ауызша өтінішті тіркеуші енгізеді.`,
        }}
      />
    </Page>
  )
}
