// The register: name, post and body, nothing more. Whoever may only open cards looks for one person at a time.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { optionsOf } from '../../../ui/fields.ts'
import { usePower } from '../../../ui/me.ts'
import { EmptyState } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { findPersons, listPersons, personChoices, personKinds, personKindTitles } from '../contract.ts'

const Register = () => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(personChoices, {}).data?.result
  return (
    <DataTable
      shape={listPersons}
      rowKey={(row) => row.id}
      rowTo={(row) => `/persons/${row.id}`}
      sort="name"
      filters={[
        { kind: 'words', path: 'words', title: t`Аты-жөні немесе ЖСН` },
        { kind: 'choice', path: 'kind', title: t`Санаты`, options: optionsOf(personKinds, personKindTitles, text) },
        {
          kind: 'choice',
          path: 'body',
          title: t`Сот немесе орган`,
          options: (choices?.bodies ?? []).map(({ value, name }) => ({ value, label: text(name) })),
        },
        {
          kind: 'choice',
          path: 'region',
          title: t`Өңірі`,
          options: (choices?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) })),
        },
        {
          kind: 'choice',
          path: 'held',
          title: t`Қызметте ме`,
          options: [
            { value: 'now', label: t`Бүгін лауазымда` },
            { value: 'former', label: t`Бұрын қызмет істеген` },
          ],
        },
      ]}
      columns={[
        { key: 'name', title: t`Аты-жөні`, sorts: true, width: '32%', draw: (row) => text(row.name) },
        {
          key: 'post',
          title: t`Лауазымы`,
          draw: (row) => (
            <>
              {row.post ? text(row.post) : '—'}
              {row.kind && row.kind !== 'judge' ? (
                <div className="quiet">{text(personKindTitles[row.kind])}</div>
              ) : null}
            </>
          ),
        },
        { key: 'body', title: t`Сот немесе орган`, sorts: true, draw: (row) => (row.body ? text(row.body) : '—') },
      ]}
      empty={{
        title: t`Тізілімде әлі ешкім жоқ.`,
        hint: t`Адамдарды бір-бірлеп енгізуге немесе файлдан жүктеуге болады.`,
      }}
    />
  )
}

const Finder = () => {
  const { t } = useLingui()
  const text = useText()
  const [words, setWords] = useState('')
  const asked = words.trim()
  const found = useCall(findPersons, { words: asked }, { enabled: asked.length >= 3, keep: true })
  const rows = asked.length >= 3 ? (found.data?.result.rows ?? []) : []
  return (
    <Card>
      <div className="stack">
        <label className="stack">
          <b>
            <Trans>Аты-жөні немесе ЖСН</Trans>
          </b>
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <p className="quiet">
          <Trans>Аты-жөнін қазақша, орысша немесе латынша жазуға болады. Кемінде үш таңба жазыңыз.</Trans>
        </p>
        {rows.length ? (
          <ul className="files" aria-label={t`Табылғандар`}>
            {rows.map((row) => (
              <li key={row.id} className="file">
                <Go to={`/persons/${row.id}`}>{text(row.name)}</Go>
                <span className="quiet">
                  {row.post ? text(row.post) : ''} {row.body ? `· ${text(row.body)}` : ''}
                </span>
              </li>
            ))}
          </ul>
        ) : asked.length >= 3 && found.isSuccess ? (
          <EmptyState title={<Trans>Мұндай адам табылмады.</Trans>} />
        ) : null}
      </div>
    </Card>
  )
}

export default function Persons() {
  const { t } = useLingui()
  const lists = usePower('persons.read')
  const keeps = usePower('persons.keep')
  return (
    <Page
      title={t`Судьялар мен қызметкерлер`}
      lead={
        <Trans>Тізілімде аты-жөні мен лауазымы ғана көрінеді. Карточка негіз бойынша ашылады, әр ашу жазылады.</Trans>
      }
      actions={
        <>
          <Go to="/persons/openings" className="button">
            <Trans>Карточкаларды ашу</Trans>
          </Go>
          {keeps ? (
            <>
              <Go to="/persons/import" className="button">
                <Trans>Файлдан енгізу</Trans>
              </Go>
              <Go to="/persons/new" className="button first">
                <Trans>Адамды енгізу</Trans>
              </Go>
            </>
          ) : null}
        </>
      }
    >
      {lists ? <Register /> : <Finder />}
    </Page>
  )
}
