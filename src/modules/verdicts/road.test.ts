// The whole road of 6.22: the register of criminal cases enters a verdict into force, and the house proposes the investigation or says why not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import type { CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { castId, fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { anAsk } from '../authorities/authorities.kit.ts'
import { aCase, inventedIin, on, registerOf, saidOf } from '../criminalCases/criminalCases.kit.ts'
import * as cases from '../criminalCases/operations.ts'
import { openCase } from '../criminalCases/queries.ts'
import { deskOf } from '../investigations/investigations.kit.ts'
import * as opening from '../investigations/opening.ts'
import { askAuthority, decideAuthority } from '../issuing/operations.ts'
import { addMember } from '../investigations/team-operations.ts'
import { abaiDepartment } from '../persons/persons.kit.ts'
import { addNote } from '../proceedings/operations.ts'
import { listVerdicts, noteVerdict } from '../superiors/operations.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)

const force = async (id: string, day = '2026-11-20') => {
  await as('inspector', cases.enterForce, { id, ...on(day) })
  await news()
}
const toldOf = async (id: string) =>
  (await as('head', listVerdicts, { size: 100 })).rows.find((row) => row.case === id) ?? null
const caseOf = (who: CastName, id: string) => as(who, openCase, { id })
/** A sentenced case about an employee of the territorial department whose superior has led it since the day given. */
const convictedUnder = async (since: string, more: object = {}) => {
  const { superior, convicted } = await desk.subordinate(since)
  return { superior, convicted, id: await desk.sentenced(convicted, more) }
}

clause(
  '6.22',
  'the register enters a verdict into force, and the investigation of the direct superior lies on the head’s desk, ready for authority',
  async () => {
    // In post for three months and a day.
    const { superior, convicted, id } = await convictedUnder('2025-12-09')
    const before = await caseOf('inspector', id)
    assert.deepEqual(
      [before.postKind, before.placeName !== null, before.superior],
      ['td-staff', true, null],
      'the register of persons has said where the convicted served',
    )
    assert.equal(await toldOf(id), null, 'a verdict that is not in force says nothing')
    await force(id)
    const verdict = await toldOf(id)
    assert.deepEqual(
      [verdict?.convicted.id, verdict?.superior?.id, verdict?.why, verdict?.offenceOn, verdict?.forceOn],
      [convicted, superior, null, '2026-03-10', '2026-11-20'],
    )
    const investigation = verdict?.investigation ?? ''
    const page = await desk.read('head', investigation)
    assert.deepEqual(
      [page.state, page.kind, page.people.map((it) => it.id), page.about?.id, page.verdict?.case],
      ['proposed', 'superior', [superior], id, id],
    )
    assert.deepEqual(
      page.missing.map((it) => [it.clause, it.says.en.startsWith('A service investigation of an official')]),
      [['6.22', true]],
      'the authority alone is missing',
    )
    assert.deepEqual(await desk.duties('head', investigation), [
      ['propose', '2026-11-26', castId('head')],
      ['limitation', '2027-02-20', castId('head')],
    ])
    assert.ok((await desk.heard('head', investigation)).includes('asked'))
    const shown = await caseOf('head', id)
    assert.deepEqual([shown.superior, shown.superiorPage], ['proposed', `/investigations/${investigation}`])
    // Whoever may not see the investigation does not learn of it from the case.
    const other = await caseOf('inspector2', id)
    assert.deepEqual([other.superior, other.superiorPage, other.superiorWord], [null, null, null])
    // The request to the Chairman as the screen sends it, his word, and the opening.
    const ask = anAsk({ purpose: 'superior', about: [`investigation:${investigation}`] })
    const { id: authority } = await as('head', askAuthority, ask)
    await as('chairman', decideAuthority, { id: authority, granted: true, word: 'Тапсырамын.' })
    await news()
    await as('head', opening.acceptInvestigation, { id: investigation })
    await as('head', opening.openInvestigation, { id: investigation })
    await news()
    assert.equal((await caseOf('head', id)).superior, 'investigated')
    // What the room of outcomes tells of the end.
    const decided = { investigation, personId: superior, caseId: id, liable: true, resignation: 'filed' }
    await doing(house, systemActor, async (tx) => tx.emit('outcomes.superiorDecided', decided))
    await news()
    assert.equal((await caseOf('head', id)).superior, 'liable')
    const noted = await journalOf(house, investigation, 'verdicts.note')
    assert.deepEqual(
      noted.map(({ outcome, actor }) => [outcome, actor]),
      [
        ['done', null],
        ['done', null],
        ['done', null],
      ],
    )
  },
)

