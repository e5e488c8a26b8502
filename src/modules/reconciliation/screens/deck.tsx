// The differences one by one: theirs beside ours, and what is decided of it. Arrows walk, letters decide.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { optionsOf, type Field, type Value } from '../../../ui/fields.ts'
import { ActionForm, type FieldOf } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, ErrorState, State } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import {
  caseChoices,
  postKinds,
  postKindTitles,
  qualifications,
  qualificationTitles,
} from '../../criminalCases/contract.ts'
import {
  compareAgain,
  enterNew,
  fieldTitles,
  keepOurs,
  listRows,
  rowKindTitles,
  setAside,
  takeTheirs,
} from '../contract.ts'
import { kindTones } from './states.ts'
import './reconciliation.css'

type Row = Output<typeof listRows>['rows'][number]

const theirsOf = (row: Row, field: Row['pairs'][number]['field']): string =>
  row.pairs.find((pair) => pair.field === field)?.theirs ?? ''

const articlesOf = (typed: Value): string[] => (typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : [])
const lacksCourt = (values: Readonly<Record<string, Value>>): boolean => !values['court']

const numbers = (words: string): string => (words.match(/\d{2,3}(?:-\d)?(?:\.\d{1,2})?/g) ?? []).slice(0, 3).join(', ')

const Entering = ({ row, close }: { row: Row; close: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(caseChoices, {}).data?.result
  const start = (value: Value) => (value ? { start: value } : {})
  const qualification = qualifications.find((it) =>
    Object.values(qualificationTitles[it]).includes(theirsOf(row, 'qualification')),
  )
  const words = theirsOf(row, 'articles')
  const fields: Field<Extract<keyof Input<typeof enterNew>, string>>[] = [
    { kind: 'line', path: 'personName', label: t`Аты-жөні`, max: 200, start: row.name },
    { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, max: 20, ...start(theirsOf(row, 'iin')) },
    {
      kind: 'choice',
      path: 'postKind',
      label: t`Лауазым санаты`,
      options: optionsOf(postKinds, postKindTitles, text),
    },
    { kind: 'line', path: 'postTitle', label: t`Сол кездегі лауазымы`, max: 300 },
    {
      kind: 'choice',
      as: 'search',
      path: 'court',
      label: t`Сот`,
      optional: true,
      options: (choices?.courts ?? []).map(({ id, name }) => ({ value: id, label: text(name) })),
    },
    { kind: 'line', path: 'placeName', label: t`Қызмет орны`, optional: true, max: 300, when: lacksCourt },
    {
      kind: 'choice',
      path: 'region',
      label: t`Өңір`,
      optional: true,
      options: (choices?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) })),
      when: lacksCourt,
    },
    { kind: 'line', path: 'articles', label: t`Қылмыстық кодекстің баптары`, max: 100, ...start(numbers(words)) },
    { kind: 'line', path: 'articleWords', label: t`Бап құжатта қалай жазылған`, max: 300, ...start(words) },
    {
      kind: 'choice',
      as: 'radio',
      path: 'qualification',
      label: t`Саралау`,
      options: optionsOf(qualifications, qualificationTitles, text),
      ...start(qualification),
    },
    { kind: 'line', path: 'erdr', label: t`СДТБТ нөмірі`, optional: true, max: 40, ...start(theirsOf(row, 'erdr')) },
    {
      kind: 'line',
      path: 'courtCase',
      label: t`Сот ісінің нөмірі`,
      optional: true,
      max: 60,
      ...start(theirsOf(row, 'courtCase')),
    },
    { kind: 'day', path: 'offenceOn', label: t`Қылмыс жасалған күн`, optional: true, notAfter: today() },
    {
      kind: 'day',
      path: 'registeredOn',
      label: t`СДТБТ-да тіркелген күні`,
      notAfter: today(),
      ...start(theirsOf(row, 'registeredOn')),
    },
    { kind: 'day', path: 'confirmedOn', label: t`Расталған күні`, start: today(), notAfter: today() },
  ]
  const fixed = { id: row.id, version: row.version }
  return (
    <ActionForm
      shape={enterNew}
      fixed={fixed}
      fields={fields}
      toInput={(values) => ({ ...fixed, ...values, articles: articlesOf(values.articles) }) as Input<typeof enterNew>}
      onClose={close}
    />
  )
}

type Asking = 'keep' | 'aside' | 'enter'

const reasonField = (label: string) => [{ kind: 'prose', path: 'reason', label, rows: 3 }] as const

