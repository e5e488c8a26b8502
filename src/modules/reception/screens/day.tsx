// The sheet of a day: each chief with his hours, who comes and when, what is free; made to be printed too.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { postTitles, readDay, stateTitles, takeWalkIn } from '../contract.ts'
import { UnitChoice } from './unit-choice.tsx'
import { stateTones } from './states.ts'

type Sheet = Output<typeof readDay>
type Desk = Sheet['desks'][number]

const shift = (on: string, days: number): string => {
  const at = new Date(`${on}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

const Visits = ({ desk }: { desk: Desk }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">{text(postTitles[desk.post])}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Уақыты`}</th>
            <th scope="col">{t`Кім келеді`}</th>
            <th scope="col">{t`Мәселе`}</th>
            <th scope="col">{t`Күйі`}</th>
          </tr>
        </thead>
        <tbody>
          {desk.visits.map((it) => (
            <tr key={it.id}>
              <td className="number">{it.at}</td>
              <td>
                <Go to={`/reception/${it.id}`}>{it.name}</Go>
                <div className="quiet number">{it.number}</div>
              </td>
              <td>{it.about}</td>
              <td>
                <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>{' '}
                {it.walkIn ? <State tone="mark">{t`Жазылмай келген`}</State> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const DeskCard = ({ desk, children }: { desk: Desk; children: React.ReactNode }) => {
  const { t } = useLingui()
  const text = useText()
  const free = desk.free.join(', ')
  const hours = desk.hours.map(({ fromTime, untilTime, place }) => `${fromTime}–${untilTime}, ${place}`).join('; ')
  const waiting = desk.visits.filter(({ state }) => state === 'booked').length
  return (
    <Card title={text(postTitles[desk.post])} extra={children}>
      <div className="stack">
        <p>
          {desk.receiver ? (
            <>
              <b>{text(desk.receiver.name)}</b>{' '}
              {desk.receiver.acting ? <State tone="mark">{t`міндетін атқарушы`}</State> : null}
            </>
          ) : (
            <span className="quiet">
              <Trans>Бұл күні лауазымда ешкім жоқ.</Trans>
            </span>
          )}
          {hours ? <span className="quiet"> · {hours}</span> : null}
        </p>
        {desk.closed ? (
          <Banner tone="warn" title={t`Бұл күні қабылдау жоқ.`}>
            {desk.closed}
          </Banner>
        ) : null}
        {!desk.receiver && waiting ? (
          <Banner tone="late" title={t`Жазылғандар бар, бірақ қабылдайтын адам жоқ.`}>
            <Trans>
              Міндетін атқарушыны тағайындатыңыз немесе осы күнді жабыңыз: жазылғандар себебін код арқылы оқиды.
            </Trans>
          </Banner>
        ) : null}
        {desk.visits.length ? (
          <Visits desk={desk} />
        ) : (
          <p className="quiet">
            <Trans>Бұл күнге ешкім жазылмаған.</Trans>
          </p>
        )}
        {free ? (
          <p className="quiet no-print">
            <Trans>Бос уақыттар: {free}</Trans>
          </p>
        ) : null}
      </div>
    </Card>
  )
}

const Shown = ({ sheet }: { sheet: Sheet }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { go, setSearch } = useAddress()
  const [walkIn, setWalkIn] = useState<Desk['post'] | null>(null)
  const move = (on: string) => setSearch({ on })
  return (
    <div className="stack">
      <div className="row no-print">
        <button type="button" className="button" onClick={() => move(shift(sheet.on, -1))}>
          <Trans>Алдыңғы күн</Trans>
        </button>
        <label className="row">
          <span className="hidden">{t`Күні`}</span>
          <DayInput id="reception-day" value={sheet.on} set={(on) => on && move(on)} />
        </label>
        <button type="button" className="button" onClick={() => move(shift(sheet.on, 1))}>
          <Trans>Келесі күн</Trans>
        </button>
        {sheet.on === today() ? null : (
          <button type="button" className="link" onClick={() => move(today())}>
            <Trans>Бүгін</Trans>
          </button>
        )}
        <UnitChoice units={sheet.units} value={sheet.unit} />
      </div>
      <h2>{format.dayFull(sheet.on)}</h2>
      {sheet.dayOff ? <Banner>{text(sheet.dayOff)}</Banner> : null}
      {sheet.desks.map((desk) => (
        <DeskCard key={desk.post} desk={desk}>
          {sheet.on === today() ? (
            <button type="button" className="button small no-print" onClick={() => setWalkIn(desk.post)}>
              {text(takeWalkIn.title)}
            </button>
          ) : null}
        </DeskCard>
      ))}
      {walkIn ? (
        <ActionForm
          shape={takeWalkIn}
          fixed={{ unit: sheet.unit, post: walkIn }}
          onClose={() => setWalkIn(null)}
          onDone={({ id }) => go(`/reception/${id}`)}
          fields={[
            { kind: 'line', path: 'name', label: t`Аты-жөні`, max: 300 },
            { kind: 'line', path: 'phone', label: t`Телефоны`, optional: true },
            { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true },
            {
              kind: 'choice',
              path: 'language',
              label: t`Тілі`,
              start: 'kk',
              options: optionsOf(['kk', 'ru', 'en'], languages, text),
            },
            { kind: 'prose', path: 'about', label: t`Қандай мәселемен келді`, rows: 3, max: 5000 },
          ]}
        />
      ) : null}
    </div>
  )
}

const languages = {
  kk: { kk: 'қазақша', ru: 'казахский', en: 'Kazakh' },
  ru: { kk: 'орысша', ru: 'русский', en: 'Russian' },
  en: { kk: 'ағылшынша', ru: 'английский', en: 'English' },
} as const

export default function ReceptionDay() {
  const { t } = useLingui()
  const { search } = useAddress()
  const { on, unit } = search
  const sheet = useCall(readDay, { ...(on ? { on } : {}), ...(unit ? { unit } : {}) }, { keep: true })
  return (
    <Page
      title={t`Жеке қабылдау`}
      lead={<Trans>Азаматтар қоғамдық бетте жазылады. Кім қабылдайтыны сол күнгі лауазымы бойынша белгіленеді.</Trans>}
      actions={
        <>
          <Go to="/reception/plan" className="button">
            <Trans>Қабылдау күндері</Trans>
          </Go>
          <Go to="/reception/list" className="button">
            <Trans>Барлық қабылдау</Trans>
          </Go>
          <button type="button" className="button" onClick={() => window.print()}>
            <Trans>Басып шығару</Trans>
          </button>
        </>
      }
    >
      <Loaded of={sheet}>{(it) => <Shown sheet={it} />}</Loaded>
    </Page>
  )
}
