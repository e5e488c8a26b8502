// The calendar of reception: the weekly pattern of each chief and the days that differ from it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { usePower } from '../../../ui/me.ts'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { endHours, liftException, makeException, postTitles, readPlan, setHours } from '../contract.ts'
import { UnitChoice } from './unit-choice.tsx'

type Plan = Output<typeof readPlan>

const useWeekdays = (): readonly string[] => {
  const { t } = useLingui()
  return ['', t`Дүйсенбі`, t`Сейсенбі`, t`Сәрсенбі`, t`Бейсенбі`, t`Жұма`, t`Сенбі`, t`Жексенбі`]
}

const Pattern = ({ plan, keeps }: { plan: Plan; keeps: boolean }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const days = useWeekdays()
  const [ending, setEnding] = useState<Plan['hours'][number] | null>(null)
  if (!plan.hours.length)
    return (
      <EmptyState title={<Trans>Қабылдау күні белгіленбеген.</Trans>}>
        <Trans>Күн белгіленгенде, оның уақыттары қоғамдық бетте жазылуға ашылады.</Trans>
      </EmptyState>
    )
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">{t`Апталық кесте`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Кім қабылдайды`}</th>
            <th scope="col">{t`Апта күні`}</th>
            <th scope="col">{t`Уақыты`}</th>
            <th scope="col">{t`Орны`}</th>
            <th scope="col">{t`Күшінде`}</th>
          </tr>
        </thead>
        <tbody>
          {plan.hours.map((it) => (
            <tr key={it.id}>
              <td>{text(postTitles[it.post])}</td>
              <td>{days[it.weekday]}</td>
              <td className="number">
                {it.fromTime}–{it.untilTime}
              </td>
              <td>{it.place}</td>
              <td>
                {format.dayShort(it.fromOn)} – {it.untilOn ? format.dayShort(it.untilOn) : '…'}{' '}
                {keeps && !it.untilOn ? (
                  <button type="button" className="link" onClick={() => setEnding(it)}>
                    {t`Аяқтау`}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending ? (
        <ActionForm
          shape={endHours}
          place="middle"
          fixed={{ id: ending.id, version: ending.version }}
          fields={[{ kind: 'day', path: 'untilOn', label: t`Соңғы күні`, start: today() }]}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </div>
  )
}

const Exceptions = ({ plan, keeps }: { plan: Plan; keeps: boolean }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const lift = useCommand(liftException)
  if (!plan.exceptions.length)
    return (
      <p className="quiet">
        <Trans>Ерекше күн жоқ: апталық кесте бойынша қабылданады.</Trans>
      </p>
    )
  return (
    <ul className="files">
      {plan.exceptions.map((it) => (
        <li key={it.id} className="file">
          <b>{format.dayFull(it.on)}</b>
          <State tone={it.kind === 'closed' ? 'warn' : 'ok'}>
            {it.kind === 'closed' ? t`Қабылдау жоқ` : `${it.fromTime}–${it.untilTime}, ${it.place}`}
          </State>
          <span>{text(postTitles[it.post])}</span>
          <span className="quiet">{it.reason}</span>
          {keeps ? (
            <button type="button" className="link" onClick={() => lift.mutate({ exception: it.id })}>
              <Trans>Алып тастау</Trans>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const useForms = (plan: Plan) => {
  const { t } = useLingui()
  const text = useText()
  const days = useWeekdays()
  const [open, setOpen] = useState<'hours' | 'exception' | null>(null)
  const post = {
    kind: 'choice' as const,
    path: 'post' as const,
    label: t`Кім қабылдайды`,
    start: plan.posts[0] ?? null,
    options: optionsOf(plan.posts, postTitles, text),
  }
  const close = () => setOpen(null)
  const isExtra = ({ kind }: Readonly<Record<string, unknown>>): boolean => kind === 'extra'
  const form =
    open === 'hours' ? (
      <ActionForm
        shape={setHours}
        fixed={{ unit: plan.unit }}
        onClose={close}
        lead={t`Бір қабылдаудың ұзақтығы баптаудан алынады, демалыс күндері өзінен өзі шығарылады.`}
        fields={[
          post,
          {
            kind: 'choice',
            path: 'weekday',
            label: t`Апта күні`,
            start: '1',
            options: days.slice(1).map((label, at) => ({ value: String(at + 1), label })),
          },
          { kind: 'line', path: 'fromTime', label: t`Басталуы`, hint: t`Мысалы 10:00` },
          { kind: 'line', path: 'untilTime', label: t`Аяқталуы`, hint: t`Мысалы 12:00` },
          { kind: 'line', path: 'place', label: t`Орны`, hint: t`Мекенжай мен кабинет: азаматтар көреді` },
          { kind: 'day', path: 'fromOn', label: t`Қай күннен бастап`, start: today() },
        ]}
      />
    ) : open === 'exception' ? (
      <ActionForm
        shape={makeException}
        fixed={{ unit: plan.unit }}
        onClose={close}
        fields={[
          post,
          { kind: 'day', path: 'on', label: t`Күні`, notBefore: today() },
          {
            kind: 'choice',
            as: 'radio',
            path: 'kind',
            label: t`Не болады`,
            start: 'closed',
            options: [
              { value: 'closed', label: t`Қабылдау жоқ` },
              { value: 'extra', label: t`Қосымша қабылдау` },
            ],
          },
          { kind: 'line', path: 'fromTime', label: t`Басталуы`, when: isExtra },
          { kind: 'line', path: 'untilTime', label: t`Аяқталуы`, when: isExtra },
          { kind: 'line', path: 'place', label: t`Орны`, when: isExtra },
          {
            kind: 'line',
            path: 'reason',
            label: t`Себебі`,
            hint: t`Күн жабылса, жазылғандар осы сөздерді код арқылы оқиды`,
            max: 500,
          },
        ]}
      />
    ) : null
  return { form, setOpen }
}

const Shown = ({ plan }: { plan: Plan }) => {
  const { t } = useLingui()
  const keeps = usePower('reception.keep')
  const { form, setOpen } = useForms(plan)
  const { minutes } = plan
  return (
    <div className="stack">
      <div className="row">
        <UnitChoice units={plan.units} value={plan.unit} />
        <span className="quiet">
          <Trans>Бір қабылдаудың ұзақтығы: {minutes} минут</Trans>
        </span>
      </div>
      <Card
        title={t`Апталық кесте`}
        extra={
          keeps ? (
            <button type="button" className="button small" onClick={() => setOpen('hours')}>
              <Trans>Қабылдау күнін қосу</Trans>
            </button>
          ) : null
        }
      >
        <Pattern plan={plan} keeps={keeps} />
      </Card>
      <Card
        title={t`Ерекше күндер`}
        extra={
          keeps ? (
            <button type="button" className="button small" onClick={() => setOpen('exception')}>
              <Trans>Ерекше күн қосу</Trans>
            </button>
          ) : null
        }
      >
        <Exceptions plan={plan} keeps={keeps} />
      </Card>
      {form}
    </div>
  )
}

export default function ReceptionPlan() {
  const { t } = useLingui()
  const { search } = useAddress()
  const plan = useCall(readPlan, search['unit'] ? { unit: search['unit'] } : {}, { keep: true })
  return (
    <Page
      title={t`Қабылдау күндері`}
      actions={
        <Go to="/reception" className="button">
          <Trans>Күн парағы</Trans>
        </Go>
      }
    >
      <Loaded of={plan}>{(it) => <Shown plan={it} />}</Loaded>
    </Page>
  )
}
