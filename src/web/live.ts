// What colleagues change appears here without reloading: the server tells the kind and the id, never the content.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { thisTab } from '../ui/call.ts'
import { refresh } from '../ui/use-call.ts'

const kindOf = (message: string): string | null => {
  try {
    const it: unknown = JSON.parse(message)
    return typeof it === 'object' && it !== null && 'kind' in it && typeof it.kind === 'string' ? it.kind : null
  } catch {
    return null
  }
}

/** The browser reconnects by itself after a break, but gives up when it is refused, as an ended session is. */
const againMs = 10_000

export const useLive = (): void => {
  const queries = useQueryClient()
  useEffect(() => {
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let broken = false
    const hear = (event: MessageEvent<string>): void => {
      const kind = kindOf(event.data)
      if (kind) refresh(queries, kind)
    }
    const listen = (): void => {
      source = new EventSource(`/api/live?tab=${thisTab}`)
      source.onopen = () => {
        // After a break nobody knows what was missed.
        if (broken) void queries.invalidateQueries()
        broken = false
      }
      source.onmessage = hear
      source.onerror = () => {
        broken = true
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(listen, againMs)
      }
    }
    listen()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [queries])
}
