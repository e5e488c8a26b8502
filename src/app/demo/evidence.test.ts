// The demonstration's evidence is received and handed on through the real operations.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantEvidence } from './evidence.ts'
import { plantInvestigations } from './investigations.ts'
import { plantPersons } from './persons.ts'

after(closeRenderer)
const { house, owner } = await openStage()

test('one piece is sealed in a colleague’s hands, one lies with an expert, each with its chain', async () => {
  await plantPersons(house)
  await plantInvestigations(house)
  await plantEvidence(house)
  const { rows } = await sql<{ state: string; acts: string[]; files: number }>`
    select e.state, (select array_agg(a.act order by a.place) from evidence_acts a where a.evidence_id = e.id) as acts,
      (select count(*)::int from evidence_files f where f.evidence_id = e.id) as files
    from evidence e order by e.place`.execute(owner)
  assert.deepEqual(rows, [
    { state: 'sealed', acts: ['received', 'handed'], files: 1 },
    { state: 'out', acts: ['received', 'given-out'], files: 0 },
  ])
})
