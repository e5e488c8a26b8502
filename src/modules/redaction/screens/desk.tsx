// The desk at which a redacted copy is made: the pages with their boxes, words to be found, a look at the copy, its reason.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { CallRefused } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { FormField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useLanguage } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { findWords, makeCopy, pagesAtOnce, showPages, type Box } from '../contract.ts'
import { newOnes, readBoxes } from './boxes.ts'
import './redaction.css'
import { Sheet } from './sheet.tsx'

interface Source {
  kind: string
  id: string
  file: string
}

type Made = Output<typeof makeCopy>

interface Marking {
  boxes: readonly Box[]
  set: (boxes: readonly Box[]) => void
}

/** The next few pages, asked for when the reader comes near them. */
const Later = ({ source, from, boxes, solid, set }: Marking & { source: Source; from: number; solid: boolean }) => {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const pages = useCall(showPages, { ...source, from }, { enabled: near })
  useEffect(() => {
    const seen = new IntersectionObserver(([it]) => it?.isIntersecting && setNear(true), { rootMargin: '600px' })
    if (place.current) seen.observe(place.current)
    return () => seen.disconnect()
  }, [])
  return (
    <div ref={place} className={pages.data ? undefined : 'redaction-wait'}>
      {near ? (
        <Loaded of={pages}>
          {(it) => it.pages.map((page) => <Sheet key={page.page} page={page} boxes={boxes} solid={solid} set={set} />)}
        </Loaded>
      ) : null}
    </div>
  )
}

const Finder = ({ source, boxes, set }: Marking & { source: Source }) => {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [count, setCount] = useState<number | null>(null)
  const find = useCommand(findWords)
  const refused = find.error instanceof CallRefused ? find.error.refused : null
  const look = (): void => {
    setCount(null)
    find.mutate(
      { ...source, words },
      {
        onSuccess: ({ result }) => {
          setCount(result.boxes.length)
          set([...boxes, ...newOnes(boxes, result.boxes)])
          if (result.boxes.length > 0) setWords('')
        },
      },
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!find.isPending && words.trim() !== '') look()
      }}
    >
      <FormField
        id="redaction-words"
        field={{
          kind: 'line',
          path: 'words',
          label: t`Жасырылатын сөз`,
          hint: t`Тегі, аты, ЖСН немесе мекенжай. Жалғауымен бірге табылады.`,
        }}
        value={words}
        set={(value) => setWords(typeof value === 'string' ? value : '')}
        fault={refused ? (refused.fields[0]?.says ?? refused.says) : undefined}
      />
      <div className="row">
        <button type="submit" className="button" aria-disabled={find.isPending}>
          {find.isPending ? t`Ізделіп жатыр…` : t`Тауып белгілеу`}
        </button>
        <span className="quiet" role="status">
          {count === null ? null : count === 0 ? (
            <Trans>Бұл сөз табылмады. Қажет болса, қолмен белгілеңіз.</Trans>
          ) : (
            <Plural value={count} one="# жерде табылды" other="# жерде табылды" />
          )}
        </span>
      </div>
    </form>
  )
}

const Summary = ({ boxes, set }: Marking) => {
  if (boxes.length === 0)
    return (
      <p className="quiet">
        <Trans>Әзірге ештеңе белгіленген жоқ. Бет үстінен тінтуірмен сүйреп белгілеңіз немесе сөзді іздеңіз.</Trans>
      </p>
    )
  const count = boxes.length
  const pages = [...new Set(boxes.map(({ page }) => page))].sort((a, b) => a - b)
  return (
    <div className="stack">
      <p>
        <Plural value={count} one="# жер белгіленді." other="# жер белгіленді." />
      </p>
      <div className="row">
        {pages.map((page) => (
          <a key={page} href={`#page-${page}`} className="button small">
            <Trans>Бет: {page}</Trans>
          </a>
        ))}
      </div>
      <button type="button" className="link" onClick={() => set([])}>
        <Trans>Барлығын алып тастау</Trans>
      </button>
    </div>
  )
}

const Done = ({ made, onMore }: { made: Made; onMore: () => void }) => (
  <Banner tone="ok" title={<Trans>Көшірме дайын.</Trans>} loud>
    <div className="stack">
      <a href={`/api/files/redaction/${made.id}/${made.file}`} download={made.name}>
        {made.name}
      </a>
      <code style={{ overflowWrap: 'anywhere' }}>sha-256 {made.sha256}</code>
      <button type="button" className="link" onClick={onMore}>
        <Trans>Тағы бір көшірме жасау</Trans>
      </button>
    </div>
  </Banner>
)

