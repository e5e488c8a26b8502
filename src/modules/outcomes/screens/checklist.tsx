// The checklist of clause 13: every material of the case is ticked as copied, or the reason stands beside it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { CallRefused } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, State } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { tickMaterials, wayTitles } from '../contract.ts'
import type { Opened, Outcome } from './acts.tsx'

type Person = Outcome['people'][number]
type List = NonNullable<Person['checklist']>
type Material = List['materials'][number]

const keyOf = ({ kind, id }: Material): string => `${kind}:${id}`

interface Said {
  copied: boolean
  reason: string
}
const saidOf = ({ copied, reason }: Material): Said => ({ copied: copied === true, reason: reason ?? '' })

interface RowProps {
  material: Material
  said: Said
  set: ((said: Said) => void) | null
}

const Row = ({ material, said, set }: RowProps) => {
  const { t } = useLingui()
  const text = useText()
  const caption = material.caption
  return (
    <div role="listitem">
      <div className="row">
        <label className="row">
          <input
            type="checkbox"
            checked={said.copied}
            disabled={!set}
            onChange={({ target }) => set?.({ copied: target.checked, reason: '' })}
          />
          <span>
            {text(material.group)}: {caption}
          </span>
        </label>
        {material.page ? (
          <Go to={material.page} className="link">
            <Trans>Ашу</Trans>
          </Go>
        ) : null}
        {material.copied === null ? <State tone="warn">{t`Белгіленбеген`}</State> : null}
      </div>
      {said.copied ? null : set ? (
        <input
          type="text"
          className="input"
          maxLength={500}
          aria-label={t`Көшірілмеу себебі: ${caption}`}
          placeholder={t`Көшірілмесе, себебін жазыңыз`}
          value={said.reason}
          onChange={({ target }) => set({ copied: false, reason: target.value })}
        />
      ) : material.reason ? (
        <span className="said quiet">{material.reason}</span>
      ) : null}
    </div>
  )
}

const Notice = ({ it, list }: { it: Opened; list: List }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { notice } = list
  if (!notice) return <Banner tone="warn" title={t`Меңгерушіге хабарланған жоқ.`} />
  return (
    <>
      <Facts
        facts={[
          { title: t`Хабарлама`, value: `№ ${notice.number}, ${format.day(notice.on)}` },
          { title: t`Қалай`, value: text(wayTitles[notice.way]) },
          { title: t`Меңгеруші`, value: text(notice.head) },
          { title: t`Берілген көшірмелер саны`, value: notice.copies },
        ]}
      />
      {notice.files.length ? <FileList kind="conclusions" id={it.id} files={notice.files} /> : null}
    </>
  )
}

export const Checklist = ({ it, one, version, open }: { it: Opened; one: Person; version: number; open: boolean }) => {
  const { t } = useLingui()
  const tick = useCommand(tickMaterials)
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const list = one.checklist
  if (!list) return null
  const now = (material: Material): Said => said[keyOf(material)] ?? saidOf(material)
  const set = (material: Material) => (value: Said) => setSaid({ ...said, [keyOf(material)]: value })
  const all = () =>
    setSaid(Object.fromEntries(list.materials.map((material) => [keyOf(material), { copied: true, reason: '' }])))
  const save = () => {
    const copied = list.materials.filter((material) => now(material).copied).map(keyOf)
    const left = list.materials
      .filter((material) => !now(material).copied && now(material).reason.trim())
      .map((material) => ({ material: keyOf(material), reason: now(material).reason }))
    tick.mutate({ id: it.id, version, person: one.id, copied, left }, { onSuccess: () => setSaid({}) })
  }
  const refused = tick.error instanceof CallRefused ? tick.error.refused : null
  const left = list.unticked
  return (
    <section className="stack" aria-label={t`Материалдар көшірмелерінің тізбесі`}>
      <h4>
        <Trans>Меңгерушіге хабарлау: барлық материалдың көшірмесі</Trans> <ClauseChip id="13" />
      </h4>
      {left ? (
        <Banner tone="warn" title={t`Белгіленбеген материалдар: ${left}`} />
      ) : (
        <Banner tone="ok" title={t`Барлық материал белгіленді.`} />
      )}
      <div role="list" className="stack">
        {list.materials.map((material) => (
          <Row key={keyOf(material)} material={material} said={now(material)} set={open ? set(material) : null} />
        ))}
      </div>
      {refused ? (
        <Banner tone="late" loud title={refused.says}>
          {refused.fields?.map((fault) => (
            <div key={fault.path}>{fault.says}</div>
          ))}
        </Banner>
      ) : null}
      {open ? (
        <div className="row no-print">
          <button type="button" className="button" onClick={all}>
            <Trans>Барлығын белгілеу</Trans>
          </button>
          <button type="button" className="button first" aria-disabled={tick.isPending} onClick={save}>
            <Trans>Белгілерді сақтау</Trans>
          </button>
        </div>
      ) : null}
      <Notice it={it} list={list} />
    </section>
  )
}
