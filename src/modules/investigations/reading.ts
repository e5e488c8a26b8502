// One investigation as its page shows it: both clocks, the authority or what is missing, persons, team, plan and what happened.
import type { z } from 'zod'
import { query, type Tx } from '../../kernel/operation.ts'
import { standing } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { briefsOf } from '../persons/index.ts'
import * as shapes from './contract.ts'
import { nobody, termOf, unitNames } from './queries.ts'
import { authorityNow, investigationRecord, mayWork, purposeOf, type Investigation } from './records.ts'
import * as rules from './rules.ts'
import { candidatesFor, conflictOf, type Candidate } from '../conflicts/index.ts'
import { membersOf } from './team-store.ts'
import { verdictOf } from '../superiors/index.ts'
import { kindClauses } from './words.ts'

type Page = z.input<typeof shapes.readInvestigation.output>
type Naming = (id: string | null) => Text
async function peopleOf(tx: Tx, it: Investigation): Promise<Page['people']> {
  const ids = it.persons.map(({ id }) => id)
  const briefs = await briefsOf(tx, ids, it.committedOn)
  return it.persons.map(({ id, name }) => {
    const post = briefs.get(id)?.post ?? null
    return {
      id,
      name,
      post: post && {
        kk: `${post.title.kk}, ${post.body.kk}`,
        ru: `${post.title.ru}, ${post.body.ru}`,
        en: `${post.title.en}, ${post.body.en}`,
      },
      judge: post?.kind === 'judge',
    }
  })
}

const warningOf = (tx: Tx, candidate: Candidate | undefined) => (candidate ? conflictOf(tx, candidate) : null)

/** Who is under it, who carries it. */
async function peopleAndTeam(tx: Tx, it: Investigation): Promise<Pick<Page, 'people' | 'team'>> {
  const members = await membersOf(tx, it.id)
  const names = await captionOfEmployees(tx, [...members.map(({ employee_id }) => employee_id)])
  const name: Naming = (id) => names.get(id ?? '') ?? nobody
  // A fact that came up later, such as kinship entered on a card, shows beside a member who is on the team already.
  const weighed = it.ended ? [] : await candidatesFor(tx, it)
  return {
    people: await peopleOf(tx, it),
    team: members.map((row) => ({
      id: row.employee_id,
      name: name(row.employee_id),
      role: row.role,
      from: row.from_on,
      until: row.until_on,
      reason: row.reason,
      cause: row.cause,
      conflict: row.ended_at
        ? null
        : warningOf(
            tx,
            weighed.find(({ id }) => id === row.employee_id),
          ),
    })),
  }
}

const nothing = { people: [], team: [] }

async function aboutOf(tx: Tx, { about }: Investigation): Promise<Page['about']> {
  const record = about && tx.house.registry.records.get(about.kind)
  const found = record && (await record.find(tx, about.id, false))
  return record && found ? { ...about, caption: record.caption(found), page: record.page?.(about.id) ?? null } : null
}

const missingFor = (tx: Tx, it: Investigation): Page['missing'] =>
  rules.openingGates
    .filter((gate) => it.openedOn === null && standing([gate], tx.actor, it, tx) !== null)
    .map(({ clause, why: says }) => ({ clause, says }))

export const readInvestigation = query(shapes.readInvestigation, {
  clauses: ['6.21', '6.22', '5.15', '5.16'],
  record: investigationRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const works = mayWork(actor, it)
    const names = await captionOfEmployees(tx, [it.author, it.leader, it.ended?.by ?? null])
    const verdict = works && it.verdict ? await verdictOf(tx, it.verdict) : null
    const latest = it.openedOn
      ? tx.calendar.nextWorking(tx.calendar.addMonths(it.openedOn, tx.parameter('investigation.term.most').value))
      : null
    return {
      id: it.id,
      version: it.version,
      number: it.number,
      kind: it.kind,
      clause: kindClauses[it.kind],
      state: it.state,
      language: it.language,
      offence: it.offence,
      allegations: it.allegations,
      committedOn: it.committedOn,
      discoveredOn: it.discoveredOn,
      place: it.place && { value: `${it.place.kind}:${it.place.id}`, name: it.place.name },
      persons: it.persons.map(({ name }) => name),
      leader: it.leader ? (names.get(it.leader) ?? nobody) : null,
      unit: (await unitNames(tx)).get(it.unit) ?? nobody,
      author: it.author ? (names.get(it.author) ?? nobody) : nobody,
      preparedAt: it.preparedAt.toISOString(),
      openedOn: it.openedOn,
      concludedOn: it.concludedOn,
      term: termOf(tx, { from: it.openedOn, dueOn: it.dueOn, doneOn: it.concludedOn ?? it.ended?.on ?? null }),
      limitationOn: it.limitationOn,
      firstDueOn: it.firstDueOn,
      latestDueOn: latest,
      termDoubtful: tx.parameter('investigation.term').confidence === 'unverified',
      about: works ? await aboutOf(tx, it) : null,
      brief: !works,
      fallen: it.fallen,
      authority: {
        purpose: purposeOf(it),
        inForce: (await authorityNow(tx, it, tx.today)).map(({ id, number, issuedOn, from, until, issuer }) => ({
          id,
          number,
          issuedOn,
          from,
          until,
          issuer,
        })),
      },
      missing: works ? missingFor(tx, it) : [],
      verdict: verdict && {
        case: verdict.case,
        convicted: verdict.name,
        offenceOn: verdict.offenceOn,
        forceOn: verdict.forceOn,
        corruption: verdict.corruption,
      },
      ...(works ? await peopleAndTeam(tx, it) : nothing),
      ended: it.ended ? { on: it.ended.on, by: names.get(it.ended.by ?? '') ?? nobody, word: it.ended.word } : null,
    }
  },
})
