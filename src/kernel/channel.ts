// Listens to a PostgreSQL channel on a connection of its own and comes back by itself when that is lost.
import pg from 'pg'

interface Ears {
  hear: (payload: string) => void
  /** Called after every (re)connection: whatever was told in between was missed. */
  awake?: () => void
}

export interface Channel {
  close(): Promise<void>
}

const pauseMs = (failures: number): number => Math.min(250 * 2 ** failures, 10_000)

export const listenTo = (url: string, channel: string, { hear, awake }: Ears): Channel => {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false
  let failures = 0

  const again = (lost: pg.Client) => {
    if (closed || client !== lost) return
    client = null
    timer = setTimeout(() => void open(), pauseMs(failures++))
  }

  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    client = next
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    next.on('error', () => again(next))
    next.on('end', () => again(next))
    try {
      await next.connect()
      await next.query(`listen ${next.escapeIdentifier(channel)}`)
      failures = 0
      awake?.()
    } catch {
      again(next)
    }
  }

  const opening = open()
  return {
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await opening
      await client?.end().catch(() => {})
    },
  }
}
