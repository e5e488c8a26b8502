// On the page of an inspection: entries with the service certificate, hindrances, and the demands made about it.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { FileList } from '../../../ui/files.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner, EmptyState, State } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInspection } from '../../inspections/contract.ts'
import { demandPapers, enterVisit, leaveVisit, premisesKinds, readVisits, recordHindrance } from '../contract.ts'
import { premisesTitles } from '../words.ts'
import { instantOf, nowTyped } from './moments.ts'

type Opened = Output<typeof readInspection>
type Visit = Output<typeof readVisits>['visits'][number]

const useVisits = (it: Opened) =>
  useCall(readVisits, { id: it.id }, { kinds: ['inspection', 'request'], keep: true, enabled: !it.brief }).data?.result

const useComing = (it: Opened): FieldOf<typeof enterVisit>[] => {
  const { t } = useLingui()
  const text = useText()
  const seen = useVisits(it)
  return [
    {
      kind: 'choice',
      as: 'select',
      path: 'who',
      label: t`Кім барды`,
      hint: t`Таңдалмаса, өзіңіз`,
      optional: true,
      options: (seen?.team ?? []).map(({ id, name }) => ({ value: id, label: text(name) })),
    },
    { kind: 'line', path: 'certificate', label: t`Қызметтік куәліктің нөмірі`, max: 60 },
    {
      kind: 'choice',
      as: 'search',
      path: 'place',
      label: t`Сот немесе бөлімше`,
      start: `body:${it.body.id}`,
      options: (seen?.places ?? []).map(({ value, name, group }) => ({
        value,
        label: text(name),
        ...(group ? { hint: text(group) } : {}),
      })),
    },
    {
      kind: 'choice',
      as: 'select',
      path: 'premises',
      label: t`Үй-жай`,
      hint: t`Режимдік үй-жайға қызметтік куәлікпен кіруге болмайды`,
      options: optionsOf(premisesKinds, premisesTitles, text),
    },
    { kind: 'line', path: 'room', label: t`Бөлме`, optional: true },
    {
      kind: 'line',
      path: 'cameAt',
      label: t`Кірген уақыты`,
      hint: t`Күн мен сағат, мысалы 23.11.2026 09:30`,
      start: nowTyped(),
    },
  ]
}

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const seen = useVisits(it)
  const coming = useComing(it)
  const fixed = { id: it.id, version: it.version }
  const inside = (seen?.visits ?? [])
    .filter(({ entered, leftAt }) => entered && !leftAt)
    .map(({ id, place, cameAt, who }) => ({
      value: id,
      label: `${text(place)}, ${format.instantShort(cameAt)}`,
      hint: text(who),
    }))
  const moments = (values: Readonly<Record<string, unknown>>) => ({
    ...values,
    ...fixed,
    ...(values['cameAt'] ? { cameAt: instantOf(values['cameAt']) } : {}),
    ...(values['leftAt'] ? { leftAt: instantOf(values['leftAt']) } : {}),
  })
  if (it.ended || (it.state !== 'opened' && it.state !== 'remedying' && !inside.length)) return []
  const leaving = {
    kind: 'line' as const,
    path: 'leftAt' as const,
    label: t`Шыққан уақыты`,
    hint: t`Күн мен сағат, мысалы 23.11.2026 11:05`,
  }
  const shown: (Act | null)[] = [
    act({
      shape: enterVisit,
      fields: [
        ...coming,
        { ...leaving, optional: true },
        { kind: 'line', path: 'accompanied', label: t`Кім ертіп жүрді`, optional: true },
        { kind: 'line', path: 'vehicle', label: t`Көлік нөмірі`, optional: true, max: 60 },
      ],
      toInput: (values) => moments(values) as never,
    }),
    inside.length
      ? act({
          shape: leaveVisit,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'visit',
              label: t`Қай бару`,
              options: inside,
              start: inside[0]?.value,
            },
            { ...leaving, start: nowTyped() },
          ],
          toInput: (values) => moments(values) as never,
        })
      : null,
    act({
      shape: demandPapers,
      fixed,
      lead: t`Талаптың жобасы дайындалады, оған меңгеруші қол қояды.`,
      fields: [
        { kind: 'line', path: 'subject', label: t`Тақырыбы`, max: 300 },
        { kind: 'prose', path: 'asked', label: t`Қандай құжаттар талап етіледі`, rows: 4 },
        { kind: 'day', path: 'until', label: t`Қашанға дейін`, optional: true },
      ],
    }),
    act({
      shape: recordHindrance,
      aside: true,
      lead: t`Кедергі туралы талаптың жобасы бірден дайындалады. Орындалмаса, басшылыққа баяндалады.`,
      fields: [
        ...(coming as FieldOf<typeof recordHindrance>[]),
        { kind: 'line', path: 'by', label: t`Кім кедергі келтірді`, max: 300 },
        { kind: 'prose', path: 'words', label: t`Не болды`, rows: 3 },
        { kind: 'prose', path: 'demanded', label: t`Не талап етіледі`, rows: 3 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
      toInput: (values) => moments(values) as never,
    }),
  ]
  return shown.filter((each) => each !== null)
}

