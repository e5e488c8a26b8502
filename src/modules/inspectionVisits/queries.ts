// Visits, hindrances and demands as their tab shows them.
import type { z } from 'zod'
import { query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { bodyKindTitles, partiesOn } from '../incoming/index.ts'
import { files, gates, inspectionRecord, membersOf, nobody } from '../inspections/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { requestsAbout } from '../requests/index.ts'
import * as shapes from './contract.ts'
import * as store from './store.ts'
import { mayBeVisited } from './visiting.ts'

export const readVisits = query(shapes.readVisits, {
  clauses: ['5.5', '5.10', '5.15', '12'],
  record: inspectionRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ subject: it, tx }): Promise<z.input<typeof shapes.readVisits.output>> => {
    const visits = await store.visitsOf(tx, it.id)
    const kept = await files.filesOf(tx, it.id)
    const team = (await membersOf(tx, it.id)).filter(({ ended_at }) => ended_at === null)
    const names = await captionOfEmployees(tx, [
      ...team.map(({ employee_id }) => employee_id),
      ...visits.flatMap(({ who_id, by }) => [who_id, by]),
    ])
    const name = (id: string): Text => names.get(id) ?? nobody
    const places = (await partiesOn(tx, tx.today)).filter(mayBeVisited)
    // The department inspected is what is visited most.
    const first = places.filter(({ id }) => id === it.body_id)
    return {
      team: team.map(({ employee_id: id }) => ({ id, name: name(id) })),
      places: [...first, ...places.filter(({ id }) => id !== it.body_id)].map(({ kind, id, name: of, region }) => ({
        value: `${kind}:${id}`,
        name: of,
        group: kind === 'body' ? bodyKindTitles['court-administration'] : region,
      })),
      visits: visits.map((row) => ({
        id: row.id,
        who: name(row.who_id),
        certificate: row.certificate,
        place: row.place_name,
        premises: row.premises,
        room: row.room,
        vehicle: row.vehicle,
        cameAt: row.came_at.toISOString(),
        leftAt: row.left_at?.toISOString() ?? null,
        accompanied: row.accompanied,
        entered: row.entered,
        hindrance:
          row.hindrance && row.hindered_by && row.request_id
            ? { by: row.hindered_by, words: row.hindrance, request: row.request_id }
            : null,
        at: row.at.toISOString(),
        by: name(row.by),
        files: files.filesAt(kept, 'visit', row.id),
      })),
      requests: (await requestsAbout(tx, { kind: 'inspection', id: it.id })).map(
        ({ id, caption, kind, state, addressee, dueOn }) => ({ id, caption, kind, state, addressee, dueOn }),
      ),
    }
  },
})