const Desk = ({ source, first }: { source: Source; first: Output<typeof showPages> }) => {
  const { t } = useLingui()
  const language = useLanguage()
  const draft = useDraft(`redaction:${source.kind}:${source.id}:${source.file}`, {})
  const boxes = readBoxes(draft.values['boxes'])
  const set = (next: readonly Box[]): void => draft.set('boxes', next.length ? JSON.stringify(next) : '')
  const [solid, setSolid] = useState(false)
  const [key, setKey] = useState(newEntryKey)
  const [made, setMade] = useState<Made | null>(null)
  const groups = Math.ceil(first.total / pagesAtOnce)
  const { page: recordPage, caption } = first.record
  return (
    <Page
      title={t`Редакцияланған көшірме`}
      lead={first.name}
      actions={
        recordPage ? (
          <Go to={recordPage} className="button">
            {caption}
          </Go>
        ) : null
      }
    >
      <div className="columns">
        <div>
          {first.pages.map((page) => (
            <Sheet key={page.page} page={page} boxes={boxes} solid={solid} set={set} />
          ))}
          {Array.from({ length: groups - 1 }, (_, at) => (
            <Later key={at} source={source} from={(at + 1) * pagesAtOnce + 1} boxes={boxes} solid={solid} set={set} />
          ))}
        </div>
        <div className="stack redaction-tools">
          {made ? (
            <Done
              made={made}
              onMore={() => {
                setMade(null)
                draft.clear()
              }}
            />
          ) : null}
          <Card title={t`Нені жасыру керек`} extra={<ClauseChip id="5.16" />}>
            <div className="stack">
              {first.worded ? null : (
                <Banner>
                  <Trans>Бұл – сурет немесе сканерленген бет, одан сөз іздеу мүмкін емес. Қолмен белгілеңіз.</Trans>
                </Banner>
              )}
              {first.worded || first.total > pagesAtOnce ? <Finder source={source} boxes={boxes} set={set} /> : null}
              <Summary boxes={boxes} set={set} />
              <label className="row">
                <input type="checkbox" checked={solid} onChange={(event) => setSolid(event.target.checked)} />
                <Trans>Көшірме қалай көрінетінін көрсету</Trans>
              </label>
              <details>
                <summary>
                  <Trans>Пернетақтамен белгілеу</Trans>
                </summary>
                <p className="quiet">
                  <Trans>
                    «Қорап қосу» батырмасын басыңыз. Көрсеткілер қорапты жылжытады, Shift пернесімен бірге өлшемін
                    өзгертеді, Delete алып тастайды.
                  </Trans>
                </p>
              </details>
            </div>
          </Card>
          {made ? null : (
            <Card title={t`Көшірме жасау`}>
              {boxes.length === 0 ? (
                <p className="quiet">
                  <Trans>Алдымен жасырылатын жерлерді белгілеңіз.</Trans>
                </p>
              ) : (
                <Form
                  shape={makeCopy}
                  fixed={source}
                  fields={[
                    {
                      kind: 'line',
                      path: 'reason',
                      label: t`Көшірме не үшін керек`,
                      hint: t`Мысалы: сұрау бойынша үшінші тұлғаға беру`,
                    },
                  ]}
                  lead={
                    <Trans>
                      Әр бет суретке айналады, белгіленген жерлер қара түспен жабылады. Көшірмеде мәтін де, түпнұсқаның
                      мәліметтері де қалмайды. Түпнұсқа өзгермейді.
                    </Trans>
                  }
                  button={t`Көшірме жасау`}
                  toInput={({ reason }) => ({
                    ...source,
                    key,
                    boxes: [...boxes],
                    reason: typeof reason === 'string' ? reason : '',
                    language,
                  })}
                  onDone={(result) => {
                    setMade(result)
                    setKey(newEntryKey())
                  }}
                />
              )}
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}

export default function RedactionDesk() {
  const { kind = '', id = '', file = '' } = useAddress().params
  const source = { kind, id, file }
  const first = useCall(showPages, { ...source, from: 1 })
  return <Loaded of={first}>{(it) => <Desk source={source} first={it} />}</Loaded>
}
