// The incoming register: by sender, by state, by the clock.
import { Trans, useLingui } from '@lingui/react/macro'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import type { Tone } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  exportIncoming,
  incomingChoices,
  incomingStates,
  listIncoming,
  receivingWays,
  senderKinds,
  type IncomingState,
} from '../contract.ts'
import { senderKindTitles, stateTitles, wayTitles } from '../words.ts'

export const stateTones: Readonly<Record<IncomingState, Tone>> = { registered: 'warn', handed: 'work', done: 'ok' }

const useFilters = () => {
  const { t } = useLingui()
  const text = useText()
  const units = useCall(incomingChoices, {}).data?.result.units ?? []
  return [
    { kind: 'words' as const, path: 'words', title: t`Нөмірі, жіберуші, мазмұны` },
    {
      kind: 'choice' as const,
      path: 'due',
      title: t`Мерзімі`,
      options: [
        { value: 'overdue', label: t`Мерзімі өткен` },
        { value: 'soon', label: t`Үш күн ішінде` },
        { value: 'open', label: t`Орындалмаған` },
      ],
    },
    { kind: 'choice' as const, path: 'state', title: t`Күйі`, options: optionsOf(incomingStates, stateTitles, text) },
    { kind: 'check' as const, path: 'mine', title: t`Менікі ғана` },
    {
      kind: 'choice' as const,
      path: 'senderKind',
      title: t`Жіберуші`,
      options: optionsOf(senderKinds, senderKindTitles, text),
    },
    { kind: 'choice' as const, path: 'way', title: t`Түскен жолы`, options: optionsOf(receivingWays, wayTitles, text) },
    {
      kind: 'choice' as const,
      path: 'unit',
      title: t`Бөлімше`,
      options: units.map(({ id, name }) => ({ value: id, label: text(name) })),
    },
    { kind: 'days' as const, path: 'receivedOn', title: t`Түскен күні` },
  ]
}

export default function Incoming() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const registers = usePower('incoming.register')
  return (
    <Page
      title={t`Кіріс құжаттары`}
      lead={
        <Trans>
          Органдардан, соттардан және бөлімшелерден түскен құжаттар. Азаматтардың өтініштері бөлек тіркеледі.
        </Trans>
      }
      actions={
        <>
          <Go to="/incoming/bodies" className="button">
            <Trans>Органдар анықтамалығы</Trans>
          </Go>
          {registers ? (
            <Go to="/incoming/new" className="button first">
              <Trans>Құжатты тіркеу</Trans>
            </Go>
          ) : null}
        </>
      }
    >
      <DataTable
        shape={listIncoming}
        rowKey={(row) => row.id}
        rowTo={(row) => `/incoming/${row.id}`}
        sort="-receivedOn"
        filters={useFilters()}
        exports={exportIncoming}
        columns={[
          { key: 'number', title: t`Нөмірі`, number: true, sorts: true, width: '160px', draw: (row) => row.number },
          {
            key: 'receivedOn',
            title: t`Түскен күні`,
            number: true,
            sorts: true,
            width: '110px',
            draw: (row) => format.dayShort(row.receivedOn),
          },
          {
            key: 'sender',
            title: t`Жіберуші`,
            sorts: true,
            width: '18%',
            draw: (row) => {
              const on = row.senderOn ? format.dayShort(row.senderOn) : ''
              return (
                <>
                  {text(row.sender)}
                  {row.senderNumber ? (
                    <div className="quiet number">
                      № {row.senderNumber} {on ? `· ${on}` : ''}
                    </div>
                  ) : null}
                </>
              )
            },
          },
          {
            key: 'subject',
            title: t`Мазмұны`,
            width: '28%',
            draw: (row) => (
              <>
                {row.subject} {row.officialUse ? <State tone="mark">{t`ҚБПҮ`}</State> : null}
              </>
            ),
          },
          {
            key: 'holder',
            title: t`Орындаушы`,
            width: '13%',
            draw: (row) => (row.holder ? text(row.holder) : <span className="quiet">{t`белгіленбеген`}</span>),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '130px',
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
          {
            key: 'dueOn',
            title: t`Мерзімі`,
            sorts: true,
            width: '160px',
            draw: (row) => (row.term ? <TermBar term={row.term} /> : <span className="quiet">{t`мерзімсіз`}</span>),
          },
        ]}
        empty={{
          title: t`Кіріс құжаты әлі жоқ.`,
          hint: t`Тіркеуші түскен құжатқа нөмір береді, меңгеруші оны орындаушыға тапсырады.`,
        }}
      />
    </Page>
  )
}