const OneVisit = ({ it, visit }: { it: Opened; visit: Visit }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const by = visit.hindrance?.by ?? ''
  return (
    <article className="stack">
      <div className="row">
        <b>{text(visit.place)}</b>
        <State tone={visit.entered ? (visit.leftAt ? 'plain' : 'work') : 'late'}>
          {visit.entered ? (visit.leftAt ? t`Аяқталды` : t`Ішінде`) : t`Кіргізілмеді`}
        </State>
      </div>
      <Facts
        facts={[
          { title: t`Кім барды`, value: text(visit.who) },
          { title: t`Куәлік`, value: visit.certificate },
          { title: t`Үй-жай`, value: [text(premisesTitles[visit.premises]), visit.room].filter(Boolean).join(', ') },
          { title: t`Кірген уақыты`, value: format.instantShort(visit.cameAt) },
          { title: t`Шыққан уақыты`, value: visit.leftAt ? format.instantShort(visit.leftAt) : null },
          { title: t`Ертіп жүрген`, value: visit.accompanied },
          { title: t`Көлік`, value: visit.vehicle },
        ]}
      />
      {visit.hindrance ? (
        <Banner tone="late" title={t`Кедергі келтірген: ${by}`}>
          <p className="said">{visit.hindrance.words}</p>
          <Go to={`/requests/${visit.hindrance.request}`}>
            <Trans>Қойылған талап</Trans>
          </Go>{' '}
          <ClauseChip id="12" />
        </Banner>
      ) : null}
      {visit.files.length ? <FileList kind="inspection" id={it.id} files={visit.files} /> : null}
    </article>
  )
}

const Visits = ({ it }: { it: Opened }) => {
  const rows = useVisits(it)?.visits ?? []
  if (!rows.length)
    return (
      <EmptyState title={<Trans>Бару жазылмаған.</Trans>}>
        <Trans>
          Қызметтік куәлікпен соттың ғимаратына кез келген уақытта кіруге болады. Режимдік үй-жайға оның заңында
          көзделген рұқсат керек.
        </Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {rows.map((visit) => (
        <OneVisit key={visit.id} it={it} visit={visit} />
      ))}
    </div>
  )
}

const Requests = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const rows = useVisits(it)?.requests ?? []
  return (
    <Card title={t`Талаптар`} extra={<ClauseChip id="12" />}>
      {rows.length ? (
        <div className="stack">
          {rows.map((row) => (
            <div key={row.id}>
              <Go to={`/requests/${row.id}`}>{row.caption}</Go> <State>{text(row.state)}</State>
              <div className="quiet">{text(row.addressee)}</div>
            </div>
          ))}
        </div>
      ) : (
        <p className="quiet">
          <Trans>Талап қойылмаған.</Trans>
        </p>
      )}
    </Card>
  )
}

const part: RecordPart<Opened> = {
  useActs,
  side: Requests,
  tabs: [{ key: 'visits', title: { kk: 'Бару', ru: 'Посещения', en: 'Visits' }, body: Visits }],
}
export default part
