// What a list shows — filters, order, page — kept in the address, so that a view can be sent to a colleague.
import { useMemo, useState } from 'react'
import { useAddress, writeSearch } from './route.tsx'
import { useMe } from './me.ts'

export interface View {
  filters: Readonly<Record<string, string>>
  /** Key of a column, '-' before it for the reverse; '' for the list's own order. */
  sort: string
  /** From 1. */
  page: number
  size: number
}

export interface ViewControl {
  view: View
  /** Changes filters (back to the first page); '' removes one. */
  filter: (patch: Record<string, string>) => void
  sortBy: (sort: string) => void
  turnTo: (page: number) => void
  clear: () => void
  /** The address of this view after '?'. */
  query: string
  open: (query: string) => void
}

const known = ['sort', 'page', 'size']
const whole = (text: string | undefined, otherwise: number): number => {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : otherwise
}

export const useView = (start: { sort?: string; size?: number } = {}): ViewControl => {
  const { search, setSearch, path, go } = useAddress()
  return useMemo(() => {
    const filters = Object.fromEntries(Object.entries(search).filter(([key]) => !known.includes(key)))
    return {
      view: {
        filters,
        sort: search.sort ?? start.sort ?? '',
        page: whole(search.page, 1),
        size: Math.min(100, whole(search.size, start.size ?? 25)),
      },
      filter: (patch) => setSearch({ ...patch, page: undefined }),
      sortBy: (sort) => setSearch({ sort, page: undefined }),
      turnTo: (page) => setSearch({ page: page > 1 ? String(page) : undefined }),
      clear: () => go(path),
      query: writeSearch(search),
      open: (query) => go(`${path}${query}`),
    }
  }, [search, setSearch, path, go, start.sort, start.size])
}

export interface SavedView {
  title: string
  query: string
}

const readSaved = (key: string): readonly SavedView[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as SavedView[]) : []
  } catch {
    return []
  }
}

/** Views that this person gave a name, kept in this browser. */
export const useSavedViews = (list: string) => {
  const key = `qorgan.views.${useMe().employee.id}.${list}`
  const [views, setViews] = useState(() => readSaved(key))
  const keep = (next: readonly SavedView[]): void => {
    setViews(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return {
    views,
    save: (view: SavedView) => keep([...views.filter((each) => each.title !== view.title), view]),
    forget: (title: string) => keep(views.filter((each) => each.title !== title)),
  }
}
