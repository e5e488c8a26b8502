// The course as its tab shows it, and its files.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { gates, investigationRecord, teamOf } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { requestsAbout } from '../requests/index.ts'
import * as shapes from './contract.ts'
import { extensionsOf } from './extensions-store.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

type File = Awaited<ReturnType<typeof store.filesOf>>[number]
const fileOf = ({ file_id: id, name, bytes, sha256, type }: File) => ({ id, name, bytes: Number(bytes), sha256, type })

export const readCourse = query(shapes.readCourse, {
  clauses: ['5.14', '5.15', '5.16', '5.6', '12'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ subject: it, tx }): Promise<z.input<typeof shapes.readCourse.output>> => {
    const steps = await store.stepsOf(tx, it.id)
    const suspensions = await store.suspensionsOf(tx, it.id)
    const extensions = await extensionsOf(tx, it.id)
    const files = suspensions.length ? await store.filesOfSuspensions(tx, it.id) : []
    const team = await teamOf(tx, it.id)
    const people = [
      ...team.map(({ id }) => id),
      ...steps.map(({ who_id }) => who_id),
      ...extensions.map(({ by }) => by),
    ]
    const names = await captionOfEmployees(tx, people)
    const name = (id: string | null): Text => names.get(id ?? '') ?? nobody
    return {
      team: team.map(({ id }) => ({ id, name: name(id) })),
      persons: [...it.persons],
      plan: steps.map((row) => ({
        id: row.id,
        what: row.what,
        who: { id: row.who_id, name: name(row.who_id) },
        by: row.by_on,
        term: row.dropped_at
          ? null
          : {
              dueOn: row.by_on,
              left: daysLeft(tx.calendar, tx.today, row.by_on),
              total: Math.max(1, tx.calendar.workingDaysBetween(row.planned_on, row.by_on)),
              doneOn: row.done_on,
            },
        doneOn: row.done_on,
        result: row.result,
        dropped: row.dropped_reason,
      })),
      extensions: extensions.map((row) => ({
        at: row.at.toISOString(),
        by: name(row.by),
        from: row.from_on,
        until: row.until_on,
        reason: row.reason,
      })),
      suspensions: suspensions.map((row) => ({
        id: row.id,
        person: it.persons.find(({ id }) => id === row.person_id) ?? { id: row.person_id, name: nobody },
        actNumber: row.act_number,
        actOn: row.act_on,
        issuer: row.issuer,
        from: row.from_on,
        until: row.until_on,
        inForce: row.from_on <= tx.today && tx.today <= row.until_on,
        files: files.filter((file) => file.suspension_id === row.id).map(fileOf),
      })),
      requests: (await requestsAbout(tx, { kind: 'investigation', id: it.id })).map(
        ({ id, caption, kind, state, addressee, dueOn }) => ({ id, caption, kind, state, addressee, dueOn }),
      ),
    }
  },
})

export const listNotes = query(shapes.listNotes, {
  clauses: ['5.14', '5.15', '5.16'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ input, subject: it, tx }): Promise<z.input<typeof shapes.listNotes.output>> => {
    const { rows, ...count } = await store.pageOfNotes(tx, it.id, input)
    const files = await store.filesOfNotes(
      tx,
      it.id,
      rows.map(({ id }) => id),
    )
    const names = await captionOfEmployees(
      tx,
      rows.map(({ by }) => by),
    )
    return {
      ...count,
      rows: rows.map((row) => ({
        id: row.id,
        happenedOn: row.happened_on,
        at: row.at.toISOString(),
        by: row.by ? (names.get(row.by) ?? nobody) : null,
        words: row.words,
        files: files.filter((file) => file.note_id === row.id).map(fileOf),
      })),
    }
  },
})

export const takeInvestigationFile = query(shapes.takeInvestigationFile, {
  clauses: ['5.15', '5.16'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (!(await store.hasFile(tx, subject.id, input.file))) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})
