// The list of signals, and noting one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { optionsOf } from '../../../ui/fields.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { listSignals, noteSignal, signalPlaces, signalSources, sourceTitles, whyNoAppeal } from '../contract.ts'

const NoteForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const places = useCall(signalPlaces, {}).data?.result
  const named = (rows: readonly { id: string; name: Parameters<typeof text>[0] }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: text(name) }))
  return (
    <ActionForm
      shape={noteSignal}
      onClose={onClose}
      onDone={({ id }) => go(`/signals/${id}`)}
      fields={[
        {
          kind: 'choice',
          path: 'source',
          label: t`Дереккөз`,
          start: 'facebook',
          options: optionsOf(signalSources, sourceTitles, text),
        },
        { kind: 'line', path: 'link', label: t`Сілтеме`, optional: true, max: 1000, hint: t`Мысалы: https://…` },
        {
          kind: 'line',
          path: 'author',
          label: t`Кімнің атынан жарияланған`,
          optional: true,
          hint: t`Беттің өз атауы: авторы анықталған деп саналмайды`,
        },
        { kind: 'day', path: 'seenOn', label: t`Жарияланған күні`, start: today(), notAfter: today() },
        { kind: 'prose', path: 'gist', label: t`Не туралы`, rows: 5, max: 5000 },
        { kind: 'choice', as: 'search', path: 'court', label: t`Сот`, optional: true, options: named(places?.courts) },
        {
          kind: 'choice',
          as: 'search',
          path: 'unit',
          label: t`Бөлімше`,
          optional: true,
          hint: t`Бос қалса, соттың өңірі бойынша`,
          options: named(places?.units),
        },
        { kind: 'files', path: 'files', label: t`Экран суреттері`, optional: true },
      ]}
    />
  )
}

export default function Signals() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={t`Сигналдар`}
      actions={
        <button type="button" className="button first" onClick={() => setOpen(true)}>
          <Trans>Сигнал жазу</Trans>
        </button>
      }
    >
      <div className="stack">
        <Banner>{text(whyNoAppeal)}</Banner>
        <DataTable
          shape={listSignals}
          rowKey={(row) => row.id}
          rowTo={(row) => `/signals/${row.id}`}
          sort="-seenOn"
          filters={[
            { kind: 'words', path: 'words', title: t`Мәні, сілтемесі, белгісі` },
            {
              kind: 'choice',
              path: 'source',
              title: t`Дереккөз`,
              options: optionsOf(signalSources, sourceTitles, text),
            },
            {
              kind: 'choice',
              path: 'linked',
              title: t`Өтінішпен байланысы`,
              options: [
                { value: 'yes', label: t`Байланысты` },
                { value: 'no', label: t`Байланысы жоқ` },
              ],
            },
            { kind: 'days', path: 'seenOn', title: t`Жарияланған күні` },
          ]}
          columns={[
            { key: 'mark', title: t`Белгісі`, number: true, width: '130px', draw: (row) => row.mark },
            {
              key: 'seenOn',
              title: t`Жарияланған күні`,
              number: true,
              sorts: true,
              width: '160px',
              draw: (row) => format.dayShort(row.seenOn),
            },
            { key: 'source', title: t`Дереккөз`, width: '150px', draw: (row) => text(sourceTitles[row.source]) },
            { key: 'gist', title: t`Не туралы`, draw: (row) => row.gist.slice(0, 140) },
            { key: 'court', title: t`Сот`, draw: (row) => (row.court ? text(row.court) : '—') },
            { key: 'links', title: t`Өтініш`, number: true, width: '90px', draw: (row) => row.links || '—' },
          ]}
          empty={{
            title: t`Сигнал әлі жазылған жоқ.`,
            hint: t`Әлеуметтік желіде көргеніңізді жазып қойыңыз: кейін өтінішпен байланыстыруға болады.`,
          }}
        />
      </div>
      {open ? <NoteForm onClose={() => setOpen(false)} /> : null}
    </Page>
  )
}
