// A list as a table. The server filters, sorts and pages; the address keeps the view; arrows walk the rows.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { downloadSheet } from './call.ts'
import type { Input, Output, Shape } from './call.ts'
import { Filters, inputOf } from './filters.tsx'
import type { Filter } from './filters.tsx'
import { useFormat } from './format.ts'
import { Bones, EmptyState, ErrorState } from './notes.tsx'
import { Go, useAddress } from './route.tsx'
import { useText } from './text.ts'
import { useCall } from './use-call.ts'
import { useSavedViews, useView } from './view.ts'
import type { View } from './view.ts'

export interface Column<R> {
  key: string
  title: string
  draw: (row: R) => ReactNode
  /** The server can sort by this key. */
  sorts?: boolean
  /** Tabular figures, no wrapping: numbers and days. */
  number?: boolean
  /** CSS width, such as '180px' or '30%'. */
  width?: string
}

export type RowOf<S extends Shape> = Output<S> extends { rows: readonly (infer R)[] } ? R : never

export interface DataTableProps<S extends Shape> {
  /** A query whose input takes `page`, `size`, perhaps `sort` and the filters, and whose output is `paged(row)`. */
  shape: S
  columns: readonly Column<RowOf<S>>[]
  rowKey: (row: RowOf<S>) => string
  /** Where a row leads; its first cell becomes the link. */
  rowTo?: (row: RowOf<S>) => string
  filters?: readonly Filter[]
  /** A heading inside the card, where the page's own title says something else. */
  heading?: string
  /** Order before the person chooses one: '-registeredOn'. */
  sort?: string
  /** Part of the input that the person cannot change. */
  fixed?: Partial<Input<S>>
  /** Makes the input where filters are not simply its keys. */
  toInput?: (view: View) => Input<S>
  /** What to say and offer when there is nothing at all. */
  empty: { title: ReactNode; hint?: ReactNode; action?: ReactNode }
  /** The operation that gives the rows as an XLSX sheet; it gets the same filters and order, without the page. */
  exports?: Shape
  /** Kinds of record whose live changes refresh the list. */
  kinds?: readonly string[]
  /** Named views that the server keeps; without it they stay in this browser. */
  saved?: ReturnType<typeof useSavedViews>
}

const step = (event: KeyboardEvent<HTMLElement>): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by || !(event.target instanceof HTMLElement) || !event.target.dataset.row) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  links[links.indexOf(event.target) + by]?.focus()
  event.preventDefault()
}

interface HeadProps {
  columns: readonly Column<never>[]
  sort: string
  sortBy: (sort: string) => void
}

const Head = ({ columns, sort, sortBy }: HeadProps) => (
  <thead>
    <tr>
      {columns.map((column) => {
        const order = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : 'none'
        return (
          <th
            key={column.key}
            scope="col"
            {...(column.sorts ? { 'aria-sort': order } : {})}
            {...(column.width ? { style: { width: column.width } } : {})}
          >
            {column.sorts ? (
              <button type="button" onClick={() => sortBy(order === 'ascending' ? `-${column.key}` : column.key)}>
                {column.title}
                <i aria-hidden="true">{{ ascending: '\u00a0↑', descending: '\u00a0↓', none: '' }[order]}</i>
              </button>
            ) : (
              column.title
            )}
          </th>
        )
      })}
    </tr>
  </thead>
)

export interface PagerProps {
  view: View
  total: number
  capped: boolean
  turnTo: (page: number) => void
}

export const Pager = ({ view, total, capped, turnTo }: PagerProps) => {
  const { t } = useLingui()
  const format = useFormat()
  const pages = Math.max(1, Math.ceil(total / view.size))
  const first = format.number((view.page - 1) * view.size + 1)
  const last = format.number(Math.min(total, view.page * view.size))
  const all = format.number(total)
  return (
    <nav className="pager" aria-label={t`Беттер`}>
      <span className="quiet number" aria-live="polite">
        {capped ? (
          <Trans>
            {first}–{last}, барлығы кемінде {all}
          </Trans>
        ) : (
          <Trans>
            {first}–{last}, барлығы {all}
          </Trans>
        )}
      </span>
      {pages === 1 ? null : (
        <>
          <button
            type="button"
            className="button small"
            disabled={view.page <= 1}
            onClick={() => turnTo(view.page - 1)}
          >
            <Trans>Алдыңғы</Trans>
          </button>
          <button
            type="button"
            className="button small"
            disabled={view.page >= pages}
            onClick={() => turnTo(view.page + 1)}
          >
            <Trans>Келесі</Trans>
          </button>
        </>
      )}
    </nav>
  )
}

