// Live news: a colleague's change reaches every screen that may show the record, and nobody else hears that it happened.
import { asActor } from '../database.ts'
import { listenTo } from '../channel.ts'
import type { House } from '../house.ts'
import type { Actor } from '../rules.ts'
import { visibleIds } from '../visible.ts'

/** What a screen learns: which record changed. What changed it asks for itself, through an operation. */
export interface News {
  kind: string
  id: string
}

export interface Live {
  /** `send` is called with what this actor may see, but for what the window `tab` did itself. Returns the end of the subscription. */
  subscribe(actor: Actor, send: (news: News) => void, tab?: string | null): () => void
  close(): Promise<void>
}

const channel = 'qorgan_live'
/** Changes of this long are told together: an operation on a hundred records asks once. */
const gatheredMs = 250

interface Subscriber {
  actor: Actor
  send: (news: News) => void
  tab: string | null
}

/** A change as the database tells it, with the window that made it. */
type Change = News & { tab: string | null }
/** Windows that changed a record, by kind and id; null stands for whoever has none. */
type Changes = Map<string, Map<string, Set<string | null>>>

const newsOf = (payload: string): Change | null => {
  try {
    const it: unknown = JSON.parse(payload)
    if (typeof it !== 'object' || it === null || !('kind' in it) || !('id' in it)) return null
    const tab = 'tab' in it && typeof it.tab === 'string' ? it.tab : null
    return typeof it.kind === 'string' && typeof it.id === 'string' ? { kind: it.kind, id: it.id, tab } : null
  } catch {
    return null
  }
}

export function startLive(house: House): Live {
  const subscribers = new Set<Subscriber>()
  const gathered: Changes = new Map()
  let timer: NodeJS.Timeout | null = null
  let telling = Promise.resolve()

  const tellAll = async (): Promise<void> => {
    timer = null
    const changes = new Map(gathered)
    gathered.clear()
    for (const [actor, listeners] of byActor(subscribers)) await tellOne(house, actor, listeners, changes)
  }

  const hear = (payload: string): void => {
    const news = newsOf(payload)
    if (!news || !subscribers.size) return
    const ofKind = gathered.get(news.kind) ?? new Map<string, Set<string | null>>()
    gathered.set(news.kind, ofKind.set(news.id, (ofKind.get(news.id) ?? new Set()).add(news.tab)))
    timer ??= setTimeout(() => {
      telling = telling.then(tellAll).catch((fault: unknown) => {
        house.log('error', 'live news could not be told', { why: fault instanceof Error ? fault.name : 'unknown' })
      })
    }, gatheredMs)
  }

  const ear = listenTo(house.pool.options.connectionString ?? '', channel, { hear })
  return {
    subscribe: (actor, send, tab = null) => {
      const subscriber = { actor, send, tab }
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    close: async () => {
      if (timer) clearTimeout(timer)
      subscribers.clear()
      await ear.close()
      await telling
    },
  }
}

/** One person with three windows is asked about once; the scope is that of the latest of them. */
function byActor(subscribers: ReadonlySet<Subscriber>): Map<Actor, Subscriber[]> {
  const latest = new Map<string, Actor>()
  for (const { actor } of subscribers) latest.set(actor.id, actor)
  const grouped = new Map<Actor, Subscriber[]>()
  for (const subscriber of subscribers) {
    const actor = latest.get(subscriber.actor.id) ?? subscriber.actor
    grouped.set(actor, [...(grouped.get(actor) ?? []), subscriber])
  }
  return grouped
}

async function tellOne(house: House, actor: Actor, listeners: readonly Subscriber[], changes: Changes): Promise<void> {
  const seen = await asActor(house.database, actor, async (db) => {
    const news: News[] = []
    for (const [kind, ids] of changes) {
      for (const id of await visibleIds(db, house.registry, kind, [...ids.keys()])) news.push({ kind, id })
    }
    return news
  })
  const isOwn = ({ kind, id }: News, tab: string | null): boolean => {
    const tabs = changes.get(kind)?.get(id)
    return tab !== null && tabs?.size === 1 && tabs.has(tab)
  }
  for (const { send, tab } of listeners) for (const news of seen) if (!isOwn(news, tab)) send(news)
}
