// One inspection as its page shows it: clock, authority or what is missing, programme, team.
import type { z } from 'zod'
import { query, type Tx } from '../../kernel/operation.ts'
import { standing } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { conflictOf } from '../conflicts/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { extensionsOf, putOff } from './files-store.ts'
import { latestOf } from './preparing.ts'
import { briefOf, nobody, unitNames } from './queries.ts'
import { authoritiesNow, inspectionRecord, mayWork, type Inspection } from './records.ts'
import * as rules from './rules.ts'
import { membersOf, questionsOf } from './store.ts'
import { colleaguesFor } from './weighing.ts'

type Page = z.input<typeof shapes.readInspection.output>
type Members = Awaited<ReturnType<typeof membersOf>>
type Naming = (id: string | null) => Text
async function teamOf(tx: Tx, it: Inspection, members: Members, name: Naming): Promise<Page['team']> {
  // A fact that came up later, such as kinship entered on a card, shows beside a member who is on the team already.
  const weighed = it.ended_on ? [] : await colleaguesFor(tx, it.id)
  return members.map((row) => {
    const candidate = row.ended_at ? undefined : weighed.find(({ id }) => id === row.employee_id)
    return {
      id: row.employee_id,
      name: name(row.employee_id),
      role: row.role,
      from: row.from_on,
      until: row.until_on,
      endedOn: row.ended_on,
      reason: row.reason,
      cause: row.cause,
      conflict: candidate ? conflictOf(tx, candidate) : null,
    }
  })
}

type Course = Pick<Page, 'questions' | 'team' | 'extensions'>
const nothing: Course = { questions: [], team: [], extensions: [] }

async function courseOf(tx: Tx, it: Inspection): Promise<Course> {
  const questions = await questionsOf(tx, it.id)
  const members = await membersOf(tx, it.id)
  const extensions = (await extensionsOf(tx, it.id)).filter(({ remedy_id }) => remedy_id === null)
  const names = await captionOfEmployees(tx, [
    ...questions.map(({ answered_by }) => answered_by),
    ...members.map(({ employee_id }) => employee_id),
    ...extensions.map(({ by }) => by),
  ])
  const name: Naming = (id) => names.get(id ?? '') ?? nobody
  return {
    questions: questions.map((row) => ({
      id: row.id,
      number: row.place,
      words: row.words,
      answer:
        row.answer !== null && row.answered_at
          ? { words: row.answer, at: row.answered_at.toISOString(), by: name(row.answered_by) }
          : null,
    })),
    team: await teamOf(tx, it, members, name),
    extensions: extensions.map((row) => putOff(row, name)),
  }
}

/** What stands in the way of opening, or of every further step. */
const missingFor = (tx: Tx, it: Inspection): Page['missing'] =>
  (it.opened_on === null ? rules.openingGates : [rules.standsOnAuthority])
    .filter((gate) => it.ended_on === null && standing([gate], tx.actor, it, tx) !== null)
    .map(({ clause, why: says }) => ({ clause, says }))

export const readInspection = query(shapes.readInspection, {
  clauses: ['5.10', '5.15', '5.16'],
  record: inspectionRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const works = mayWork(actor, it)
    const names = await captionOfEmployees(tx, [it.author_id, it.leader_id, it.ended_by])
    return {
      ...briefOf(tx, it),
      aim: it.aim,
      leader: it.leader_id ? (names.get(it.leader_id) ?? nobody) : null,
      unit: (await unitNames(tx)).get(it.unit_id) ?? nobody,
      halted: it.opened_on !== null && it.ended_on === null && it.authority === null,
      remedies: { all: it.remedies, judged: it.remedies - it.remedies_open },
      version: it.version,
      language: it.language,
      author: names.get(it.author_id) ?? nobody,
      periodFrom: it.period_from,
      periodUntil: it.period_until,
      openedOn: it.opened_on,
      haltedOn: it.halted_on,
      latestOn: it.drawn_on || it.ended_on ? null : latestOf(tx, it.starts_on),
      termDoubtful: tx.parameter('inspection.days').confidence === 'unverified',
      brief: !works,
      authorities: (await authoritiesNow(tx, it.id, tx.today)).map(({ id, number, issuedOn, from, until, issuer }) => ({
        id,
        number,
        issuedOn,
        from,
        until,
        issuer,
      })),
      missing: works ? missingFor(tx, it) : [],
      ...(works ? await courseOf(tx, it) : nothing),
      ended: it.ended_on
        ? { on: it.ended_on, by: names.get(it.ended_by ?? '') ?? nobody, word: it.ended_word ?? '' }
        : null,
    }
  },
})
