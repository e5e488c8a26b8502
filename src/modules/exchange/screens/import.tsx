// One file: what would happen or has happened, how far it is, and every row that did not come in with its reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadSheet } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, ErrorState, Loaded, State, StatTile } from '../../../ui/notes.tsx'
import { RecordHead } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { Pager } from '../../../ui/table.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { dropImport, fieldTitles, importLife, listRows, openImport, startImport, takeReport } from '../contract.ts'
import { stateTones } from './states.ts'

type It = Output<typeof openImport>

const size = 50

const Report = ({ it }: { it: It }) => {
  const { t } = useLingui()
  const text = useText()
  const language = useLanguage()
  const [page, setPage] = useState(1)
  const [error, setError] = useState<unknown>(null)
  const rows = useCall(listRows, { id: it.id, page, size }, { keep: true, kinds: ['import'] })
  return (
    <section className="card table-card" aria-label={t`Түсіндірілген жолдар`}>
      <h2 className="table-heading">{t`Енгізілмеген және өзгеше жолдар`}</h2>
      <div className="table-bar">
        <button
          type="button"
          className="button small"
          onClick={() => {
            setError(null)
            downloadSheet(takeReport, { id: it.id, language }, it.file.replace(/\.\w+$/, '')).catch(setError)
          }}
        >
          <Trans>Себебімен бірге XLSX</Trans>
        </button>
      </div>
      {error ? <ErrorState error={error} /> : null}
      <Loaded of={rows}>
        {({ rows: told, total, capped }) => (
          <>
            <div className="table-frame">
              <table>
                <caption className="hidden">{t`Түсіндірілген жолдар`}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t`Жол`}</th>
                    <th scope="col">{t`Нәтижесі`}</th>
                    <th scope="col">{t`Не түзету керек`}</th>
                  </tr>
                </thead>
                <tbody>
                  {told.map(({ row, outcome, faults }) => (
                    <tr key={row}>
                      <td className="number">{row}</td>
                      <td>
                        {outcome === 'bad' ? (
                          <State tone="late">{t`қате`}</State>
                        ) : (
                          <State tone="warn">{t`өзгеше`}</State>
                        )}
                      </td>
                      <td>
                        {faults.map(({ field, column, says }, at) => (
                          <div key={at}>
                            {field ? <b>{column ?? text(fieldTitles[field])}: </b> : null}
                            {text(says)}
                          </div>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Pager view={{ filters: {}, sort: '', page, size }} total={total} capped={capped} turnTo={setPage} />
          </>
        )}
      </Loaded>
    </section>
  )
}

const Says = ({ it }: { it: It }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const judged = format.number(it.judged)
  const total = format.number(it.total)
  if (it.fault)
    return (
      <Banner tone="late" title={t`Файл оқылмады.`}>
        {text(it.fault)}
      </Banner>
    )
  if (it.state === 'trying')
    return (
      <Banner>
        <Trans>Файл тексеріліп жатыр. Тексерілген жолдар: {judged}.</Trans>
      </Banner>
    )
  if (it.state === 'importing')
    return (
      <Banner>
        <Trans>
          Өтініштер енгізіліп жатыр: {judged}, барлығы {total}. Бетті жабуға болады, жұмыс тоқтамайды.
        </Trans>{' '}
        <progress max={it.total} value={it.judged} aria-label={t`Енгізілген жолдар`} />
      </Banner>
    )
  if (it.state === 'tried')
    return (
      <Banner tone="warn">
        <Trans>
          Бұл – тексеру ғана, әлі ештеңе енгізілген жоқ. Төмендегі сандар енгізгенде не болатынын көрсетеді.
        </Trans>{' '}
        {it.automatic ? (
          <Trans>Енгізілген өтініштер бірден сіздің атыңыздан тіркеледі.</Trans>
        ) : (
          <Trans>Енгізілген өтініштерді тіркеуші әдеттегідей тіркейді.</Trans>
        )}
      </Banner>
    )
  return null
}

/** What is said of the file once it is no more. */
const Gone = ({ it }: { it: It }) => {
  const { t } = useLingui()
  const format = useFormat()
  if (!it.destroyed) return null
  const on = format.dayShort(it.destroyed.on)
  return (
    <Banner title={t`Файл жойылды: ${on}.`}>
      <Trans>Сандар, жолдардың нөмірлері мен себептері қалды, файлдың сөздері жоқ.</Trans>{' '}
      <code style={{ overflowWrap: 'anywhere' }}>SHA-256 {it.destroyed.sha256}</code>
    </Banner>
  )
}

const Body = ({ it, may }: { it: It; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const by = text(it.startedBy)
  const at = format.instant(it.startedAt)
  const fixed = { id: it.id, version: it.version }
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/exchange', title: t`Деректер алмасу` }}
        number={it.profile}
        title={it.file}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(importLife.states[it.state])}</State>
            <ClauseChip id="6.23" />
          </>
        }
        sub={
          <>
            {by}, {at}
          </>
        }
      />
      <Gone it={it} />
      <Says it={it} />
      {it.state === 'tried' ? (
        <MayBar
          may={may}
          acts={[
            act({
              shape: startImport,
              fixed,
              fields: [],
              lead: <Trans>Жаңа өтініштер қабылданады: талон нөмірі беріледі, мерзімі түскен күннен есептеледі.</Trans>,
            }),
            act({
              shape: dropImport,
              fixed,
              fields: [],
              lead: <Trans>Файл сақталады, бірақ одан ештеңе енгізілмейді.</Trans>,
            }),
          ]}
        />
      ) : null}
      {it.state === 'unread' ? null : (
        <div className="tiles">
          <StatTile
            title={t`Жаңа`}
            value={format.number(it.fresh)}
            note={it.state === 'done' ? t`қабылданған өтініштер` : t`қабылданатын өтініштер`}
          />
          <StatTile title={t`Белгілі`} value={format.number(it.known)} note={t`бұрын түскен, өзгеріссіз`} />
          <StatTile
            title={t`Өзгеше`}
            value={format.number(it.differing)}
            note={t`бұрын басқаша түскен, алғашқысы сақталады`}
            tone={it.differing ? 'warn' : 'plain'}
          />
          <StatTile
            title={t`Қате`}
            value={format.number(it.bad)}
            note={t`төменде түсіндірілген`}
            tone={it.bad ? 'late' : 'plain'}
          />
        </div>
      )}
      {it.bad + it.differing ? <Report it={it} /> : null}
    </div>
  )
}

export default function Import() {
  const { id = '' } = useAddress().params
  const it = useCall(openImport, { id }, { keep: true, kinds: ['import'] })
  return <Loaded of={it}>{(found, may) => <Body it={found} may={may} />}</Loaded>
}
