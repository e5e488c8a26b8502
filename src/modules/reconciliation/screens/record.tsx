// One reconciliation: the list, the counts, the differences one by one, the act.
import { Trans, useLingui } from '@lingui/react/macro'
import { downloadSheet } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, EmptyState, Loaded, StatTile, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs, Timeline } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  bringList,
  drawAct,
  exportRows,
  listProfiles,
  listRows,
  openReconciliation,
  readTimeline,
  rowKinds,
  rowKindTitles,
  rowStates,
  rowStateTitles,
  stateTitles,
} from '../contract.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { Deck } from './deck.tsx'
import { kindTones, rowTones, stateTones } from './states.ts'

type Opened = Output<typeof openReconciliation>

const useActs = (it: Opened) => {
  const { t } = useLingui()
  const profiles = useCall(listProfiles, {}).data?.result.rows ?? []
  const fixed = { id: it.id, version: it.version }
  const [first] = profiles
  return [
    act({
      shape: drawAct,
      fixed,
      first: it.state === 'deciding' && it.counts.open === 0,
      lead: t`Актінің жобасы құжаттарда ашылады, меңгеруші немесе оны алмастыратын адам қол қояды.`,
      fields: [
        {
          kind: 'choice',
          path: 'language',
          label: t`Құжаттың тілі`,
          start: 'kk',
          options: [
            { value: 'kk', label: t`Қазақ тілі` },
            { value: 'ru', label: t`Орыс тілі` },
            { value: 'en', label: t`Ағылшын тілі` },
          ],
        },
        { kind: 'prose', path: 'signers', label: t`Қол қоятындар`, hint: t`Әрқайсысын жаңа жолдан`, rows: 3 },
        { kind: 'prose', path: 'present', label: t`Қатысқандар`, optional: true, rows: 2 },
      ],
    }),
    act({
      shape: bringList,
      fixed,
      plain: it.state === 'deciding',
      lead: t`Файл оқылып, әр жолы біздің есеппен салыстырылады. Бұрын шешілген жолдар өзгермейді.`,
      fields: [
        {
          kind: 'choice',
          path: 'profile',
          label: t`Тізім профилі`,
          options: profiles.map(({ id, title }) => ({ value: id, label: title })),
          ...(first ? { start: first.id } : {}),
        },
        {
          kind: 'files',
          path: 'files',
          label: t`Тізім файлы`,
          hint: t`CSV немесе XLSX`,
          accept: '.csv,.xlsx',
          most: 1,
        },
      ],
    }),
  ]
}

const Counts = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  return (
    <div className="tiles">
      {rowKinds.map((kind) => (
        <StatTile key={kind} title={text(rowKindTitles[kind])} value={format.number(it.counts[kind])} />
      ))}
    </div>
  )
}

const All = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <DataTable
      shape={listRows}
      rowKey={(row) => row.id}
      fixed={{ id: it.id }}
      kinds={['reconciliationRow', 'criminalCase']}
      filters={[
        { kind: 'choice', path: 'kind', title: t`Айырма`, options: optionsOf(rowKinds, rowKindTitles, text) },
        { kind: 'choice', path: 'state', title: t`Шешім`, options: optionsOf(rowStates, rowStateTitles, text) },
      ]}
      columns={[
        { key: 'place', title: t`Жол`, number: true, draw: (row) => row.place ?? '—' },
        {
          key: 'name',
          title: t`Адам`,
          draw: (row) => (row.case ? <Go to={`/criminal-cases/${row.case}`}>{row.name}</Go> : row.name),
        },
        { key: 'erdr', title: t`СДТБТ нөмірі`, number: true, draw: (row) => row.erdr ?? '—' },
        {
          key: 'kind',
          title: t`Айырма`,
          draw: (row) => <State tone={kindTones[row.kind]}>{text(rowKindTitles[row.kind])}</State>,
        },
        {
          key: 'state',
          title: t`Шешім`,
          draw: (row) => (
            <>
              <State tone={rowTones[row.state]}>{text(rowStateTitles[row.state])}</State>
              {row.reason ? <div className="quiet">{row.reason}</div> : null}
              {row.decidedBy ? <div className="quiet">{text(row.decidedBy)}</div> : null}
            </>
          ),
        },
      ]}
      empty={{ title: t`Салыстырылған жол жоқ.` }}
    />
  )
}

