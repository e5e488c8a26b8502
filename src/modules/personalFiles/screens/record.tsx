// A personal file: closed, with what is missing and the way to ask for it; or open under its authority, page by page.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadFile } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar, type Act } from '../../../ui/may.tsx'
import { holds, useMe } from '../../../ui/me.ts'
import { Banner, EmptyState, ErrorState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  addDocument,
  appointReader,
  documentKinds,
  documentKindTitles,
  listReaders,
  listViews,
  openFile,
  takeCopy,
} from '../contract.ts'
import { Viewer } from './viewer.tsx'

type Opened = Output<typeof openFile>

const Gate = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  const { authority, closed } = it
  if (authority && it.open) {
    const { number } = authority
    const until = authority.until ? format.day(authority.until) : '—'
    return (
      <Banner
        tone="ok"
        title={
          <Trans>
            Сізге ашық. Рұқсаттың нөмірі: {number}, соңғы күні: {until}
          </Trans>
        }
      >
        {text(authority.issuer)}. <Trans>Әр бетте аты-жөніңіз тұрады, әр ашқан бетіңіз журналға жазылады.</Trans>{' '}
        <ClauseChip id="5.9" />
      </Banner>
    )
  }
  if (!closed) return null
  const day = closed.on ? format.day(closed.on) : ''
  const number = closed.number ?? ''
  return (
    <Banner tone="warn" title={text(closed.says)}>
      <ClauseChip id="5.9" />{' '}
      {closed.number ? (
        <Trans>
          Құжаттың нөмірі: {number}. Күні: {day}.
        </Trans>
      ) : null}{' '}
      {closed.because === 'otherReader' || closed.because === 'notYet' ? null : (
        <Go to={`/authorities/new?purpose=personalFile&about=personalFile:${it.id}`} className="button">
          <Trans>Рұқсат сұрау</Trans>
        </Go>
      )}
    </Banner>
  )
}

const useActs = (it: Opened, may: readonly May[]): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const appoints = may.some(({ operation, allowed }) => operation === appointReader.name && allowed)
  const readers = useCall(listReaders, { id: it.id }, { enabled: appoints }).data?.result.rows ?? []
  const fixed = { id: it.id, version: it.version }
  return [
    act({
      shape: addDocument,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'search',
          path: 'kind',
          label: t`Түрі`,
          options: optionsOf(documentKinds, documentKindTitles, text),
        },
        { kind: 'line', path: 'title', label: t`Атауы`, max: 300 },
        { kind: 'day', path: 'datedOn', label: t`Құжаттың күні` },
        { kind: 'files', path: 'file', label: t`Сканы`, accept: '.pdf,.png,.jpg,.jpeg', most: 1 },
      ],
      toInput: (values) =>
        ({ ...values, ...fixed, file: Array.isArray(values.file) ? values.file[0] : values.file }) as never,
    }),
    ...(it.standing.length
      ? [
          act({
            shape: appointReader,
            fixed,
            fields: [
              {
                kind: 'choice',
                as: 'radio',
                path: 'authority',
                label: t`Қай рұқсат бойынша`,
                options: it.standing.map(({ id, number, until }) => ({
                  value: id,
                  label: `№ ${number}`,
                  ...(until ? { hint: format.day(until) } : {}),
                })),
              },
              {
                kind: 'choice',
                as: 'search',
                path: 'reader',
                label: t`Кім оқиды`,
                options: readers.map(({ id, name }) => ({ value: id, label: text(name) })),
              },
            ],
          }),
        ]
      : []),
  ]
}

