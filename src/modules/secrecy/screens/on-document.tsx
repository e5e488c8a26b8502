// On a document: the official-use mark as a line that is printed too, its acts, its readers and its history.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { openDocument } from '../../documents/contract.ts'
import {
  extendMark,
  grades,
  gradeTitles,
  liftMark,
  listReaders,
  markDocument,
  readMark,
  setReaders,
} from '../contract.ts'

type Opened = Output<typeof openDocument>

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const marked = it.mark !== null
  const asked = useCall(listReaders, { id: it.id }, { enabled: marked || it.state === 'drafted' })
  const standing = useCall(readMark, { id: it.id }, { enabled: marked })
  const people = asked.data?.result.rows ?? []
  const now = standing.data?.result.mark?.readers ?? []
  const others = now.filter(({ id }) => !people.some((each) => each.id === id))
  const options = [
    ...people.map(({ id, name, post }) => ({ value: id, label: text(name), hint: text(post) })),
    ...others.map(({ id, name }) => ({ value: id, label: text(name), hint: '' })),
  ]
  const fixed = { id: it.id, version: it.version }
  const { longest } = asked.data?.result ?? {}
  const until = { kind: 'day', path: 'until', label: t`Белгінің соңғы күні` } as const
  const archive = {
    kind: 'check',
    path: 'archive',
    label: t`Арнаулы мұрағаты бар органға арналған`,
    optional: true,
  } as const
  const shown = marked
    ? [
        act({
          shape: setReaders,
          fixed,
          fields: [
            {
              kind: 'choices',
              path: 'readers',
              label: t`Оқырмандар`,
              options,
              start: now.map(({ id }) => id),
              optional: true,
            },
            { kind: 'prose', path: 'reason', label: t`Себебі`, max: 1_000, rows: 3 },
          ],
          toInput: ({ readers, reason }) => ({
            ...fixed,
            readers: Array.isArray(readers) ? readers.map(String) : [],
            reason: String(reason ?? ''),
          }),
        }),
        act({
          shape: extendMark,
          fixed,
          fields: [
            until,
            archive,
            {
              kind: 'prose',
              path: 'reason',
              label: t`Негіздемесі`,
              hint: t`Сараптама комиссиясы шешімінің нөмірі мен күні`,
              max: 1_000,
              rows: 3,
            },
          ],
        }),
        act({
          shape: liftMark,
          fixed,
          danger: true,
          lead: t`Белгі алынған соң құжатты бөлімшенің барлық құжатын көретін қызметкерлер көреді.`,
          fields: [{ kind: 'prose', path: 'reason', label: t`Негіздемесі`, max: 1_000, rows: 3 }],
        }),
      ]
    : [
        act({
          shape: markDocument,
          fixed,
          lead: t`Белгі әр бетке басылады. Құжатты орындаушы, қол қоюшы және аталған оқырмандар ғана көреді.`,
          fields: [
            {
              kind: 'choice',
              path: 'grade',
              as: 'radio',
              label: t`Белгі`,
              options: optionsOf(grades, gradeTitles, text),
              start: 'official-use',
            },
            {
              kind: 'line',
              path: 'ground',
              label: t`Негізі`,
              hint: t`Шектелген мәліметтер тізбесінің тармағы`,
              max: 500,
              when: ({ grade }) => grade === 'official-use',
            },
            {
              kind: 'number',
              path: 'copy',
              label: t`Дананың нөмірі`,
              least: 1,
              most: 9_999,
              start: 1,
              when: ({ grade }) => grade === 'official-use',
            },
            { ...until, ...(longest ? { start: longest } : {}), when: ({ grade }) => grade === 'official-use' },
            { ...archive, when: ({ grade }) => grade === 'official-use' },
            {
              kind: 'choices',
              path: 'readers',
              label: t`Оқырмандар`,
              options,
              optional: true,
              when: ({ grade }) => grade === 'official-use',
            },
          ],
          toInput: ({ grade, ground, ...values }) => ({
            ...fixed,
            ...values,
            grade: grade as (typeof grades)[number],
            // A state secret is refused whatever else is said of it.
            ground: grade === 'official-use' ? String(ground ?? '') : '—',
          }),
        }),
      ]
  return shown
}

const Stamp = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.mark) return null
  const { copy } = it.mark
  const until = format.day(it.mark.until)
  return (
    <Banner tone="warn" title={text(gradeTitles['official-use'])}>
      {t`Дана № ${copy}. Шектеу мерзімі: ${until}.`} <ClauseChip id="5.16" />
    </Banner>
  )
}

const History = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const read = useCall(readMark, { id: it.id })
  const titles = {
    marked: t`Белгі қойылды`,
    extended: t`Мерзімі ұзартылды`,
    readers: t`Оқырмандар өзгертілді`,
    lifted: t`Белгі алып тасталды`,
  }
  return (
    <Loaded of={read}>
      {({ mark, acts }) => (
        <div className="stack">
          {mark ? (
            <Facts
              narrow
              facts={[
                { title: t`Негізі`, value: mark.ground },
                { title: t`Данасы`, value: mark.copy },
                {
                  title: t`Мерзімі`,
                  value: (
                    <>
                      {format.day(mark.until)} {mark.expired ? <State tone="late">{t`мерзімі өтті`}</State> : null}
                    </>
                  ),
                },
                {
                  title: t`Оқырмандар`,
                  value: mark.readers.length
                    ? mark.readers.map(({ name }) => text(name)).join(', ')
                    : t`орындаушы мен қол қоюшы ғана`,
                },
              ]}
            />
          ) : null}
          <ul className="files">
            {acts.map((each) => (
              <li key={`${each.at}${each.act}`}>
                <b>{titles[each.act]}</b>{' '}
                <span className="quiet">
                  {format.instantShort(each.at)} · {text(each.by)}
                </span>
                {each.reason ? <div className="said">{each.reason}</div> : null}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  )
}

/** An unmarked document keeps the card shut until somebody asks whether it was ever marked. */
const Side = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  if (!it.mark && !open)
    return (
      <Card title={t`Қызмет бабында пайдалану белгісі`} extra={<ClauseChip id="5.16" />}>
        <p className="quiet">
          <Trans>Белгі қойылмаған.</Trans>{' '}
          <button type="button" className="link" onClick={() => setOpen(true)}>
            <Trans>Тарихы</Trans>
          </button>
        </p>
      </Card>
    )
  return (
    <Card title={t`Қызмет бабында пайдалану белгісі`} extra={<ClauseChip id="5.16" />}>
      <History it={it} />
    </Card>
  )
}

const part: RecordPart<Opened> = { useActs, banner: Stamp, side: Side }

export default part
