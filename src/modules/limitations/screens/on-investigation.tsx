// On the page of an investigation: until when each under it may be called to account, and what keeps that clock standing.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner, EmptyState, State, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import type { Output } from '../../../ui/call.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import { absenceCauses, endAbsence, noteAbsence, readLimitations } from '../contract.ts'
import { causeTitles } from '../words.ts'

type Opened = Output<typeof readInvestigation>

const unverified = {
  kk: 'Бұл мерзімдерді заңгер растаған жоқ; олар параметр ретінде өзгертіледі.',
  ru: 'Эти сроки не подтверждены юристом; они меняются как параметры.',
  en: 'No lawyer has confirmed these terms; they are changed as parameters.',
}

const useLimitations = (it: Opened) =>
  useCall(readLimitations, { id: it.id }, { kinds: ['investigation'], keep: true, enabled: !it.brief }).data?.result
    .people ?? []

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const fixed = { id: it.id, version: it.version }
  const lasting = useLimitations(it).flatMap(({ name, absences }) =>
    absences
      .filter(({ until }) => until === null)
      .map((absence) => {
        const who = text(name)
        const from = format.day(absence.from)
        return { value: absence.id, label: t`${who}, ${from} күнінен`, hint: text(causeTitles[absence.cause]) }
      }),
  )
  const people = it.people.map(({ id, name }) => ({ value: id, label: text(name) }))
  return [
    act({
      shape: noteAbsence,
      fixed,
      aside: true,
      lead: t`Жауапқа тарту мерзімі осы күндерге ұзарады.`,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'person',
          label: t`Тексерілетін адам`,
          options: people,
          start: people[0]?.value,
        },
        {
          kind: 'choice',
          as: 'radio',
          path: 'cause',
          label: t`Себебі`,
          options: optionsOf(absenceCauses, causeTitles, text),
        },
        { kind: 'day', path: 'from', label: t`Бірінші күні` },
        { kind: 'day', path: 'until', label: t`Соңғы күні`, hint: t`Әлі аяқталмаса, бос қалдырыңыз`, optional: true },
        { kind: 'line', path: 'paper', label: t`Негіз болған құжат`, hint: t`Атауы, нөмірі, күні`, max: 300 },
      ],
    }),
    ...(lasting.length
      ? [
          act({
            shape: endAbsence,
            fixed,
            aside: true,
            fields: [
              { kind: 'choice', as: 'radio', path: 'absence', label: t`Болмаған кезеңі`, options: lasting },
              { kind: 'day', path: 'until', label: t`Соңғы күні` },
            ],
          }),
        ]
      : []),
  ]
}

const Side = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const people = useLimitations(it)
  return (
    <Card title={t`Жауапқа тарту мерзімі`} extra={<ClauseChip id="6.21" />}>
      <div className="stack">
        {people.map((each) => (
          <div key={each.id}>
            {people.length > 1 ? <div>{text(each.name)}</div> : null}
            {each.on ? (
              <TermBar term={{ dueOn: each.on, left: each.left ?? 0, total: each.total }} />
            ) : (
              <State tone="warn">{t`Мерзім тоқтап тұр`}</State>
            )}
            {each.past ? <Banner tone="late" title={t`Жауапқа тарту мерзімі өткен.`} /> : null}
          </div>
        ))}
        {people.some(({ doubtful }) => doubtful) ? (
          <div>
            <UnverifiedMark source={unverified} clause="6.21" />
          </div>
        ) : null}
      </div>
    </Card>
  )
}

const Limitations = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const people = useLimitations(it)
  const still = t`тоқтап тұр`
  return (
    <div className="stack">
      {people.map((each) => (
        <section key={each.id}>
          <h3>{text(each.name)}</h3>
          <Facts
            facts={[
              { title: t`Анықталған күннен`, value: each.discovery.on ? format.day(each.discovery.on) : still },
              { title: t`Жасалған күннен`, value: each.commission.on ? format.day(each.commission.on) : still },
              { title: t`Болмаған күндерге ұзарды, күн`, value: each.discovery.moved || null },
            ]}
          />
          {each.absences.map((absence) => {
            const from = format.day(absence.from)
            const until = absence.until ? format.day(absence.until) : '…'
            return (
              <p key={absence.id}>
                <State>{text(causeTitles[absence.cause])}</State> {from} – {until} · {absence.paper}{' '}
                <span className="quiet">{text(absence.by)}</span>
              </p>
            )
          })}
        </section>
      ))}
      {people.every(({ absences }) => absences.length === 0) ? (
        <EmptyState title={<Trans>Болмаған кезең тіркелмеген.</Trans>}>
          <Trans>Ауру, демалыс және іссапар жауапқа тарту мерзімін тоқтата тұрады.</Trans>
        </EmptyState>
      ) : null}
    </div>
  )
}

const part: RecordPart<Opened> = {
  useActs,
  side: Side,
  tabs: [
    {
      key: 'limitations',
      place: 70,
      title: { kk: 'Жауапқа тарту мерзімдері', ru: 'Сроки привлечения', en: 'Limitations' },
      body: Limitations,
    },
  ],
}
export default part