const Documents = ({ it, show }: { it: Opened; show: (id: string) => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [failed, setFailed] = useState<unknown>(null)
  if (!it.documents.length)
    return (
      <EmptyState title={<Trans>Құжат әлі енгізілмеген.</Trans>}>
        <Trans>Қағаз жеке істің керек беттерін сканерлеп, рұқсат мерзімінде енгізіңіз.</Trans>
      </EmptyState>
    )
  return (
    <div className="table-frame">
      {failed ? <ErrorState error={failed} /> : null}
      <table>
        <caption className="hidden">{t`Құжаттар`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Күні`}</th>
            <th scope="col">{t`Құжат`}</th>
            <th scope="col">{t`Беттер`}</th>
            <th scope="col">{t`Әрекет`}</th>
          </tr>
        </thead>
        <tbody>
          {it.documents.map((document) => {
            const { title } = document
            return (
              <tr key={document.id}>
                <td className="number">{format.day(document.datedOn)}</td>
                <td>
                  {title}
                  <div className="quiet">{text(document.kindTitle)}</div>
                </td>
                <td className="number">{document.pages}</td>
                <td>
                  {document.destroyedOn ? (
                    <State tone="plain">{t`Сканы жойылған`}</State>
                  ) : (
                    <span className="row">
                      <button
                        type="button"
                        className="button"
                        aria-label={t`Беттерін ашу: ${title}`}
                        onClick={() => show(document.id)}
                      >
                        <Trans>Беттерін ашу</Trans>
                      </button>
                      <button
                        type="button"
                        className="link"
                        aria-label={t`Таңбалы көшірмесін алу: ${title}`}
                        onClick={() => {
                          setFailed(null)
                          downloadFile(takeCopy, { id: it.id, document: document.id }, `${title}.pdf`).catch(setFailed)
                        }}
                      >
                        <Trans>Көшірмесін алу</Trans>
                      </button>
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Views = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const rows = useCall(listViews, { id: it.id, size: 10 }).data?.result.rows ?? []
  return (
    <Card title={t`Кім, қашан қарады`}>
      {rows.length ? (
        <ul className="plain stack">
          {rows.map((row) => {
            const { page } = row
            return (
              <li key={`${row.at} ${page}`}>
                <b>{text(row.by)}</b> {page === null ? <Trans>көшірме алды</Trans> : <Trans>бет: {page}</Trans>}
                <div className="quiet">
                  {format.instantShort(row.at)} · № {row.authority}
                </div>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="quiet">
          <Trans>Әлі ешкім қараған жоқ.</Trans>
        </p>
      )}
    </Card>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const more = useParts<Opened>('personalFile')
  const [shown, setShown] = useState<string | null>(null)
  const acts = [...useActs(it, may), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  // The page that was open is gone with the authority: the list of documents is empty then.
  const document = it.documents.find(({ id, destroyedOn }) => id === shown && destroyedOn === null)
  const watches = holds(me, 'personalFiles.trace')
  const post = it.person.post ? text(it.person.post) : ''
  const body = it.person.body ? text(it.person.body) : ''
  const { keptDays } = it
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/personal-files', title: t`Жеке істер` }}
        number={it.number}
        title={text(it.person.name)}
        chips={
          <>
            <State tone={it.open ? 'ok' : 'mark'}>{it.open ? t`Сізге ашық` : t`Жабық`}</State>
            <ClauseChip id="5.9" />
          </>
        }
        sub={[post, body].filter(Boolean).join(' · ')}
      />
      <div className="columns">
        <div className="stack">
          <Gate it={it} />
          <MayBar may={may} acts={acts} />
          {it.open ? (
            <Card title={t`Құжаттары`}>
              <Documents it={it} show={setShown} />
            </Card>
          ) : null}
          {it.open && document ? (
            <Viewer key={document.id} id={it.id} document={document} onClose={() => setShown(null)} />
          ) : null}
        </div>
        <div className="stack">
          <Card title={t`Мұқабасы`}>
            <Facts
              narrow
              facts={[
                {
                  title: t`Кімнің ісі`,
                  value: <Go to={`/persons/${it.person.id}`}>{text(it.person.name)}</Go>,
                },
                { title: t`Нөмірі`, value: it.number },
                { title: t`Қайда сақталады`, value: it.heldAt },
              ]}
            />
            <p className="quiet">
              <Trans>Сканер көшірмелері соңғы рұқсаттан кейін сақталатын мерзім, күн: {keptDays}.</Trans>
            </p>
          </Card>
          {it.standing.length ? (
            <Card title={t`Күшіндегі рұқсаттар`}>
              <ul className="plain stack">
                {it.standing.map((each) => (
                  <li key={each.id}>
                    <Go to={`/authorities/${each.id}`}>№ {each.number}</Go>
                    <div className="quiet">{text(each.issuer)}</div>
                    <div>{each.readers.map((reader) => text(reader)).join(', ')}</div>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {watches ? <Views it={it} /> : null}
        </div>
      </div>
    </div>
  )
}

export default function PersonalFilePage() {
  const { id } = useAddress().params
  const opened = useCall(openFile, { id: id ?? '' }, { kinds: ['personalFile', 'authority'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