clause('6.22', 'where nobody answers the house says why, to the head and in the register of cases', async () => {
  const told = async (id: string) => {
    await force(id)
    const verdict = await toldOf(id)
    const { superior, superiorPage, superiorWord } = await caseOf('inspector', id)
    assert.deepEqual([superior, superiorPage, superiorWord], ['none', null, verdict?.why], 'the case says the same')
    assert.equal(verdict?.investigation, null)
    return [verdict?.why?.en.split('.')[0], await desk.heard('head', id)]
  }
  // Two months and some days in post.
  const young = await convictedUnder('2026-01-01')
  assert.deepEqual(await told(young.id), [
    'By that day the direct superior had been in post for less than the required time',
    ['notProposed'],
  ])
  // No superior on the card.
  const alone = await desk.register({ kind: 'official', body: abaiDepartment, post: 'chief-specialist' })
  assert.deepEqual(await told(await desk.sentenced(alone.id)), [
    'The register knows no direct superior on the day of the offence',
    ['notProposed'],
  ])
  // Convicted, but not of corruption: nothing that the head must hear.
  const thief = await convictedUnder('2024-02-01', { qualification: 'other' })
  assert.deepEqual(await told(thief.id), ['The verdict is not for a corruption offence', []])
  // Nobody whom the register of persons knows.
  const unknown = await registerOf(stage).convicted()
  assert.deepEqual(await told(unknown), [
    'The register of judges and staff does not know the convicted',
    ['notProposed'],
  ])
})

clause('6.22', 'an acquittal leads to nobody: the register says so, and no other room hears of it', async () => {
  const { convicted } = await desk.subordinate('2024-02-01')
  const id = await desk.sentenced(convicted)
  await as('inspector', cases.appealVerdict, { id, ...on('2026-08-20') })
  const acquitted = { changed: true, outcome: 'acquitted' as const }
  await as('inspector', cases.decideAppeal, { id, ...on('2026-11-20'), ...acquitted })
  await force(id)
  assert.equal(await toldOf(id), null)
  const it = await caseOf('inspector', id)
  assert.deepEqual([it.outcome, it.superior], ['acquitted', 'none'])
  assert.match(it.superiorWord?.en ?? '', /acquittal/)
  assert.deepEqual(await desk.heard('head', id), [])
  const rows = await asOwner<{ n: number }>(
    house,
    'select count(*)::int as n from investigations where verdict_id = $1',
    [id],
  )
  assert.equal(rows[0]?.n, 0)
  // Set aside: the question is open again.
  await as('inspector', cases.setVerdictAside, { id, ...on('2026-11-21') })
  assert.equal((await caseOf('inspector', id)).superior, null)
})

