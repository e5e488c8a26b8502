// On the page of an investigation: whom one may question and what is missing, the questionings, the summonses with their clocks.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import { listSummonses, summonsTitles } from '../../summonses/contract.ts'
import type { SummonsState } from '../../summonses/contract.ts'
import { listQuestionings, planQuestioning } from '../contract.ts'
import { stateTitles } from '../words.ts'
import { languageOptions, usePersons } from './finding.ts'
import { Lacking } from './missing.tsx'
import { stateTones } from './states.ts'

type Opened = Output<typeof readInvestigation>
type Listed = Output<typeof listQuestionings>

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const { go } = useAddress()
  const find = usePersons()
  const [entryKey] = useState(() => newEntryKey())
  if (it.state !== 'opened') return []
  return [
    act({
      shape: planQuestioning,
      fixed: { id: it.id, entryKey },
      lead: t`Бір жазба – бір адамнан бір рет жауап алу. Судьядан рұқсатпен және өз келісімімен ғана жауап алынады.`,
      fields: [
        { kind: 'find', path: 'person', label: t`Кімнен жауап алынады`, find },
        {
          kind: 'choice',
          as: 'radio',
          path: 'language',
          label: t`Қай тілде`,
          options: languageOptions,
          start: it.language,
        },
        { kind: 'day', path: 'on', label: t`Күні` },
        { kind: 'line', path: 'place', label: t`Орны`, max: 300 },
      ],
      onDone: ({ questioning }) => go(`/questioning/${questioning}`),
    }),
  ]
}

const Persons = ({ it, listed }: { it: Opened; listed: Listed }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <section className="stack">
      <h3>
        <Trans>Кімнен жауап алуға болады</Trans>
      </h3>
      {listed.persons.map((person) => {
        const number = person.permission?.number ?? ''
        return (
          <article key={person.id}>
            <div className="row">
              <b>{text(person.name)}</b>
              {person.judge ? <State tone="mark">{t`Судья`}</State> : null}
              {person.under ? <State>{t`Тексерілетін адам`}</State> : null}
              {person.missing.length ? (
                <State tone="warn">{t`Әзірге болмайды`}</State>
              ) : (
                <State tone="ok">{t`Болады`}</State>
              )}
            </div>
            {person.post ? <div className="quiet">{text(person.post)}</div> : null}
            {person.missing.length ? (
              <Lacking missing={person.missing} investigation={it.id} person={person.id} />
            ) : person.judge ? (
              <p>
                <Trans>Төрағаның рұқсаты: {number}. Жауап алу басталмас бұрын судьяның келісімі тіркеледі.</Trans>{' '}
                <ClauseChip id="5.3" />
              </p>
            ) : null}
          </article>
        )
      })}
    </section>
  )
}

const Questionings = ({ rows }: { rows: Listed['rows'] }) => {
  const text = useText()
  const format = useFormat()
  if (!rows.length) return <EmptyState title={<Trans>Жауап алу жоспарланбаған.</Trans>} />
  return (
    <ul className="stack">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="row">
            <Go to={`/questioning/${row.id}`}>{text(row.person.name)}</Go>
            <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>
          </div>
          <div className="quiet">{[format.dayFull(row.on), row.at, row.place].filter(Boolean).join(', ')}</div>
        </li>
      ))}
    </ul>
  )
}

const summonsTones: Readonly<Record<SummonsState, 'plain' | 'warn' | 'work' | 'late' | 'ok'>> = {
  drafted: 'plain',
  offered: 'warn',
  signed: 'work',
  served: 'work',
  missed: 'late',
  explained: 'ok',
  refused: 'late',
  withdrawn: 'plain',
}

const Summonses = ({ id }: { id: string }) => {
  const text = useText()
  const called = useCall(listSummonses, { id }, { keep: true, kinds: ['summons', 'document'] })
  return (
    <Loaded of={called} lines={2}>
      {({ rows }) =>
        rows.length ? (
          <ul className="stack">
            {rows.map((row) => (
              <li key={row.id}>
                <div className="row">
                  <Go to={`/summonses/${row.id}`}>{text(row.person.name)}</Go>
                  <State tone={summonsTones[row.state]}>{text(summonsTitles[row.state])}</State>
                  {row.number ? <span className="quiet number">{row.number}</span> : null}
                </div>
                {row.term && (row.state === 'served' || row.state === 'missed') ? <TermBar term={row.term} /> : null}
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={<Trans>Ешкім түсініктеме беруге шақырылмаған.</Trans>} />
        )
      }
    </Loaded>
  )
}

const Questions = ({ it }: { it: Opened }) => {
  const called = useCall(
    listQuestionings,
    { id: it.id },
    { keep: true, kinds: ['authority', 'investigation', 'person'] },
  )
  return (
    <Loaded of={called}>
      {(listed) => (
        <div className="stack">
          <Persons it={it} listed={listed} />
          <section>
            <h3>
              <Trans>Жауап алулар</Trans>
            </h3>
            <Questionings rows={listed.rows} />
          </section>
          <section>
            <h3>
              <Trans>Шақырулар мен түсініктемелер</Trans>
            </h3>
            <Summonses id={it.id} />
          </section>
        </div>
      )}
    </Loaded>
  )
}

export default {
  useActs,
  tabs: [
    { key: 'questioning', place: 30, title: { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' }, body: Questions },
  ],
} satisfies RecordPart<Opened>