const Deciding = ({ row }: { row: Row }) => {
  const { t } = useLingui()
  const [asking, setAsking] = useState<Asking | null>(null)
  const take = useCommand(takeTheirs)
  const again = useCommand(compareAgain)
  const fixed = { id: row.id, version: row.version }
  const failed = take.error ?? again.error
  const close = (): void => setAsking(null)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event
      const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      bar.current?.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`)?.click()
    }
    globalThis.addEventListener('keydown', press)
    return () => globalThis.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      {failed ? <ErrorState error={failed} /> : null}
      <div className="row no-print" ref={bar}>
        {row.kind === 'differs' ? (
          <>
            <button
              type="button"
              className="button first"
              data-key="1"
              aria-keyshortcuts="1"
              disabled={take.isPending}
              onClick={() => take.mutate(fixed)}
            >
              <Trans>Тізімдегісін қабылдау</Trans> <kbd>1</kbd>
            </button>
            <button
              type="button"
              className="button"
              data-key="3"
              aria-keyshortcuts="3"
              disabled={again.isPending}
              onClick={() => again.mutate(fixed)}
            >
              <Trans>Қайта салыстыру</Trans> <kbd>3</kbd>
            </button>
          </>
        ) : null}
        {row.kind === 'theirs' ? (
          <>
            <button
              type="button"
              className="button first"
              data-key="1"
              aria-keyshortcuts="1"
              onClick={() => setAsking('enter')}
            >
              <Trans>Жаңа іс ретінде енгізу</Trans> <kbd>1</kbd>
            </button>
            <button
              type="button"
              className="button"
              data-key="2"
              aria-keyshortcuts="2"
              onClick={() => setAsking('aside')}
            >
              <Trans>Бізге қатысты емес</Trans> <kbd>2</kbd>
            </button>
          </>
        ) : (
          <button
            type="button"
            className={row.kind === 'ours' ? 'button first' : 'button'}
            data-key="2"
            aria-keyshortcuts="2"
            onClick={() => setAsking('keep')}
          >
            <Trans>Біздікін қалдыру</Trans> <kbd>2</kbd>
          </button>
        )}
      </div>
      {asking === 'keep' ? (
        <ActionForm
          shape={keepOurs}
          fixed={fixed}
          fields={reasonField(t`Неге біздікі дұрыс`) as unknown as FieldOf<typeof keepOurs>[]}
          onClose={close}
        />
      ) : null}
      {asking === 'aside' ? (
        <ActionForm
          shape={setAside}
          fixed={fixed}
          fields={reasonField(t`Неге бізге қатысты емес`) as unknown as FieldOf<typeof setAside>[]}
          onClose={close}
        />
      ) : null}
      {asking === 'enter' ? <Entering row={row} close={close} /> : null}
    </>
  )
}

const Pairs = ({ row }: { row: Row }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const said = (field: string, value: string | null): string =>
    value === null ? '—' : field === 'registeredOn' && /^\d{4}-/.test(value) ? format.dayShort(value) : value
  return (
    <div className="table-frame">
      <table className="pairs">
        <caption className="hidden">{t`Тізімде және бізде`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Дерек`}</th>
            <th scope="col">{t`Тізімде`}</th>
            <th scope="col">{t`Бізде`}</th>
          </tr>
        </thead>
        <tbody>
          {row.pairs
            .filter(({ theirs, ours }) => theirs !== null || ours !== null)
            .map((pair) => (
              <tr key={pair.field} className={pair.differs ? 'differs' : undefined}>
                <th scope="row">
                  {text(fieldTitles[pair.field])}
                  {pair.differs ? <span className="hidden"> {t`(әртүрлі)`}</span> : null}
                </th>
                <td>{said(pair.field, pair.theirs)}</td>
                <td>{said(pair.field, pair.ours)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** Fetched so many at once; decided ones leave the deck and others follow. */
const inHand = 50

export const Deck = ({ id, may }: { id: string; may: boolean }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [at, setAt] = useState(0)
  const found = useCall(
    listRows,
    { id, state: 'open', page: 1, size: inHand },
    { keep: true, kinds: ['reconciliationRow', 'criminalCase'] },
  )
  const rows = found.data?.result.rows ?? []
  const total = found.data?.result.total ?? 0
  const place = Math.min(at, Math.max(0, rows.length - 1))
  const row = rows[place]
  const walk = (by: number): void => setAt(Math.max(0, Math.min(rows.length - 1, place + by)))
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event
      const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      const inTabs = target instanceof HTMLElement && target.closest('[role="tablist"]')
      if (isTyping || inTabs || document.querySelector('dialog[open]')) return
      if (event.key === 'ArrowRight') setAt((now) => Math.min(rows.length - 1, now + 1))
      if (event.key === 'ArrowLeft') setAt((now) => Math.max(0, now - 1))
    }
    globalThis.addEventListener('keydown', press)
    return () => globalThis.removeEventListener('keydown', press)
  }, [rows.length])
  if (!row)
    return found.data ? (
      <EmptyState title={<Trans>Шешілмеген айырма жоқ.</Trans>}>
        <Trans>Енді салыстыру актісін жасауға болады.</Trans>
      </EmptyState>
    ) : null
  const number = format.number(place + 1)
  const all = format.number(total)
  const matched = {
    number: t`СДТБТ нөмірі бойынша табылды`,
    iin: t`ЖСН бойынша табылды`,
    name: t`Аты-жөні бойынша табылды`,
  }
  return (
    <div className="stack" aria-live="polite">
      <div className="row deck-head">
        <b>
          <Trans>
            {number} / {all}
          </Trans>
        </b>
        <State tone={kindTones[row.kind]}>{text(rowKindTitles[row.kind])}</State>
        {row.matched ? <span className="quiet">{matched[row.matched]}</span> : null}
        <span className="deck-walk no-print">
          <button type="button" className="button small" disabled={place === 0} onClick={() => walk(-1)}>
            <Trans>← Алдыңғы</Trans>
          </button>
          <button type="button" className="button small" disabled={place >= rows.length - 1} onClick={() => walk(1)}>
            <Trans>Келесі →</Trans>
          </button>
        </span>
      </div>
      <h3>{row.case ? <Go to={`/criminal-cases/${row.case}`}>{row.name}</Go> : row.name}</h3>
      <Pairs row={row} />
      {row.pairs.some(({ field, differs }) => differs && (field === 'outcome' || field === 'registeredOn')) ? (
        <Banner>
          <Trans>
            Нәтиже мен тіркелген күн оқиғалардан шығады: алдымен істегі оқиғаны енгізіп, қайта салыстырыңыз.
          </Trans>
        </Banner>
      ) : null}
      {may ? <Deciding key={row.id} row={row} /> : null}
    </div>
  )
}
