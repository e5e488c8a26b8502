// On the page of an investigation: decisions by person with what followed, the checklist of clause 13, transfers, what is open yet.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, State, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { bodyTitles, measures } from '../../conclusions/contract.ts'
import { answerTitles, appealResultTitles, knownOutcomes, resignationTitles } from '../contract.ts'
import { useActs, useOutcome } from './acts.tsx'
import type { Opened, Outcome } from './acts.tsx'
import { Checklist } from './checklist.tsx'

const unverified = {
  kk: 'Бұл мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Этот срок не подтверждён юристом; меняется как параметр.',
  en: 'No lawyer has confirmed this term; it is changed as a parameter.',
}

type Person = Outcome['people'][number]
type Decision = Person['decisions'][number]

const Mark = ({ on, clause }: { on: boolean; clause: string }) =>
  on ? (
    <>
      {' '}
      <UnverifiedMark source={unverified} clause={clause} />
    </>
  ) : null

const Appeal = ({ it, row }: { it: Opened; row: Decision['appeals'][number] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const filed = format.day(row.filedOn)
  const settled = row.resultOn ? format.day(row.resultOn) : ''
  return (
    <article className="stack">
      <div className="row">
        <b>{t`Шағым: ${filed}`}</b>
        <span>{row.filedWith}</span>
        {row.result ? (
          <State tone={row.result === 'upheld' ? 'plain' : 'mark'}>{text(appealResultTitles[row.result])}</State>
        ) : (
          <State tone="warn">{t`Қаралуда`}</State>
        )}
      </div>
      {row.result ? (
        <div className="quiet">
          № {row.resultNumber}, {settled}
        </div>
      ) : null}
      {row.words ? <p className="said">{row.words}</p> : null}
      {row.files.length ? <FileList kind="conclusions" id={it.id} files={row.files} /> : null}
    </article>
  )
}

const Decided = ({ it, row }: { it: Opened; row: Decision }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const lapsed = row.lapsedOn ? format.day(row.lapsedOn) : ''
  const changed = row.standing !== null && row.standing !== row.measure
  return (
    <article className="stack">
      <div className="row">
        <b>{text(measures[row.standing ?? row.measure].title)}</b>
        {row.annulledOn ? <State tone="late">{t`Күші жойылды`}</State> : null}
        {row.lapsedOn ? <State tone="ok">{t`Мерзімі өтті: ${lapsed}`}</State> : null}
      </div>
      <Facts
        facts={[
          { title: t`Кім шешті`, value: `${text(bodyTitles[row.body])}: ${row.bodyName}` },
          { title: t`Шешім`, value: `№ ${row.number}, ${format.day(row.decidedOn)}` },
          { title: t`Бастапқы шара`, value: changed ? text(measures[row.measure].title) : null },
          { title: t`Мазмұны`, value: row.words },
          {
            title: t`Орындалуы`,
            value: row.order ? (
              `№ ${row.order.number}, ${format.day(row.order.on)}`
            ) : row.standing === 'none' || row.annulledOn ? null : (
              <State tone="warn">{t`Бұйрық тіркелмеген`}</State>
            ),
          },
          {
            title: t`Жазаның соңғы күні`,
            value: row.lapsesOn ? (
              <>
                {format.day(row.lapsesOn)}
                <Mark on={row.lapseDoubtful} clause="6.21" />
              </>
            ) : null,
          },
          { title: t`Тіркеген`, value: text(row.by) },
        ]}
      />
      {row.files.length ? <FileList kind="conclusions" id={it.id} files={row.files} /> : null}
      {row.appeals.map((appeal) => (
        <Appeal key={appeal.id} it={it} row={appeal} />
      ))}
    </article>
  )
}

const Superior = ({ it, row }: { it: Opened; row: NonNullable<Person['superior']> }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <section className="stack">
      <h4>
        <Trans>Тікелей басшының жауаптылығы</Trans> <ClauseChip id="6.22" />
      </h4>
      <Facts
        facts={[
          {
            title: t`Нәтижесі`,
            value: (
              <State tone={row.resignation === 'not-filed' ? 'late' : 'plain'}>
                {text(resignationTitles[row.resignation])}
              </State>
            ),
          },
          { title: t`Өтініш берілген күн`, value: row.filedOn ? format.day(row.filedOn) : null },
          {
            title: t`Отставка мерзімі`,
            value: (
              <>
                {format.day(row.dueOn)}
                <Mark on={row.doubtful} clause="6.22" />
              </>
            ),
          },
          { title: t`Уәждері`, value: row.words },
          { title: t`Тіркеген`, value: text(row.by) },
        ]}
      />
      {row.files.length ? <FileList kind="conclusions" id={it.id} files={row.files} /> : null}
    </section>
  )
}

