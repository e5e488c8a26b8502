// One signal: what was seen and where, the appeals it is linked to, and why it is none itself.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { FileList } from '../../../ui/files.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { findAppeals, linkSignal, openSignal, registerSignal, sourceTitles, unlinkSignal } from '../contract.ts'

type Opened = Output<typeof openSignal>

const Linked = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [undoing, setUndoing] = useState<string | null>(null)
  const mayUndo = may.some(({ operation, allowed }) => operation === unlinkSignal.name && allowed)
  if (!it.appeals.length)
    return (
      <p className="quiet">
        <Trans>Сигнал ешбір өтінішпен байланыстырылмаған.</Trans>
      </p>
    )
  return (
    <ul className="files">
      {it.appeals.map((link) => (
        <li key={link.link} className="file">
          <Go to={`/appeals/${link.appeal}`} className="number">
            {link.number}
          </Go>
          {link.subject ? <span>{link.subject}</span> : null}
          <span className="quiet">
            {link.reason} · {text(link.by)}, {format.instantShort(link.at)}
          </span>
          {link.undone ? (
            <>
              <State tone="plain">{t`Байланыс үзілген`}</State>
              <span className="quiet">
                {link.undone.reason} · {text(link.undone.by)}, {format.instantShort(link.undone.at)}
              </span>
            </>
          ) : mayUndo ? (
            <button type="button" className="link" onClick={() => setUndoing(link.link)}>
              {text(unlinkSignal.title)}
            </button>
          ) : null}
        </li>
      ))}
      {undoing ? (
        <ActionForm
          shape={unlinkSignal}
          place="middle"
          fixed={{ id: it.id, version: it.version, link: undoing }}
          fields={[{ kind: 'line', path: 'reason', label: t`Себебі`, max: 500 }]}
          onClose={() => setUndoing(null)}
        />
      ) : null}
    </ul>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const fixed = { id: it.id, version: it.version }
  const find = async (words: string) => {
    const { result } = await call(findAppeals, { words })
    return result.rows.map(({ id, number, subject }) => ({
      value: id,
      label: number,
      ...(subject ? { hint: subject } : {}),
    }))
  }
  const source = text(sourceTitles[it.source])
  const on = format.day(it.seenOn)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/signals', title: t`Сигналдар` }}
        number={it.mark}
        title={it.gist.split('\n')[0]?.slice(0, 120) ?? it.mark}
        chips={
          <>
            <State tone="plain">{source}</State>
            <ClauseChip id="6.23" />
          </>
        }
        sub={t`Жарияланған күні: ${on}`}
      />
      <div className="columns">
        <div className="stack">
          <MayBar
            may={may}
            acts={[
              act({
                shape: linkSignal,
                fixed,
                fields: [
                  { kind: 'find', path: 'appeal', label: t`Өтініш`, find, hint: t`Нөмірі немесе қысқаша мазмұны` },
                  { kind: 'line', path: 'reason', label: t`Себебі`, max: 500 },
                ],
              }),
              act({ shape: registerSignal, fixed, fields: [] }),
            ]}
          />
          <Card title={t`Не туралы`}>
            <p className="said" style={{ whiteSpace: 'pre-wrap' }}>
              {it.gist}
            </p>
            {it.files.length ? <FileList kind="signal" id={it.id} files={it.files} /> : null}
          </Card>
          <Card title={t`Байланысты өтініштер`}>
            <Linked it={it} may={may} />
          </Card>
        </div>
        <div className="stack">
          <Card title={t`Дереккөз`}>
            <Facts
              narrow
              facts={[
                { title: t`Қай жерде`, value: source },
                {
                  title: t`Сілтеме`,
                  value: it.link ? (
                    <a href={it.link} target="_blank" rel="noopener noreferrer">
                      {it.link}
                    </a>
                  ) : null,
                },
                { title: t`Кімнің атынан жарияланған`, value: it.author },
                { title: t`Сот`, value: it.court ? text(it.court) : null },
                { title: t`Бөлімше`, value: text(it.unit) },
                { title: t`Жазған`, value: `${text(it.notedBy)}, ${format.instantShort(it.notedAt)}` },
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function SignalPage() {
  const { id } = useAddress().params
  const opened = useCall(openSignal, { id: id ?? '' }, { kinds: ['signal'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
