// One incoming document: what it says, who has it and until when, what was corrected, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { Input, May, Output } from '../../../ui/call.ts'
import { call } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import type { Option } from '../../../ui/fields.ts'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  correctIncoming,
  finishIncoming,
  handOnIncoming,
  listHolders,
  openIncoming,
  readIncomingTimeline,
} from '../contract.ts'
import { fieldTitles, languageTitles, stateTitles, wayTitles } from '../words.ts'
import { isKept, useSaidFields } from './fields.tsx'
import { stateTones } from './list.tsx'

type Opened = Output<typeof openIncoming>

const useActs = (it: Opened) => {
  const { t } = useLingui()
  const text = useText()
  const fixed = { id: it.id, version: it.version }
  const { said } = useSaidFields({
    ...it,
    mark: it.officialUse ? 'official-use' : 'none',
    markGround: it.mark?.ground ?? null,
    readers: it.mark?.readers.map(({ id }) => id) ?? [],
    sender: it.senderParty,
    senderName: it.senderParty ? null : text(it.sender),
  })
  const find = async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(listHolders, { id: it.id, words })
    return result.rows
      .filter(({ absent }) => !absent)
      .map(({ id: value, name, unit }) => ({ value, label: text(name), hint: text(unit) }))
  }
  return [
    act({
      shape: handOnIncoming,
      fixed,
      fields: [
        { kind: 'find', path: 'to', label: t`Орындаушы`, find },
        { kind: 'day', path: 'until', label: t`Мерзімі`, start: it.term?.dueOn ?? null },
        { kind: 'prose', path: 'note', label: t`Бұрыштама`, optional: true, max: 2000, rows: 3 },
      ],
    }),
    act({
      shape: finishIncoming,
      fixed,
      fields: [{ kind: 'prose', path: 'word', label: t`Не істелді`, max: 2000, rows: 3 }],
    }),
    act({
      shape: correctIncoming,
      fixed,
      lead: t`Бұрынғы жазба сақталады: кім, қашан және неге түзеткені осы бетте көрінеді.`,
      fields: [
        ...said,
        { kind: 'day', path: 'receivedOn', label: t`Түскен күні`, start: it.receivedOn, when: isKept },
        { kind: 'line', path: 'reason', label: t`Түзету себебі`, max: 500 },
      ],
      toInput: (values) =>
        ({
          ...(values.mark === 'state-secret' ? { subject: '—', senderName: '—', way: 'post', language: 'kk' } : {}),
          receivedOn: it.receivedOn,
          ...values,
          ...fixed,
        }) as Input<typeof correctIncoming>,
    }),
  ]
}

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const pages = format.number(it.pages)
  const enclosures = format.number(it.enclosures)
  const { answers } = it
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Жіберуші`, value: text(it.sender) },
          { title: t`Жіберушінің нөмірі`, value: it.senderNumber },
          { title: t`Жіберушінің күні`, value: it.senderOn ? format.day(it.senderOn) : null },
          { title: t`Мазмұны`, value: it.subject },
          { title: t`Көлемі`, value: t`Парақ: ${pages} · Қосымша: ${enclosures}` },
          { title: t`Түскен жолы`, value: text(wayTitles[it.way]) },
          { title: t`Тілі`, value: text(languageTitles[it.language]) },
          {
            title: t`Не нәрсеге жауап`,
            value: answers ? answers.page ? <Go to={answers.page}>{answers.caption}</Go> : answers.caption : null,
          },
          { title: t`Бұрыштама`, value: it.handed?.note ?? null },
        ]}
      />
      {it.files.length ? (
        <FileList kind="incoming" id={it.id} files={it.files} />
      ) : (
        <p className="quiet">
          <Trans>Файл тіркелмеген.</Trans>
        </p>
      )}
    </div>
  )
}

const Corrections = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  if (!it.corrections.length)
    return (
      <EmptyState title={<Trans>Жазба түзетілген жоқ.</Trans>}>
        <Trans>Тіркеуші қатені түзеткенде бұрынғы сөздер осында қалады.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {it.corrections.map((each, index) => (
        <article key={index}>
          <div className="quiet">
            {format.instantShort(each.at)} · {text(each.by)}
          </div>
          <p>{each.reason}</p>
          <Facts
            narrow
            facts={each.changes.map(({ field, before, after }) => ({
              title: text(fieldTitles[field] ?? { kk: field, ru: field, en: field }),
              value: (
                <>
                  <s>{before ?? '—'}</s> → {after ?? '—'}
                </>
              ),
            }))}
          />
        </article>
      ))}
    </div>
  )
}

const Mark = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (!it.mark) return null
  const names = it.mark.readers.map(({ name }) => text(name)).join(', ')
  return (
    <Banner tone="warn" title={t`Қызмет бабында пайдалану үшін`}>
      {it.mark.ground ? <p>{it.mark.ground}</p> : null}
      {names ? (
        <Trans>Тіркеуші мен меңгерушіден басқа мына оқырмандар көреді: {names}.</Trans>
      ) : (
        <Trans>Құжатты тіркеуші мен меңгеруші ғана көреді.</Trans>
      )}
    </Banner>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const more = useParts<Opened>('incoming')
  const acts = [...useActs(it), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  const receivedOn = format.day(it.receivedOn)
  const sender = text(it.sender)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/incoming', title: t`Кіріс құжаттары` }}
        number={it.number}
        title={it.subject}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            {it.officialUse ? <State tone="mark">{t`ҚБПҮ`}</State> : null}
            <ClauseChip id="5.14" />
          </>
        }
        sub={t`Түскен күні: ${receivedOn} · ${sender}`}
        clock={it.term ? <LegalClock term={it.term} /> : null}
      />
      <div className="columns">
        <div className="stack">
          <Mark it={it} />
          {it.done ? (
            <Banner tone="ok" title={t`Орындалды`}>
              {it.done.word}
            </Banner>
          ) : null}
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          <Tabs
            label={t`Кіріс құжаты`}
            tabs={[
              { key: 'content', title: t`Мазмұны`, body: () => <Content it={it} /> },
              {
                key: 'corrections',
                title: t`Түзетулер`,
                count: it.corrections.length,
                body: () => <Corrections it={it} />,
              },
              ...addedTabs(more, it, text),
            ]}
          />
        </div>
        <div className="stack">
          <Card title={t`Жауаптылар`}>
            <Facts
              narrow
              facts={[
                {
                  title: t`Орындаушы`,
                  value: it.holder ? text(it.holder) : <span className="quiet">{t`белгіленбеген`}</span>,
                },
                { title: t`Тапсырған`, value: it.handed ? text(it.handed.by) : null },
                { title: t`Бөлімше`, value: text(it.unit) },
                { title: t`Кімнің атына`, value: it.addressedTo ? text(it.addressedTo) : null },
                { title: t`Тіркеген`, value: text(it.registeredBy) },
              ]}
            />
          </Card>
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Happenings of={readIncomingTimeline} it={it} />
        </div>
      </div>
    </div>
  )
}

export default function IncomingPage() {
  const { id } = useAddress().params
  const opened = useCall(openIncoming, { id: id ?? '' })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
