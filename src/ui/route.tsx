// Addresses: links, parameters, and what stands after the question mark.
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { AnchorHTMLAttributes, ReactNode } from 'react'

export type Search = Record<string, string>

/** '?state=open&page=2' as a flat record; what is not text is dropped, and a key that stands twice is a list: 'a,b'. */
export const readSearch = (text: string): Search => {
  const found = new URLSearchParams(text)
  return Object.fromEntries([...new Set(found.keys())].map((key) => [key, found.getAll(key).join(',')]))
}

export const writeSearch = (search: Record<string, unknown>): string => {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return text && `?${text}`
}

interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** '/appeals/1' or '/appeals?state=open'. */
  to: string
  children?: ReactNode
}

const split = (to: string): { path: string; search: Search } => {
  const [path = '/', query = ''] = to.split('?')
  return { path, search: readSearch(query) }
}

/** A link inside the web: the screen's code and data begin to load when the pointer rests on it. */
export const Go = ({ to, children, ...rest }: GoProps): ReactNode => {
  const { path, search } = split(to)
  return (
    <Link to={path} search={search} preload="intent" {...rest}>
      {children}
    </Link>
  )
}

export interface Address {
  path: string
  /** '/appeals/$id' gives `params.id`. */
  params: Record<string, string>
  search: Search
  /** Goes to another screen: `go('/appeals/1')`. */
  go: (to: string) => void
  /** Changes what stands after the question mark; undefined or '' removes a key. */
  setSearch: (patch: Record<string, string | undefined>) => void
}

export const useAddress = (): Address => {
  const params: Record<string, string> = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const path = useLocation({ select: (it) => it.pathname })
  const navigate = useNavigate()
  return useMemo(
    () => ({
      path,
      params,
      search,
      go: (to) => {
        const next = split(to)
        void navigate({ to: next.path, search: next.search })
      },
      setSearch: (patch) => {
        const kept = Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined && value !== '')
        void navigate({ to: path, search: Object.fromEntries(kept), replace: true })
      },
    }),
    [path, params, search, navigate],
  )
}