export const DataTable = <S extends Shape>(props: DataTableProps<S>) => {
  const { shape, heading, columns, rowKey, rowTo, filters = [], fixed, toInput, empty, exports, kinds } = props
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const control = useView(props.sort ? { sort: props.sort } : {})
  const kept = useSavedViews(shape.name)
  const saved = props.saved ?? kept
  const { view } = control
  const chosen = { ...fixed, ...inputOf(filters, view.filters), ...(view.sort ? { sort: view.sort } : {}) }
  const input = toInput ? toInput(view) : ({ ...chosen, page: view.page, size: view.size } as Input<S>)
  const list = useCall(shape, input, { keep: true, ...(kinds ? { kinds } : {}) })
  const result = list.data?.result as { rows: RowOf<S>[]; total: number; capped?: boolean } | undefined
  const rows = result?.rows ?? []
  const filtered = Object.values(view.filters).some(Boolean)
  const title = text(shape.title)
  const [exporting, setExporting] = useState<'idle' | 'busy' | Error>('idle')

  const takeAway = (): void => {
    if (!exports) return
    setExporting('busy')
    const { page: _page, size: _size, ...asked } = { page: 0, size: 0, ...(toInput ? (input as object) : chosen) }
    downloadSheet(exports, asked, title).then(
      () => setExporting('idle'),
      (error: unknown) => setExporting(error instanceof Error ? error : new Error(String(error))),
    )
  }

  const body = (): ReactNode => {
    if (list.isError && !result) return <ErrorState error={list.error} retry={() => void list.refetch()} />
    if (!result) return <Bones lines={10} />
    if (rows.length === 0 && filtered)
      return (
        <EmptyState
          title={<Trans>Сүзгіге сай жазба жоқ.</Trans>}
          action={
            <button type="button" className="button" onClick={control.clear}>
              <Trans>Сүзгіні тазалау</Trans>
            </button>
          }
        >
          <Trans>Сүзгіні кеңейтіңіз немесе тазалаңыз.</Trans>
        </EmptyState>
      )
    if (rows.length === 0)
      return (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.hint}
        </EmptyState>
      )
    return (
      <div className={`table-frame${list.isPlaceholderData ? ' stale' : ''}`}>
        <table>
          <caption className="hidden">{title}</caption>
          <Head columns={columns} sort={view.sort} sortBy={control.sortBy} />
          <tbody onKeyDown={step}>
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                className={rowTo ? 'leads' : ''}
                onClick={(event) => {
                  const onControl = event.target instanceof Element && event.target.closest('a, button, input, dialog')
                  if (rowTo && !onControl && !window.getSelection()?.toString()) go(rowTo(row))
                }}
              >
                {columns.map((column, index) => (
                  <td key={column.key} className={column.number ? 'number' : ''}>
                    {index === 0 && rowTo ? (
                      <Go to={rowTo(row)} data-row="">
                        {column.draw(row)}
                      </Go>
                    ) : (
                      column.draw(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }

  return (
    <section className="card table-card" aria-label={title} aria-busy={list.isFetching}>
      {heading ? <h2 className="table-heading">{heading}</h2> : null}
      <div className="table-bar" hidden={result?.total === 0 && !filtered}>
        <Filters filters={filters} control={control} saved={saved} />
        {exports ? (
          <button type="button" className="button small no-print" disabled={exporting === 'busy'} onClick={takeAway}>
            {exporting === 'busy' ? t`XLSX дайындалып жатыр…` : t`XLSX түрінде алу`}
          </button>
        ) : null}
      </div>
      {exporting instanceof Error ? <ErrorState error={exporting} retry={takeAway} /> : null}
      {body()}
      {result && result.total > 0 ? (
        <Pager view={view} total={result.total} capped={result.capped ?? false} turnTo={control.turnTo} />
      ) : null}
    </section>
  )
}
