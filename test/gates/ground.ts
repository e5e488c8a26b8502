// The ground of a walk: a house with records at the doors of every gate, and a way to walk in it that leaves no trace.
import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import pg from 'pg'
import { castId, castNames, type CastName } from '../../src/app/cast.ts'
import { openDatabase } from '../../src/kernel/database.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { revokeAuthority } from '../../src/modules/authorities/ending.ts'
import { deskOf as authorityDesk } from '../../src/modules/authorities/authorities.kit.ts'
import { deskOf as inspectionDesk } from '../../src/modules/inspections/inspections.kit.ts'
import { deskOf as caseDesk } from '../../src/modules/investigations/investigations.kit.ts'
import { acceptInvestigation } from '../../src/modules/investigations/opening.ts'
import { addMember } from '../../src/modules/inspections/team.ts'
import * as personalFiles from '../../src/modules/personalFiles/operations.ts'
import { abaiCourt } from '../../src/modules/persons/persons.kit.ts'
import { explainRights } from '../../src/modules/questioning/holding.ts'
import { deskOf } from '../../src/modules/questioning/questioning.kit.ts'
import type { TestHouse } from '../kit/house.ts'

const firstDay = '2026-11-23'
/** Everything of the ground is older than this moment. */
export const firstHour = `${firstDay}T10:00`

type Stage = Awaited<ReturnType<typeof openStage>>

const picture = () => {
  const sheet = createCanvas(120, 160)
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#ddd'
  pen.fillRect(0, 0, 120, 160)
  return sheet.encode('png')
}

/** A file with one page in it, whose permission has been revoked since. */
const closedFile = async (stage: Stage, desk: ReturnType<typeof deskOf>, person: string, number: string) => {
  const { as } = stage
  const { id } = await as('registrar', personalFiles.beginFile, { person, number, heldAt: 'Абай облыстық соты' })
  const about = [`personalFile:${id}`]
  const authority = await desk.granted({ purpose: 'personalFile', about, until: '2026-12-31' })
  const file = await stage.bring(await stage.actor('head'), 'бет.png', await picture())
  const page = { id, kind: 'other' as const, title: 'Бұйрық', datedOn: '2021-03-01', file }
  const { document } = await as('head', personalFiles.addDocument, page)
  await as('chairman', revokeAuthority, { id: authority, reason: 'Танысу аяқталды.' })
  return { id, document }
}

export interface Ground {
  house: TestHouse
  actors: Readonly<Record<CastName, Actor>>
  judges: readonly [string, string]
  clerk: string
  /** Prepared; opened until the 26th with a team; of a superior, prepared. */
  investigations: readonly [string, string, string]
  /** Of the first judge today with rights and consent; of the second tomorrow with rights alone; of the clerk today with rights. */
  questionings: readonly { id: string; code: string | null }[]
  files: readonly { id: string; document: string }[]
  inspection: string
  question: string
  /** In the hands of the registrar, belonging to nothing yet. */
  scans: readonly string[]
  /** A page in the hands of the inspector. */
  page: string
  court: string
  authorities: readonly string[]
}

export const layGround = async (): Promise<Ground> => {
  const stage = await openStage(`${firstDay}T09:00`)
  const { as, house } = stage
  const desk = deskOf(stage)
  const judges = [(await desk.register()).id, (await desk.register()).id] as const
  const { id: clerk } = await desk.clerk()
  const prepared = await caseDesk(stage).prepared([judges[0]])
  const { id: running } = await desk.opened(judges[0])
  const until = await desk.authorised(running, { until: '2026-11-26' })
  const { rows } = await stage.owner
    .selectFrom('authorities')
    .select('id')
    .where('state', '=', 'granted')
    .execute()
    .then((found) => ({ rows: found.filter(({ id }) => id !== until) }))
  for (const { id } of rows) await as('chairman', revokeAuthority, { id, reason: 'Жаңасымен ауыстырылды.' })
  await stage.news()
  const { superior, convicted } = await desk.subordinate('2024-01-08')
  const ofSuperior = await desk.verdict(convicted)
  if (!ofSuperior) throw new Error(`no investigation of the superior ${superior} was proposed`)
  await as('head', acceptInvestigation, { id: ofSuperior })
  const first = await desk.planned(running, judges[0])
  const second = await desk.planned(running, judges[1], { on: '2026-11-24' })
  const ofClerk = await desk.planned(running, clerk)
  for (const id of [first, second, ofClerk]) await as('inspector', explainRights, { id })
  const code = await desk.consented(first)
  const files = [await closedFile(stage, desk, judges[0], 'ЖІ-1'), await closedFile(stage, desk, judges[1], 'ЖІ-2')]
  const inspections = inspectionDesk(stage)
  const inspection = await inspections.prepared()
  await as('head', addMember, { id: inspection, employee: castId('inspector'), role: 'leader' })
  const [question] = (await inspections.read('head', inspection)).questions
  const scans: string[] = []
  for (const n of [1, 2, 3]) scans.push(await authorityDesk(stage).scan('registrar', `scan-${n}.pdf`))
  const page = await stage.bring(await stage.actor('inspector'), 'бет.png', await picture())
  await stage.news()
  const actors: Partial<Record<CastName, Actor>> = {}
  for (const name of castNames) actors[name] = await stage.actor(name)
  return {
    ...{ house, actors: actors as Ground['actors'], judges, clerk, files, inspection, scans, page, court: abaiCourt },
    investigations: [prepared, running, ofSuperior],
    questionings: [
      { id: first, code },
      { id: second, code: null },
      { id: ofClerk, code: null },
    ],
    question: question?.id ?? '',
    authorities: [until],
  }
}

export interface Walkway {
  /** The same house over one connection, in whose one transaction each operation is a savepoint. */
  house: TestHouse
  begin(): Promise<void>
  /** Everything since `begin` has not happened. */
  undo(): Promise<void>
  close(): Promise<void>
}

/** What a pool's client is asked by Kysely, with the transaction's own words turned into savepoints. */
const inSavepoints = (client: pg.Client) => ({
  query: async (text: string, values?: unknown[]) => {
    if (/^(begin|start transaction)/i.test(text)) return client.query('savepoint operation')
    if (/^rollback$/i.test(text)) return client.query('rollback to savepoint operation; release savepoint operation')
    // What the commit of an operation would judge is judged here.
    if (/^commit$/i.test(text))
      return client.query('set constraints all immediate; set constraints all deferred; release savepoint operation')
    // Planned once a walkway: the policies make plans of a thousand lines, and walks ask the same thing over and over.
    const name = createHash('md5').update(text).digest('hex')
    return client.query({ name, text, ...(values ? { values } : {}) })
  },
  release: () => {},
})

export const openWalkway = async (house: TestHouse): Promise<Walkway> => {
  const client = new pg.Client({ connectionString: house.urls.appUrl })
  client.on('error', () => {})
  await client.connect()
  await client.query('set plan_cache_mode = force_generic_plan')
  const connection = inSavepoints(client)
  const pool = { connect: async () => connection, end: async () => {} }
  return {
    house: { ...house, database: openDatabase(pool as unknown as pg.Pool) },
    begin: async () => void (await client.query('begin')),
    undo: async () => void (await client.query('rollback')),
    close: () => client.end(),
  }
}