const History = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const rows = useCall(readTimeline, { id: it.id }, { keep: true, kinds: ['reconciliation'] }).data?.result.rows ?? []
  return (
    <Card title={t`Оқиғалар желісі`}>
      <Timeline
        happenings={rows.map((row) => ({ ...row, title: text(row.title), who: row.who ? text(row.who) : null }))}
      />
    </Card>
  )
}

const Told = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (it.fault)
    return (
      <Banner tone="late" title={t`Тізім оқылмады.`}>
        {text(it.fault)}
      </Banner>
    )
  if (it.state === 'reading') return <Banner title={t`Тізім оқылып, салыстырылып жатыр. Бет өзі жаңарады.`} />
  if (it.state === 'awaited') return <Banner tone="warn" title={t`Органнан тізім сұратып, файлын осында енгізіңіз.`} />
  return null
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const language = useLanguage()
  const acts = useActs(it)
  const from = format.day(it.from)
  const until = format.day(it.until)
  const { document, file } = it
  const left = it.state === 'signed' ? it.signedOn : null
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/criminal-cases/reconciliations', title: t`Салыстыру` }}
        number={`${format.dayShort(it.from)} – ${format.dayShort(it.until)}`}
        title={t`Қылмыстық істерді салыстыру: ${from} – ${until}`}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="6.16" />
            <ClauseChip id="6.17" />
          </>
        }
        clock={<LegalClock term={{ ...it.term, doneOn: left }} />}
      />
      <div className="columns">
        <div className="stack">
          <Told it={it} />
          <MayBar may={may} acts={acts} />
          <Counts it={it} />
          {it.counts.total ? (
            <Tabs
              label={t`Салыстыру`}
              tabs={[
                {
                  key: 'deck',
                  title: t`Айырмалар`,
                  count: it.counts.open,
                  body: () => <Deck id={it.id} may={it.state === 'deciding'} />,
                },
                { key: 'all', title: t`Барлық жол`, count: it.counts.total, body: () => <All it={it} /> },
              ]}
            />
          ) : (
            <Card>
              <EmptyState title={<Trans>Тізім әлі енгізілген жоқ.</Trans>}>
                <Trans>Файлдың бірінші жолында бағандардың атаулары тұруы керек.</Trans>
              </EmptyState>
            </Card>
          )}
        </div>
        <div className="stack">
          <Card title={t`Тізім мен акт`}>
            <Facts
              narrow
              facts={[
                {
                  title: t`Файл`,
                  value: file ? (
                    <a href={`/api/files/reconciliation/${it.id}/${file.id}`} download={file.name}>
                      {file.name}
                    </a>
                  ) : null,
                },
                { title: t`Енгізген`, value: it.broughtBy ? text(it.broughtBy) : null },
                { title: t`Енгізілген уақыты`, value: it.broughtAt ? format.instantShort(it.broughtAt) : null },
                {
                  title: t`Акт`,
                  value: document ? (
                    <Go to={`/documents/${document.id}`}>{document.number ?? text(document.state)}</Go>
                  ) : null,
                },
                { title: t`Қол қойылған күні`, value: it.signedOn ? format.day(it.signedOn) : null },
              ]}
            />
            {it.counts.total ? (
              <button
                type="button"
                className="button no-print"
                onClick={() => void downloadSheet(exportRows, { id: it.id, language }, `reconciliation-${it.until}`)}
              >
                <Trans>Айырмаларды XLSX түрінде алу</Trans>
              </button>
            ) : null}
          </Card>
          <History it={it} />
        </div>
      </div>
    </div>
  )
}

export default function ReconciliationPage() {
  const { id } = useAddress().params
  const opened = useCall(openReconciliation, { id: id ?? '' }, { kinds: ['reconciliationRow', 'document'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
