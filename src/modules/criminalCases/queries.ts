// What is read of a case: its events and consequences, its files, the choices of the forms.
import type { z } from 'zod'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { happeningsOf, findIncoming, partiesOn } from '../incoming/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import { barsOf } from './bars.ts'
import * as shapes from './contract.ts'
import { corrected } from './corrections.ts'
import { warningsOf } from './facts.ts'
import { captionOf, criminalCaseRecord } from './operations.ts'
import { rowOf } from './row.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

type Page = z.input<typeof shapes.openCase.output>

const fileOf = ({ file_id: id, name, bytes, sha256, type }: Awaited<ReturnType<typeof store.filesOf>>[number]) => ({
  id,
  name,
  bytes: Number(bytes),
  sha256,
  type,
})

async function eventsShown(tx: Tx, id: string): Promise<Page['events']> {
  const events = await store.eventsOf(tx, id)
  const files = await store.filesOf(tx, id)
  const people = await captionOfEmployees(
    tx,
    events.flatMap((it) => [it.entered_by, it.ended_by]),
  )
  const letters = new Map<string, { id: string; number: string }>()
  // A letter for official use is named only to those who may see it.
  for (const { incoming_id } of events) {
    const found = incoming_id && !letters.has(incoming_id) ? await findIncoming(tx, incoming_id, false) : undefined
    if (found) letters.set(found.id, { id: found.id, number: found.number })
  }
  return events.map((it) => ({
    id: it.id,
    place: it.place,
    kind: it.kind,
    happenedOn: it.happened_on,
    confirmedOn: it.confirmed_on,
    paper: it.paper,
    incoming: letters.get(it.incoming_id ?? '') ?? null,
    word: it.word,
    details: it.details,
    enteredAt: it.entered_at.toISOString(),
    enteredBy: people.get(it.entered_by) ?? nobody,
    files: files.filter(({ event_id }) => event_id === it.id).map(fileOf),
    ended: it.ended_at
      ? {
          at: it.ended_at.toISOString(),
          by: people.get(it.ended_by ?? '') ?? nobody,
          reason: it.ended_reason ?? '',
          replaced: it.replaced_by !== null,
        }
      : null,
  }))
}

const titled = (tx: Tx, it: store.Case, law: Awaited<ReturnType<Tx['house']['parameters']['current']>>): Page['bars'] =>
  barsOf(
    {
      outcome: it.outcome,
      qualification: it.qualification,
      gravity: it.gravity,
      leads: it.leads,
      forceOn: it.force_on,
      terminatedOn: it.terminated_on,
    },
    law,
  ).map((bar) => ({ ...bar, title: tx.parameter(bar.parameter).title }))

/** What came of the superior is told to those who may see the higher room's record of it, and to nobody else (5.16). */
async function superiorOf(tx: Tx, it: store.Case): Promise<Pick<Page, 'superior' | 'superiorPage' | 'superiorWord'>> {
  const { superior, superior_kind: kind, superior_record: id, superior_word: superiorWord } = it
  if (!kind || !id) return { superior, superiorPage: null, superiorWord }
  const record = tx.house.registry.records.get(kind)
  if (!(await record?.find(tx, id, false))) return { superior: null, superiorPage: null, superiorWord: null }
  return { superior, superiorPage: record?.page?.(id) ?? null, superiorWord }
}

export const openCase = query(shapes.openCase, {
  clauses: ['6.16', '5.16'],
  record: criminalCaseRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }): Promise<Page> => {
    const regions = await store.regionNames(tx)
    const units = await unitsOn(tx, tx.today)
    const people = await captionOfEmployees(tx, [it.entered_by])
    const superior = await superiorOf(tx, it)
    return {
      ...rowOf(it, regions),
      version: it.version,
      person: it.person_id,
      iin: it.iin,
      postKind: it.post_kind,
      leads: it.leads,
      court: it.court_id,
      courtKind: it.court_kind,
      placeName: it.court_id ? null : it.place_name.kk,
      regionCode: it.region_code,
      articles: it.articles,
      courtCase: it.court_case,
      body: it.body_id,
      bodyName: it.body_name,
      offenceOn: it.offence_on,
      unit: units.find(({ id }) => id === it.unit_id)?.name ?? nobody,
      enteredAt: it.entered_at.toISOString(),
      enteredBy: people.get(it.entered_by) ?? nobody,
      verdictOn: it.verdict_on,
      terminatedOn: it.terminated_on,
      dismissedOn: it.dismissed_on,
      restraint: it.restraint,
      gravity: it.gravity,
      sentences: it.sentences,
      sentenceWords: it.sentence_words,
      ...superior,
      warnings: warningsOf(it),
      bars: titled(tx, it, await tx.house.parameters.current()),
      events: await eventsShown(tx, it.id),
      corrections: await corrected(tx, it.id, regions),
      others: (await store.othersOf(tx, it)).map((other) => ({
        id: other.id,
        caption: `${captionOf(other)}, ${other.post_title}`,
        state: other.state,
        registeredOn: other.registered_on,
      })),
    }
  },
})

export const readCaseTimeline = query(shapes.readCaseTimeline, {
  clauses: ['6.16', '5.16'],
  record: criminalCaseRecord,
  rules: [rules.reads],
  run: async ({ subject, tx }) => ({ rows: await happeningsOf(tx, [subject.id], {}) }),
})

export const takeCaseFile = query(shapes.takeCaseFile, {
  clauses: ['6.16', '5.16'],
  record: criminalCaseRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (!(await store.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const caseChoices = query(shapes.caseChoices, {
  clauses: ['6.16'],
  rules: [rules.lists],
  run: async ({ tx }) => {
    const units = await unitsOn(tx, tx.today)
    const own = await store.ownUnits(tx)
    const ownRegions = own && units.flatMap(({ id, region }) => (region && own.includes(id) ? [region.code] : []))
    const isOwn = (region: string | null): boolean => !ownRegions || (region !== null && ownRegions.includes(region))
    const regions = units.flatMap(({ region }) => region ?? [])
    return {
      courts: (await store.courtsOn(tx)).filter(({ region }) => isOwn(region)),
      regions: regions.filter(({ code }) => isOwn(code)),
      bodies: (await partiesOn(tx, tx.today))
        .filter(({ kind }) => kind === 'body')
        .map(({ id, name }) => ({ id, name })),
      own: ownRegions,
    }
  },
})
