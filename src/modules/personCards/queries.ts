// What is read of a card: its ground, the card itself, the openings.
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { correctionsOf, doubtsOf, inverseKin, lines, namesOf } from '../persons/index.ts'
import * as shapes from './contract.ts'
import * as openings from './openings-store.ts'
import { cardRecord, matterOf, openingRecord } from './records.ts'
import * as rules from './rules.ts'
import { openingStateTitles } from './words.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const shownOpening = async (tx: Tx, it: openings.Opening) => {
  const matter = it.matter && (await matterOf(tx, it.matter))
  return {
    id: it.id,
    at: it.at.toISOString(),
    until: it.until.toISOString(),
    ground: it.matter ? ('matter' as const) : ('reason' as const),
    matter: matter && {
      caption: matter.record.caption(matter.found),
      kindTitle: matter.record.title,
      page: matter.record.page?.(matter.found.id) ?? null,
    },
    reason: it.reason,
  }
}

export const readGround = query(shapes.readGround, {
  clauses: ['5.16'],
  record: cardRecord,
  rules: [rules.asks],
  run: async ({ subject, tx }) => ({
    opening: subject.opening && (await shownOpening(tx, subject.opening)),
    minutes: tx.parameter('persons.opening').value,
    reviewDays: tx.parameter('persons.review').value,
  }),
})

const whatOf = {
  persons: 'person',
  person_names: 'name',
  person_posts: 'post',
  person_superiors: 'superior',
  person_kin: 'kin',
} as const

const said = (it: unknown): string | null => {
  if (it === null || it === undefined) return null
  if (typeof it === 'object' && 'kk' in it) return String(it.kk)
  return typeof it === 'object' ? JSON.stringify(it) : String(it as string | number | boolean)
}

/** Columns whose change a person understands; keys and marks of time are not shown. */
const shownFields =
  'name iin born_on sex until_on from_on title body_name end_basis struck_reason kin_name relation basis'.split(' ')

const changedFields = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  shownFields
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))
    .filter((it) => it.before !== it.after)

const shownCorrections = async (tx: Tx, person: string) => {
  const rows = await correctionsOf(tx, person)
  const names = await captionOfEmployees(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.flatMap(({ relation, at, by, before, after }) => {
    const changes = changedFields(before, after)
    const what = whatOf[relation as keyof typeof whatOf]
    return changes.length ? [{ at: at.toISOString(), by: (by && names.get(by)) || nobody, what, changes }] : []
  })
}

const postsWithSuperiors = async (tx: Tx, person: string) => {
  const superiors = await lines.superiorsOf(tx, person)
  return (await lines.postsEver(tx, person)).map((it) => ({
    id: it.id,
    kind: it.kind,
    title: it.title,
    body: it.body,
    from: it.from,
    until: it.until,
    basis: it.basis,
    endBasis: it.endBasis,
    struck: it.struck,
    superiors: superiors
      .filter(({ post }) => post === it.id)
      .map(({ superior, name, title, from, until, basis }) => ({
        person: superior ? { id: superior, name: name ?? nobody } : null,
        title,
        from,
        until,
        basis,
      })),
  }))
}

export const readCard = query(shapes.readCard, {
  clauses: ['5.16'],
  record: cardRecord,
  personal: true,
  rules: [rules.opens, rules.noGround],
  run: async ({ subject, tx }) => {
    tx.note({ opening: subject.opening?.id })
    const kin = await lines.kinRows(tx, subject.id)
    return {
      iin: subject.iin,
      bornOn: subject.bornOn,
      sex: subject.sex,
      warnings: doubtsOf(subject),
      basis: subject.basis,
      notedAt: subject.notedAt.toISOString(),
      names: (await namesOf(tx, subject.id)).map(({ name, until_on: until, basis }) => ({ name, until, basis })),
      posts: await postsWithSuperiors(tx, subject.id),
      kin: kin.flatMap(({ id, personId, personName, relation, kinId, kinName, basis, struck }) => {
        if (personId === subject.id) return [{ id, relation, name: kinName, person: kinId, own: true, basis, struck }]
        if (!personName || struck) return []
        return [{ id, relation: inverseKin[relation], name: personName, person: personId, own: false, basis, struck }]
      }),
      corrections: await shownCorrections(tx, subject.id),
    }
  },
})

const openingRows = async (tx: Tx, rows: readonly openings.Opening[]) => {
  const people = await captionOfEmployees(
    tx,
    rows.flatMap(({ employee, reviewedBy }) => [employee, reviewedBy]),
  )
  const names = new Map(
    rows.length
      ? (await lines.namesByIds(tx, [...new Set(rows.map(({ person }) => person))])).map(({ id, name }) => [id, name])
      : [],
  )
  const shown = []
  for (const it of rows)
    shown.push({
      ...(await shownOpening(tx, it)),
      person: { id: it.person, name: names.get(it.person) ?? nobody },
      by: people.get(it.employee) ?? nobody,
      state: it.state,
      stateTitle: openingStateTitles[it.state],
      dueOn: it.dueOn,
      word: it.word,
      reviewedBy: it.reviewedBy ? (people.get(it.reviewedBy) ?? nobody) : null,
    })
  return shown
}

export const listOpenings = query(shapes.listOpenings, {
  clauses: ['5.16'],
  rules: [rules.listsOpenings],
  run: async ({ input, tx }) => {
    const { rows, ...counted } = await openings.listOpenings(tx, input)
    return { rows: await openingRows(tx, rows), ...counted }
  },
})

export const oneOpening = query(shapes.oneOpening, {
  clauses: ['5.16'],
  record: openingRecord,
  rules: [rules.seesOpening],
  run: async ({ subject, tx }) => {
    const [row] = await openingRows(tx, [subject])
    if (!row) throw unknownRecord()
    return { ...row, version: subject.version }
  },
})