const OnPerson = ({ it, of, one }: { it: Opened; of: Outcome; one: Person }) => {
  const { t } = useLingui()
  const text = useText()
  const decided = one.decisions.some(({ annulledOn }) => annulledOn === null)
  const reviewed = it.state === 'reviewed'
  return (
    <section className="stack">
      <h3>
        {text(one.name)} {one.judge ? <State tone="mark">{t`Судья`}</State> : null}{' '}
        {one.territorial ? <State tone="mark">{t`ІҚБ аумақтық бөлімшесінің қызметкері`}</State> : null}
      </h3>
      {reviewed && !decided && one.against.length ? (
        <Banner tone="warn" title={<Trans>Жаза туралы шешімді бүгін тіркеуге мыналар кедергі:</Trans>}>
          <ul>
            {one.against.map(({ clause, says }) => (
              <li key={says.kk}>
                {text(says)} <ClauseChip id={clause} />
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {one.decisions.length ? (
        one.decisions.map((row) => <Decided key={row.id} it={it} row={row} />)
      ) : (
        <p className="quiet">
          <Trans>Шешім әлі тіркелмеген.</Trans>
        </p>
      )}
      {one.superior ? <Superior it={it} row={one.superior} /> : null}
      {one.checklist && !of.brief ? (
        <Checklist it={it} one={one} version={of.version} open={reviewed && !decided} />
      ) : null}
    </section>
  )
}

const Transfers = ({ it, of }: { it: Opened; of: Outcome }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!of.transfers.length) return null
  return (
    <section className="stack">
      <h3>
        <Trans>Құқық қорғау органына берілгені</Trans> <ClauseChip id="6.17" />
      </h3>
      {of.transfers.map((row) => {
        const answered = row.answeredOn ? format.day(row.answeredOn) : ''
        return (
          <article key={row.id} className="stack">
            <b>{text(row.body)}</b>
            <Facts
              facts={[
                { title: t`Шығыс құжаты`, value: `№ ${row.number}, ${format.day(row.sentOn)}` },
                { title: t`Не жіберілді`, value: row.what || null },
                row.answer
                  ? { title: t`Жауабы`, value: `${text(answerTitles[row.answer])}, ${answered}` }
                  : {
                      title: t`Жауап күтілетін мерзім`,
                      value: (
                        <>
                          <TermBar term={row.term} />
                          <Mark on={row.doubtful} clause="6.17" />
                        </>
                      ),
                    },
                { title: t`Тізілімдегі нөмірі`, value: row.registerNumber },
                { title: t`Жауаптың мазмұны`, value: row.words },
              ]}
            />
            {row.files.length ? <FileList kind="conclusions" id={it.id} files={row.files} /> : null}
          </article>
        )
      })}
    </section>
  )
}

const Tab = ({ it }: { it: Opened }) => {
  const text = useText()
  const of = useOutcome(it)
  if (!it.openedOn)
    return (
      <EmptyState title={<Trans>Тексеру әлі басталған жоқ.</Trans>}>
        <Trans>Шешім қорытынды тексерілгеннен кейін тіркеледі.</Trans>
      </EmptyState>
    )
  if (!of) return null
  return (
    <div className="stack">
      {of.unclosed.length ? (
        <Banner tone="warn" title={<Trans>Тексеруді аяқтау үшін мыналар жетіспейді:</Trans>}>
          <ul>
            {of.unclosed.map(({ clause, says }) => (
              <li key={says.kk}>
                {text(says)} <ClauseChip id={clause} />
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {of.people.map((one) => (
        <OnPerson key={one.id} it={it} of={of} one={one} />
      ))}
      <Transfers it={it} of={of} />
    </div>
  )
}

/** What earlier investigations proved on the same persons (5.4). */
const Known = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const rows = useCall(knownOutcomes, { id: it.id }, { keep: true, enabled: !it.brief }).data?.result.rows ?? []
  if (!rows.length) return null
  return (
    <Card title={t`Бұрынғы тексерулердің нәтижесі`} extra={<ClauseChip id="5.4" />}>
      <div className="stack">
        {rows.map((row) => (
          <div key={`${row.investigation}${row.person}`}>
            <div>{text(row.name)}</div>
            <Go to={row.page}>{row.number}</Go>{' '}
            {row.measure ? (
              <State tone={row.inForce ? 'warn' : 'plain'}>{text(measures[row.measure].title)}</State>
            ) : null}
            <div className="quiet">
              {row.decidedOn ? format.day(row.decidedOn) : null} {row.inForce ? t`Жаза күшінде` : null}
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}

const part: RecordPart<Opened> = {
  readers: true,
  useActs,
  side: Known,
  tabs: [{ key: 'outcome', place: 60, title: { kk: 'Шешім', ru: 'Решение', en: 'Decision' }, body: Tab }],
}
export default part
