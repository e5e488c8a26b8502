// Clause 6.22: when a direct superior is investigated, and when not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { deskOf } from '../investigations/investigations.kit.ts'
import * as opening from '../investigations/opening.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { on } from '../criminalCases/criminalCases.kit.ts'
import { setVerdictAside } from '../criminalCases/operations.ts'
import { listVerdicts, noteVerdict } from './operations.ts'

const stage = await openStage()
const { as } = stage
const desk = deskOf(stage)

clause(
  '6.22',
  'an official is investigated only over a subordinate convicted of corruption, and on an assignment',
  async () => {
    const { superior, convicted } = await desk.subordinate('2025-01-15')
    const asked = (persons: string[], verdict: string | undefined) =>
      desk.prepared(persons, {
        kind: 'superior',
        offence: 'corruption',
        committedOn: '2026-03-10',
        discoveredOn: '2026-11-20',
        verdict,
      })
    const missing = async (id: string) => {
      const fault = await refused('forbidden', as('head', opening.openInvestigation, { id }))
      assert.equal(fault.clause, '6.22')
      const page = await desk.read('head', id)
      assert.ok(page.missing.every((it) => it.clause === '6.22'))
      assert.equal(page.missing[0]?.says.en, fault.says.en)
      return page.missing.map(({ says }) => says.en.split(' ').slice(0, 6).join(' '))
    }
    const authority = 'A service investigation of an official'
    // Without a verdict that the register told of.
    const blind = await asked([superior], undefined)
    assert.deepEqual(await missing(blind), [
      'The register knows no verdict in',
      'On that day the person was',
      'On that day the person was',
      authority,
    ])
    // Of a verdict that is not for corruption.
    const ordinary = randomUUID()
    await desk.verdict(convicted, { id: ordinary, corruption: false })
    assert.deepEqual(await missing(await asked([superior], ordinary)), [
      'The subordinate was not convicted of',
      authority,
    ])
    // Of one that is in force no longer.
    const gone = randomUUID()
    const early = (await desk.verdict(convicted, { id: gone })) ?? ''
    await as('head', opening.acceptInvestigation, { id: early })
    assert.deepEqual(await missing(early), [authority])
    await as('inspector', setVerdictAside, { id: gone, ...on('2026-11-21') })
    await stage.news()
    assert.deepEqual(await missing(early), ['The register knows no verdict in', authority])
    // Of somebody who was not the direct superior.
    const case3 = randomUUID()
    const proposed = await desk.verdict(convicted, { id: case3 })
    assert.ok(proposed)
    await as('head', opening.discontinueInvestigation, {
      id: proposed,
      reason: 'Тексеру басқа адамға қатысты дайындалады.',
    })
    const { id: stranger } = await desk.register({ kind: 'official' })
    assert.deepEqual(await missing(await asked([stranger], case3)), ['On that day the person was', authority])
  },
)

clause(
  '6.22',
  'a superior who was no official, or not long enough in post, is not investigated on this ground',
  async () => {
    const young = await desk.subordinate('2026-01-15')
    const first = randomUUID()
    assert.equal(await desk.verdict(young.convicted, { id: first }), null)
    const of = (persons: string[], verdict: string) =>
      desk.prepared(persons, {
        kind: 'superior',
        offence: 'corruption',
        committedOn: '2026-03-10',
        discoveredOn: '2026-11-20',
        verdict,
      })
    const short = await of([young.superior], first)
    await desk.authorised(short, { purpose: 'superior' })
    const fault = await refused('forbidden', as('head', opening.openInvestigation, { id: short }))
    assert.deepEqual([fault.clause, fault.says.en.includes('less than the required time')], ['6.22', true])

    const staff = await desk.subordinate('2024-01-15', { superiorKind: 'staff' })
    const second = randomUUID()
    assert.equal(await desk.verdict(staff.convicted, { id: second }), null)
    const notOfficial = await of([staff.superior], second)
    await desk.authorised(notOfficial, { purpose: 'superior' })
    const other = await refused('forbidden', as('head', opening.openInvestigation, { id: notOfficial }))
    assert.deepEqual([other.clause, other.says.en.includes('no official')], ['6.22', true])

    const { convicted } = await desk.register({ kind: 'official' }).then(({ id }) => ({ convicted: id }))
    await desk.verdict(convicted)
    const { rows } = await as('head', listVerdicts, { size: 100 })
    assert.deepEqual(
      new Set(rows.map(({ why }) => why?.en.split('.')[0])),
      new Set([
        'By that day the direct superior had been in post for less than the required time',
        'The direct superior is no official of the Court Administration or its territorial units',
        'The register knows no direct superior on the day of the offence',
        'The verdict is not for a corruption offence',
        'The verdict is no longer in force',
        undefined,
      ]),
    )
    await refused('forbidden', as('inspector', listVerdicts, {}))
  },
)

clause(
  '6.22',
  'when a verdict enters into force the house proposes the investigation of the direct superior',
  async () => {
    const { superior, convicted } = await desk.subordinate('2025-12-10')
    const id = randomUUID()
    const proposed = (await desk.verdict(convicted, { id })) ?? ''
    const page = await desk.read('head', proposed)
    assert.deepEqual(
      [page.state, page.kind, page.people[0]?.id, page.committedOn, page.verdict?.convicted.kk, page.about?.id],
      ['proposed', 'superior', superior, '2026-03-10', 'Марат Әлібекұлы Досов', id],
    )
    assert.ok((await desk.duties('head', proposed)).some(([at, on]) => at === 'propose' && on === '2026-11-26'))
    // The same news again proposes nothing new.
    await perform(stage.house, noteVerdict, systemActor, { id })
    await stage.news()
    const told = (await as('head', listVerdicts, { size: 100 })).rows.filter((row) => row.case === id)
    assert.deepEqual(
      told.map((row) => row.investigation),
      [proposed],
    )
    assert.equal((await refused('forbidden', as('head', opening.openInvestigation, { id: proposed }))).clause, '6.22')
    // An assignment for a service investigation does not open one of a superior.
    await desk.authorised(proposed)
    assert.equal((await refused('forbidden', as('head', opening.openInvestigation, { id: proposed }))).clause, '6.22')
    await desk.authorised(proposed, { purpose: 'superior' })
    // What the house proposed is the head's to take up.
    await refused('wrong-state', as('head', opening.openInvestigation, { id: proposed }))
    await as('head', opening.acceptInvestigation, { id: proposed })
    assert.ok(!(await desk.duties('head', proposed)).some(([at]) => at === 'propose'))
    await as('head', opening.openInvestigation, { id: proposed })
    assert.deepEqual((await desk.read('head', proposed)).missing, [])
  },
)
