// One reception: who comes and what about, the card of what was said, the promise with its clock, the appeal made of it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { agreementTitles, agreements, appealKinds, kindTitles } from '../../submissions/contract.ts'
import {
  fulfilPromise,
  holdReception,
  makeAppeal,
  missReception,
  openReception,
  postTitles,
  stateTitles,
  withdrawReception,
} from '../contract.ts'
import { Made, type MadeAppeal } from './made.tsx'
import { stateTones } from './states.ts'

type Opened = Output<typeof openReception>

const useActs = (it: Opened, made: (appeal: MadeAppeal) => void) => {
  const { t } = useLingui()
  const text = useText()
  const fixed = { id: it.id, version: it.version }
  return [
    act({
      shape: holdReception,
      fixed,
      fields: [
        { kind: 'prose', path: 'asked', label: t`Не сұрады`, rows: 4 },
        { kind: 'prose', path: 'answered', label: t`Қандай жауап берілді`, rows: 4 },
        {
          kind: 'prose',
          path: 'promise',
          label: t`Не уәде етілді`,
          hint: t`Уәде берілсе, ол мерзімі бар тапсырмаға айналады`,
          rows: 2,
          max: 2000,
          optional: true,
        },
        { kind: 'day', path: 'promiseDueOn', label: t`Уәденің орындалатын күні`, optional: true },
      ],
    }),
    act({
      shape: makeAppeal,
      fixed,
      lead: t`Айтылғаны ауызша өтініш ретінде хаттамаланады: талон, код және мерзім беріледі.`,
      onDone: made,
      fields: [
        {
          kind: 'choice',
          path: 'kind',
          label: t`Өтініштің түрі`,
          start: 'application',
          options: optionsOf(appealKinds, kindTitles, text),
        },
        { kind: 'prose', path: 'text', label: t`Өтініш берушінің айтқаны`, rows: 8, start: it.card?.asked ?? '' },
        { kind: 'line', path: 'address', label: t`Мекенжайы`, optional: true, max: 500 },
        {
          kind: 'choice',
          as: 'radio',
          path: 'agreement',
          label: t`Оқып беру`,
          hint: t`Жазғаныңызды өтініш берушіге дауыстап оқып беріңіз`,
          options: optionsOf(agreements, agreementTitles, text),
        },
        {
          kind: 'prose',
          path: 'remarks',
          label: t`Өтініш берушінің ескертпесі`,
          rows: 3,
          max: 5000,
          when: ({ agreement }) => agreement === 'remarks',
        },
      ],
    }),
    act({
      shape: fulfilPromise,
      fixed,
      fields: [{ kind: 'prose', path: 'result', label: t`Қалай орындалды`, rows: 4, max: 5000 }],
    }),
    act({ shape: missReception, fixed, fields: [], place: 'middle', lead: t`Азаматтың келмегені белгіленеді.` }),
    act({
      shape: withdrawReception,
      fixed,
      danger: true,
      lead: t`Уақыт қайта босайды. Азамат себебін код арқылы оқиды.`,
      fields: [{ kind: 'prose', path: 'notice', label: t`Себебі`, rows: 3, max: 1000 }],
    }),
  ]
}

const CardOf = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.card) return null
  return (
    <Card title={t`Қабылдау карточкасы`}>
      <Facts
        facts={[
          { title: t`Қабылдаған`, value: text(it.card.by) },
          { title: t`Қабылданған уақыты`, value: format.instant(it.card.heldAt) },
          { title: t`Не сұрады`, value: <span className="said">{it.card.asked}</span> },
          { title: t`Қандай жауап берілді`, value: <span className="said">{it.card.answered}</span> },
          it.promise && { title: t`Не уәде етілді`, value: <span className="said">{it.promise.text}</span> },
          Boolean(it.promise?.result) && {
            title: t`Қалай орындалды`,
            value: <span className="said">{it.promise?.result}</span>,
          },
          it.appeal !== null && {
            title: t`Өтініш`,
            value: (
              <Go to={`/appeals/${it.appeal}`}>
                <Trans>Айтылғаны өтініш етіп рәсімделген</Trans>
              </Go>
            ),
          },
        ]}
      />
    </Card>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [made, setMade] = useState<MadeAppeal | null>(null)
  const acts = useActs(it, setMade)
  const post = text(postTitles[it.post])
  const on = format.dayFull(it.on)
  const { promise } = it
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: `/reception?on=${it.on}`, title: t`Күн парағы` }}
        number={it.number}
        title={it.visitor.name}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            {it.walkIn ? <State tone="mark">{t`Жазылмай келген`}</State> : null}
            <ClauseChip id="6.23" />
          </>
        }
        sub={`${on}, ${it.at} · ${post} · ${it.place}`}
        clock={
          promise ? (
            <LegalClock
              term={{
                dueOn: promise.dueOn,
                left: promise.left,
                total: Math.max(1, promise.total),
                doneOn: promise.doneAt ? promise.doneAt.slice(0, 10) : null,
              }}
            />
          ) : null
        }
      />
      <div className="columns">
        <div className="stack">
          {it.notice ? (
            <Banner tone="warn" title={t`Қабылдау болдырылмады.`}>
              {it.notice}
            </Banner>
          ) : null}
          {made ? <Made it={made} language={it.language} /> : null}
          <MayBar may={may} acts={acts} />
          <Card title={t`Қандай мәселемен келеді`}>
            <p className="said" lang={it.language}>
              {it.about}
            </p>
          </Card>
          <CardOf it={it} />
        </div>
        <div className="stack">
          <Card title={t`Келуші`}>
            <Facts
              narrow
              facts={[
                { title: t`Аты-жөні`, value: it.visitor.name },
                { title: t`Телефоны`, value: it.visitor.phone },
                { title: t`ЖСН`, value: it.visitor.iin },
                { title: t`Электрондық пошта`, value: it.visitor.email },
                { title: t`Жазылған уақыты`, value: format.instantShort(it.bookedAt) },
              ]}
            />
            {it.warnings.map((warning) => (
              <Banner key={warning.en} tone="warn">
                {text(warning)}
              </Banner>
            ))}
          </Card>
          <Card title={t`Кім қабылдайды`}>
            <Facts
              narrow
              facts={[
                { title: t`Лауазымы`, value: post },
                { title: t`Бөлімше`, value: text(it.unit) },
                {
                  title: t`Сол күні`,
                  value: it.receiver ? text(it.receiver.name) : <span className="quiet">{t`ешкім жоқ`}</span>,
                },
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function ReceptionPage() {
  const { id } = useAddress().params
  const opened = useCall(openReception, { id: id ?? '' }, { kinds: ['reception'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
