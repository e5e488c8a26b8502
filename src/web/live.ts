// What colleagues change appears here without reloading: the server tells the kind and the id, never the content.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from '../ui/use-call.ts'
import { meKey } from './session.ts'

const kindOf = (message: string): string | null => {
  try {
    const it: unknown = JSON.parse(message)
    return typeof it === 'object' && it !== null && 'kind' in it && typeof it.kind === 'string' ? it.kind : null
  } catch {
    return null
  }
}

export const useLive = (): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/live')
    let opened = false
    source.onopen = () => {
      // After a break nobody knows what was missed.
      if (opened) void queries.invalidateQueries()
      opened = true
    }
    source.onmessage = (event: MessageEvent<string>) => {
      const kind = kindOf(event.data)
      if (!kind) return
      refresh(queries, kind)
      if (kind === 'notice') void queries.invalidateQueries({ queryKey: meKey })
    }
    return () => source.close()
  }, [queries])
}