clause('6.22', 'the card is found by the IIN, and a correction of the case is weighed anew', async () => {
  const { superior, convicted } = await desk.subordinate('2024-02-01')
  const iin = (await asOwner<{ iin: string }>(house, 'select iin from persons where id = $1', [convicted]))[0]?.iin
  // Entered with the number alone, and with a slip in it.
  const form = aCase({ iin: inventedIin(950), offenceOn: '2026-03-10', postKind: 'td-staff' })
  const { id } = await as('inspector', cases.registerCase, form)
  for (const [step, day] of [
    [cases.suspectCase, '2026-04-20'],
    [cases.sendCase, '2026-06-15'],
  ] as const)
    await as('inspector', step, { id, ...on(day) })
  const guilty = { outcome: 'convicted' as const, gravity: 'grave' as const, sentences: ['imprisonment' as const] }
  await as('inspector', cases.giveVerdict, { id, ...on('2026-08-03'), ...guilty })
  await force(id)
  assert.match((await toldOf(id))?.why?.en ?? '', /does not know the convicted/)
  const corrected = async (more: object) => {
    await as('inspector', cases.correctCase, { id, ...saidOf({ ...form, ...more }), reason: 'ЖСН қате көшірілген' })
    await news()
  }
  await corrected({ iin })
  const found = await toldOf(id)
  assert.deepEqual([found?.convicted.id, found?.superior?.id, found?.why], [convicted, superior, null])
  assert.equal((await caseOf('head', id)).superior, 'proposed')
  // The day on which the liability stands cannot be taken out of it.
  const fault = await refused(
    'invalid',
    as('inspector', cases.correctCase, { id, ...saidOf({ ...form, iin, offenceOn: null }), reason: 'Белгісіз' }),
  )
  assert.deepEqual(fieldsOf(fault), ['offenceOn'])
  // What was proposed waits; the gate says what has changed.
  const investigation = found?.investigation ?? ''
  await corrected({ iin, offenceOn: '2024-03-10' })
  assert.match((await toldOf(id))?.why?.en ?? '', /less than the required time/)
  const missing = (await desk.read('head', investigation)).missing.map(({ says }) => says.en)
  assert.ok(missing.some((says) => says.includes('less than the required time')))
  // The event of the force is struck: no verdict stands.
  const event = (await caseOf('inspector', id)).events.find(({ kind }) => kind === 'in-force')?.id ?? randomUUID()
  await as('inspector', cases.strikeEvent, { id, event, reason: 'Басқа істің қаулысы' })
  await news()
  assert.match((await toldOf(id))?.why?.en ?? '', /no longer in force/)
  await as('head', opening.acceptInvestigation, { id: investigation })
  const kept = await refused('forbidden', as('head', opening.openInvestigation, { id: investigation }))
  assert.deepEqual([kept.clause, kept.says.en.includes('no verdict in force')], ['6.22', true])
  await as('head', opening.discontinueInvestigation, { id: investigation, reason: 'Үкімнің күші жоқ.' })
  await news()
  const ended = await caseOf('head', id)
  assert.deepEqual([ended.superior, ended.superiorWord?.en], ['none', 'The investigation was discontinued'])
})

clause(
  '6.22',
  'when the verdict falls the opened investigation is halted, its leader and the head hear of it, and it goes on if the verdict stands again',
  async () => {
    const { convicted } = await desk.subordinate('2025-01-15')
    const id = await desk.sentenced(convicted)
    await force(id)
    const investigation = (await toldOf(id))?.investigation ?? ''
    await as('head', opening.acceptInvestigation, { id: investigation })
    await desk.authorised(investigation, { purpose: 'superior' })
    await as('head', opening.openInvestigation, { id: investigation })
    await as('head', addMember, { id: investigation, employee: castId('inspector'), role: 'leader' })
    const note = () =>
      as('inspector', addNote, { id: investigation, happenedOn: '2026-11-23', words: 'Құжаттар алынды.' })
    await note()
    const event = (await caseOf('inspector', id)).events.find(({ kind }) => kind === 'in-force')?.id ?? randomUUID()
    await as('inspector', cases.strikeEvent, { id, event, reason: 'Басқа істің қаулысы' })
    // As soon as the house knows, before it has said so in the state.
    await perform(house, noteVerdict, systemActor, { id })
    const stopped = await refused('forbidden', note())
    assert.deepEqual([stopped.clause, /verdict of corruption/.test(stopped.says.en)], ['6.22', true])
    await news()
    const page = await desk.read('inspector', investigation)
    assert.deepEqual([page.state, page.fallen, page.authority.inForce.length], ['halted', true, 1])
    for (const who of ['inspector', 'head'] as const)
      assert.equal((await desk.heard(who, investigation))[0], 'verdictFell', who)
    const notes = await asOwner<{ en: string }>(
      house,
      `select words ->> 'en' as en from investigation_notes where investigation_id = $1`,
      [investigation],
    )
    assert.ok(notes.some(({ en }) => /verdict .* no longer in force/.test(en)))
    // It is the verdict that is missing, not an authority; and a new authority does not set it going.
    await refused('forbidden', note())

    await desk.authorised(investigation, { purpose: 'superior' })
    assert.equal((await desk.read('head', investigation)).state, 'halted')
    await force(id, '2026-11-22')
    assert.deepEqual(await desk.read('head', investigation).then(({ state, fallen }) => [state, fallen]), [
      'opened',
      false,
    ])
    assert.equal((await desk.heard('inspector', investigation))[0], 'resumed')
    await note()
    assert.deepEqual(
      (await journalOf(house, investigation, 'investigations.noteAuthority'))
        .map(({ outcome }) => outcome)
        .filter((outcome) => outcome !== 'done'),
      [],
    )
  },
)
