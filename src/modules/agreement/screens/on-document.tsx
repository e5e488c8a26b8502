// On a document: the acts of its route of agreement, a line that says how it stands, and the whole history.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import type { Tone } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { openDocument } from '../../documents/contract.ts'
import { agree, askAgreement, endAgreement, listColleagues, objectTo, readAgreement } from '../contract.ts'

type Opened = Output<typeof openDocument>
type Round = Output<typeof readAgreement>['rounds'][number]
type Voice = Round['voices'][number]

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const asked = useCall(listColleagues, { id: it.id }, { enabled: it.state === 'drafted' })
  const people = asked.data?.result.rows ?? []
  const options = people.map(({ id, name, post, absent }) => {
    const place = text(post)
    return { value: id, label: text(name), hint: absent ? t`${place} · бүгін жұмыста жоқ` : place }
  })
  const usual = people.filter((each) => each.usual && !each.absent).map(({ id }) => id)
  const fixed = { id: it.id, version: it.version }
  return [
    act({
      shape: agree,
      fixed,
      fields: [{ kind: 'prose', path: 'comment', label: t`Пікір`, optional: true, max: 4_000, rows: 4 }],
      lead: t`Келісіміңіз осы нұсқаға ғана қатысты. Мәтін өзгерсе, сізден қайта сұралады.`,
    }),
    act({
      shape: objectTo,
      fixed,
      fields: [
        {
          kind: 'prose',
          path: 'comment',
          label: t`Қарсылық`,
          hint: t`Орындаушы нені түзетуі керек`,
          max: 4_000,
          rows: 6,
        },
      ],
    }),
    act({
      shape: askAgreement,
      fixed,
      lead: t`Әр қызметкерге мерзімі бар тапсырма ашылады. Барлығы келіскенше құжат қол қоюға ұсынылмайды.`,
      fields: [
        { kind: 'choices', path: 'people', label: t`Кімдер келіседі`, options, start: usual },
        { kind: 'check', path: 'inOrder', label: t`Таңдалған ретпен, бірінен соң бірі`, optional: true },
      ],
    }),
    act({
      shape: endAgreement,
      fixed,
      danger: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1_000, rows: 3 }],
      lead: t`Айтылған пікірлер тарихта қалады.`,
    }),
  ]
}

const Standing = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  if (it.state !== 'drafted') return null
  if (it.agreement === 'asked') return <Banner title={t`Құжат келісуде.`}>{null}</Banner>
  if (it.agreement === 'objected')
    return (
      <Banner tone="warn" title={t`Құжатқа қарсылық білдірілді.`}>
        <Trans>Пікірлер «Келісу» бетінде. Мәтін сақталғанда келісу қайта басталады.</Trans>
      </Banner>
    )
  if (it.agreement === 'agreed') return <Banner title={t`Құжат келісілді.`}>{null}</Banner>
  return null
}

const Said = ({ voice }: { voice: Voice }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const due = voice.dueOn ? format.dayShort(voice.dueOn) : ''
  const [tone, word]: [Tone, string] =
    voice.word === 'agreed'
      ? ['ok', t`Келісті`]
      : voice.word === 'objected'
        ? ['late', t`Қарсы`]
        : voice.asked
          ? ['work', t`Жауабы күтіледі, мерзімі: ${due}`]
          : ['plain', t`Кезегі келген жоқ`]
  return (
    <li>
      <div className="row">
        <b>{text(voice.name)}</b>
        <State tone={tone}>{word}</State>
        {voice.saidAt ? <span className="quiet">{format.instantShort(voice.saidAt)}</span> : null}
      </div>
      {voice.comment ? <div className="said">{voice.comment}</div> : null}
    </li>
  )
}

const Walk = ({ round }: { round: Round }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { draft } = round
  const by = text(round.openedBy)
  const at = format.instantShort(round.openedAt)
  const ends = {
    agreed: t`барлығы келісті`,
    objected: t`қарсылық білдірілді`,
    changed: t`мәтін өзгерді`,
    ended: t`орындаушы тоқтатты`,
  }
  return (
    <section className="stack">
      <h3>
        <Trans>Нұсқа: {draft}</Trans>{' '}
        {round.current ? <State tone="ok">{t`қазіргі мәтін`}</State> : <State>{t`бұрынғы мәтін`}</State>}
      </h3>
      <p className="quiet">
        {by} · {at} · {round.inOrder ? t`ретімен` : t`бір мезгілде`}
        {round.endedWhy ? ` · ${ends[round.endedWhy]}` : ''}
        {round.reason ? `: ${round.reason}` : ''}
      </p>
      <ul className="files">
        {round.voices.map((voice) => (
          <Said key={voice.place} voice={voice} />
        ))}
      </ul>
    </section>
  )
}

const History = ({ it }: { it: Opened }) => {
  const history = useCall(readAgreement, { id: it.id })
  return (
    <Loaded of={history}>
      {({ rounds }) =>
        rounds.length ? (
          <div className="stack">
            {rounds.map((round) => (
              <Walk key={round.id} round={round} />
            ))}
          </div>
        ) : (
          <p className="quiet">
            <Trans>Құжат келісуге жіберілмеген.</Trans>
          </p>
        )
      }
    </Loaded>
  )
}

const part: RecordPart<Opened> = {
  useActs,
  banner: Standing,
  tabs: [{ key: 'agreement', title: { kk: 'Келісу', ru: 'Согласование', en: 'Agreement' }, body: History }],
}

export default part
