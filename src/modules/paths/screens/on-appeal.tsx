// On the page of an appeal: the decisions taken on it with their days and papers, what they stop, and what may be decided now.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner, State, type Tone } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { outcomeTitles, pathsOfAppeal, pathStateTitles, pathTitles, type PathState } from '../contract.ts'
import { useActs } from './acts.tsx'
import type { Opened } from './opened.ts'

type Path = Output<typeof pathsOfAppeal>['rows'][number]

const tones: Readonly<Record<PathState, Tone>> = {
  asked: 'warn',
  begun: 'work',
  done: 'ok',
  declined: 'plain',
  dropped: 'plain',
}

const Papers = ({ path }: { path: Path }) => {
  const { t } = useLingui()
  const format = useFormat()
  if (!path.papers.length) return null
  return (
    <ul className="files">
      {path.papers.map(({ document, role, number, givenOn }) => (
        <li key={document} className="file">
          <Go to={`/documents/${document}`}>{role === 'letter' ? t`Органға хат` : t`Өтініш берушіге хабарлама`}</Go>
          {number ? <span className="quiet number">{number}</span> : <span className="quiet">{t`қол қойылмаған`}</span>}
          {givenOn ? <span className="quiet number">{format.dayShort(givenOn)}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** Whole sentences of the details, as names and values. */
const useDetails = (path: Path) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const day = (on: string | null | undefined) => (on ? format.day(on) : null)
  const { extension, hearing, transfer, complaint } = path
  return [
    { title: t`Қайда жіберілді`, value: path.body ? text(path.body) : null },
    { title: t`Қай бөлігі`, value: path.part },
    { title: t`Бұрынғы мерзім`, value: day(extension?.fromOn) },
    { title: t`Жаңа мерзім`, value: day(extension?.untilOn) },
    { title: t`Хабарланған күні`, value: day(hearing?.toldOn) },
    { title: t`Қарсылық мерзімі`, value: day(hearing?.objectionsUntil) },
    { title: t`Қарсылығы`, value: hearing?.objections ?? null },
    { title: t`Тыңдалған күні`, value: day(hearing?.heldOn) },
    { title: t`Шығыс нөмірі`, value: transfer?.outgoingNumber ?? null },
    { title: t`СДТБТ нөмірі`, value: transfer?.registerNumber ?? null },
    { title: t`АЕК нөмірі`, value: transfer?.kuiNumber ?? null },
    { title: t`Ескерту`, value: transfer?.warnings[0] ? text(transfer.warnings[0]) : null },
    { title: t`Шағым нөмірі`, value: complaint?.number ?? null },
    { title: t`Түскен күні`, value: day(complaint?.receivedOn) },
    { title: t`Жоғарыға берілген күні`, value: day(complaint?.passedOn) },
    { title: t`Қарау мерзімі`, value: day(complaint?.reviewDueOn) },
    { title: t`Қорытындысы`, value: complaint?.outcome ? text(outcomeTitles[complaint.outcome]) : null },
    { title: t`Шешімнің мәні`, value: complaint?.words ?? null },
    { title: path.kind === 'complaint' ? t`Шағымның мәтіні` : t`Негіздемесі`, value: path.reason },
    { title: t`Шешім қабылдаған`, value: path.decidedBy ? text(path.decidedBy) : null },
    { title: t`Шешімнің себебі`, value: path.decision },
  ]
}

const Decision = ({ path }: { path: Path }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const details = useDetails(path)
  const due = path.dueOn ? format.dayShort(path.dueOn) : ''
  const isOpen = path.state === 'asked' || path.state === 'begun'
  return (
    <article className="path">
      <div className="row">
        <b>{text(pathTitles[path.kind])}</b>
        <State tone={tones[path.state]}>{text(pathStateTitles[path.state])}</State>
        {path.late ? <State tone="late">{t`Мерзімінен кеш`}</State> : null}
      </div>
      <div className="quiet">
        {format.instantShort(path.askedAt)} · {path.askedBy ? text(path.askedBy) : t`өтініш беруші`}
        {isOpen && due ? ` · ${t`мерзімі: ${due}`}` : null}
      </div>
      <details className="acts-aside">
        <summary>{t`Толығырақ`}</summary>
        <Facts narrow facts={details} />
      </details>
      <Papers path={path} />
    </article>
  )
}

const Decisions = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const asked = useCall(pathsOfAppeal, { id: it.id }, { enabled: it.number !== null, keep: true })
  const rows = asked.data?.result.rows ?? []
  if (!rows.length) return null
  return (
    <Card title={t`Шешімдер`}>
      <div className="stack">
        {rows.map((path) => (
          <Decision key={path.id} path={path} />
        ))}
      </div>
    </Card>
  )
}

/** What stands in the way or waits for a word, told above the buttons. */
const Standing = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const format = useFormat()
  const from = it.heardFrom ? format.day(it.heardFrom) : ''
  const open = new Set(it.openPaths)
  return (
    <>
      {open.has('extension:asked') ? (
        <Banner title={t`Мерзімді ұзарту сұралды, меңгерушінің шешімі күтілуде.`} />
      ) : null}
      {open.has('withdrawal:asked') ? (
        <Banner title={t`Өтініш беруші өтінішін қайтарып алғысы келеді.`}>
          <Trans>Қылмыс белгілері болмаса, басшы қарауды тоқтатады.</Trans>
        </Banner>
      ) : null}
      {it.burdensome && !it.term.doneOn ? (
        <Banner
          title={
            from
              ? t`Ауыртпалық түсіретін жауапқа қол қойылатын күн: ${from}.`
              : t`Жауап өтініш берушіге ауыртпалық түсіреді: алдымен алдын ала шешім хабарланады.`
          }
        />
      ) : null}
      {open.has('number') ? <Banner title={t`Берілген материалдың тіркеу нөмірі әлі белгісіз.`} /> : null}
    </>
  )
}

const part: RecordPart<Opened> = { useActs, banner: Standing, side: Decisions }

export default part
