// Everything a route needs at hand: the house, the shelf of visits, the courts, and the way to answer with a page.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { courtOptions } from '../modules/org/index.ts'
import type { House } from '../kernel/house.ts'
import { perform } from '../kernel/perform.ts'
import type { Actor } from '../kernel/rules.ts'
import { isLanguage, type Language, type Text } from '../kernel/text.ts'
import { openFlow, type Flow } from './effort.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import type { Shelf } from './shelf.ts'
import type { Court } from './steps.ts'
import { presentIn, type Present } from './visits.ts'

export interface Desk {
  house: House
  shelf: Shelf
  secure: boolean
  /** Room for appeals sent without scripts. */
  flow: Flow
  courts(): Promise<readonly Court[]>
}

export const visitor = (language: Language, receipt?: string): Actor => ({
  id: '',
  kind: 'public',
  name: { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  language,
  unit: null,
  powers: new Set(),
  posts: [],
  reach: [],
  session: null,
  ...(receipt === undefined ? {} : { receipt }),
})

const keptMs = 60_000

export const openDesk = (house: House, shelf: Shelf): Desk => {
  let kept: { at: number; courts: Promise<readonly Court[]> } | null = null
  const ask = async (): Promise<readonly Court[]> => {
    const { result } = await perform(house, courtOptions, visitor('kk'), {})
    return result.courts.map(({ id, name, region }) => ({ id, name, region: region?.name ?? null }))
  }
  return {
    house,
    shelf,
    secure: house.portalUrl.startsWith('https:'),
    flow: openFlow(30, 2_000),
    courts: () => {
      if (!kept || Date.now() - kept.at > keptMs) {
        const courts = ask()
        courts.catch(() => (kept = null))
        kept = { at: Date.now(), courts }
      }
      return kept.courts
    },
  }
}

export interface Visited {
  language: Language
  present: Present | null
}

export const visitedBy = async ({ shelf }: Desk, request: FastifyRequest): Promise<Visited> => {
  const { language } = request.params as { language?: string }
  return { language: isLanguage(language) ? language : 'kk', present: await presentIn(shelf, request) }
}

interface Answer {
  language: Language
  path: string
  title: Text
  body: Html
  present: Present | null
  faulty?: boolean
  status?: number
}

export const answer = ({ house }: Desk, reply: FastifyReply, it: Answer): FastifyReply => {
  const { language, path, title, body, present, faulty = false, status = faulty ? 400 : 200 } = it
  const frame = {
    language,
    path,
    demo: house.mode === 'demonstration',
    open: present !== null,
    stamp: present?.stamp ?? '',
  }
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(page(frame, title, body, faulty))
}
