// How far the work has come, a chief's reminder, a new consideration, words that are masked.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { perform } from '../../kernel/perform.ts'
import { isSheet } from '../../kernel/reply.ts'
import { systemActor } from '../../kernel/system.ts'
import { assignAppeal, draftReply } from '../appeals/operations.ts'
import { exportAppeals, listAppeals, openAppeal } from '../appeals/queries.ts'
import { chooseResult } from '../paths/results.ts'
import { saveDocument } from '../documents/contract.ts'
import { documents } from '../documents/index.ts'
import { closeComplaint, enterComplaint, passComplaint } from '../paths/complaints.ts'
import { appealStatus, writeToAppeal } from '../submissions/index.ts'
import { remindOfTerms } from '../work/index.ts'
import { remindAssignee, reopenAppeal, setStage } from './course.ts'
import { castId, fieldsOf, of, openHandlingStage, refused } from './handling.kit.ts'
import { maskWords, readMasked, unmaskWords } from './masking.ts'
import { openHandling } from './queries.ts'

const stage = await openHandlingStage()
const { house, owner, as, assigned, registered, journal, visit, sees, found, bell, rings } = stage
const monday = '2026-11-23T09:00'

clause('6.23', 'the assignee says how far the work has come, and lists tell it', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  assert.equal((await as('head', openAppeal, { id })).stage, null)
  for (const who of ['head', 'registrar'] as const)
    await refused('forbidden', as(who, setStage, { id, stage: 'checking' }))
  await refused('invalid', as('inspector', setStage, { id, stage: 'sleeping' as 'checking' }))
  await as('inspector', setStage, { id, stage: 'documents' })
  await as('inspector', setStage, { id, stage: 'awaiting' })
  assert.equal((await as('head', openAppeal, { id })).stage, 'awaiting')
  const asked = async (stageAsked: 'awaiting' | 'documents') =>
    (await as('head', listAppeals, { stage: stageAsked })).rows.map((row) => [row.id, row.stage])
  assert.deepEqual([await asked('awaiting'), await asked('documents')], [[[id, 'awaiting']], []])
  const sheet = await as('head', exportAppeals, { stage: 'awaiting' })
  assert.ok(isSheet(sheet))
  assert.ok(JSON.stringify(await Array.fromAsync(sheet.rows)).includes('Органның жауабы күтілуде'))
  assert.ok((await journal(id)).includes('handling.setStage done'))
  const waiting = await registered()
  await refused('forbidden', as('head', setStage, { id: waiting.id, stage: 'checking' }))
})

clause(
  '9.5',
  'a chief reminds the assignee in his own words, beside the ladder that reminds by the clock',
  async () => {
    house.clock.set(monday)
    const { id } = await assigned('inspector')
    await refused('forbidden', as('inspector', remindAssignee, { id, words: 'x' }))
    await refused('invalid', as('deputy', remindAssignee, { id, words: '' }))
    await as('deputy', remindAssignee, { id, words: 'Жұмаға дейін жобаны көрейік' })
    assert.ok(
      (await bell('inspector')).some(
        (it) => it.startsWith(`reminded ${id}`) && it.includes('«Жұмаға дейін жобаны көрейік»'),
      ),
    )
    assert.ok((await journal(id)).includes('handling.remind done'))
    const own = await assigned('deputy')
    await refused('forbidden', as('deputy', remindAssignee, { id: own.id, words: 'x' }))
    const free = await registered()
    await refused('forbidden', as('head', remindAssignee, { id: free.id, words: 'x' }))
    const { term } = await as('head', openAppeal, { id })
    house.clock.set(`${term.dueOn}T08:00`)
    await perform(house, remindOfTerms, systemActor, {})
    assert.ok(await rings('inspector', 'today', id))
  },
)

const answered = async (): Promise<{ id: string; code: string }> => {
  const it = await assigned('inspector')
  const { document } = await as('inspector', draftReply, { id: it.id })
  await as('inspector', chooseResult, { id: it.id, result: 'explained' })
  const fields = {
    addressee: 'Сағат Ерікұлы Мырзабеков',
    subject: 'Өтінішке жауап',
    established: 'Аталған жайт тексерілді.',
    ground: 'ӘРПК 76-бабы.',
    outcome: 'Түсіндірілді.',
  }
  await as('inspector', of(documents, saveDocument), { id: document, fields })
  await stage.signed(document)
  return it
}

clause(
  '6.23',
  'an answered appeal is considered anew by the head’s decision, with a reason and a new term',
  async () => {
    house.clock.set(monday)
    const { id, code } = await answered()
    assert.equal(await stage.stateOf(id), 'delivered')
    house.clock.set('2026-12-21T09:00')
    const reason = 'Жоғары тұрған органның шешімі'
    for (const who of ['deputy', 'registrar', 'inspector'] as const)
      await refused('forbidden', as(who, reopenAppeal, { id, reason }))
    await refused('invalid', as('head', reopenAppeal, { id, reason: '' }))
    // While a complaint is on its way, its outcome comes first; then the outcome is the reason.
    await as('registrar', enterComplaint, { id, text: 'Келіспеймін', receivedOn: '2026-12-21', files: [] })
    assert.equal((await refused('forbidden', as('head', reopenAppeal, { id, reason }))).clause, '6.23')
    const { document } = await as('head', passComplaint, {
      ...{ id, to: 'Жоғары тұрған орган', substance: 'Жауаппен келіспейді', enclosures: 'Іс материалдары' },
    })
    await stage.signed(document, 'inspector')
    await as('registrar', closeComplaint, { id, outcome: 'satisfied', words: 'Қайта қаралсын', on: '2026-12-21' })
    const { dueOn } = await as('head', reopenAppeal, { id, reason })
    const it = await as('head', openAppeal, { id })
    assert.deepEqual(
      [it.state, it.term.dueOn, it.result, it.assignee, it.replies],
      ['registered', dueOn, null, null, false],
    )
    assert.ok(dueOn > '2026-12-31' && it.term.left > 0 && it.term.total === it.term.left)
    assert.equal(it.documents.filter(({ number }) => number).length, 2, 'the earlier reply and the letter stay')
    assert.equal((await stage.due(id))['answer'], dueOn)
    assert.equal(await sees('inspector', id), false)
    const seen = await visit(code, appealStatus, {})
    assert.ok(JSON.stringify(seen).includes('қайта қаралады'))
    await refused('wrong-state', as('head', reopenAppeal, { id, reason }))
    // And it goes its whole way once more.
    await as('head', assignAppeal, { id, to: castId('inspector2') })
    const again = await as('inspector2', draftReply, { id })
    await as('inspector2', chooseResult, { id, result: 'satisfied' })
    const fields = {
      ...{ addressee: 'Сағат Ерікұлы Мырзабеков', subject: 'Өтінішке жауап', established: 'Қайта тексерілді.' },
      ...{ ground: 'ӘРПК 76-бабы.', outcome: 'Қанағаттандырылды.' },
    }
    await as('inspector2', of(documents, saveDocument), { id: again.document, fields })
    await stage.signed(again.document, 'inspector2')
    assert.deepEqual(
      [await stage.stateOf(id), (await as('head', openAppeal, { id })).result],
      ['delivered', 'satisfied'],
    )
    assert.ok((await journal(id)).includes('handling.reopen done'))
    const open = await assigned('inspector')
    await refused('wrong-state', as('head', reopenAppeal, { id: open.id, reason }))
  },
)

clause(
  '5.16',
  'words of an appeal and of a message are masked, and unmasked, each by its own power; what came in stays',
  async () => {
    house.clock.set(monday)
    const text = 'Куәгер Бағлан Үйсінбай көрді. БАҒЛАН ҮЙСІНБАЙ қорқады, Бағлан Үйсінбай үндемейді.'
    const { id, code } = await assigned('inspector', { text })
    await visit(code, writeToAppeal, { text: 'Үйсінбай тағы келді', files: [] })
    const page = () => as('inspector', openAppeal, { id })
    const [message] = (await page()).messages
    assert.ok(message)
    const mask = { id, words: 'Бағлан Үйсінбай', reason: 'Куәгерді қорғау' }
    await refused('forbidden', as('inspector', maskWords, mask))
    assert.deepEqual(fieldsOf(await refused('invalid', as('head', maskWords, { ...mask, words: 'Мұнда жоқ' }))), [
      'words',
    ])
    await refused('invalid', as('head', maskWords, { ...mask, reason: ' ' }))
    await refused('unknown', as('head', maskWords, { ...mask, message: randomUUID() }))
    assert.deepEqual(await as('registrar', maskWords, mask), { places: 3 })
    assert.deepEqual(fieldsOf(await refused('invalid', as('head', maskWords, mask))), ['words'])
    await as('head', maskWords, { ...mask, words: 'үйсінбай', message: message.id })
    const masked = await page()
    assert.equal(masked.text, 'Куәгер ██ көрді. ██ қорқады, ██ үндемейді.')
    assert.equal(masked.messages[0]?.text, '██ тағы келді')
    assert.ok(
      !JSON.stringify(await as('head', openAppeal, { id }))
        .toLowerCase()
        .includes('үйсінбай'),
      'for all',
    )
    assert.ok(!(await found('head', 'Үйсінбай')).includes(id), 'nor does the search know the words')
    assert.ok((await found('head', 'қорқады')).includes(id))
    // Before the applicant and in the database lies what came in.
    const { rows } = await sql<{ body: string }>`select body from appeals where id = ${id}`.execute(owner)
    assert.equal(rows[0]?.body, text)
    assert.ok(JSON.stringify(await visit(code, appealStatus, {})).includes('Үйсінбай тағы келді'))

    for (const who of ['inspector', 'registrar'] as const)
      await refused('forbidden', as(who, readMasked, { id, reason: 'x' }))
    await refused('invalid', as('head', readMasked, { id, reason: '' }))
    const behind = await as('head', readMasked, { id, reason: 'Куәгерді шақыру' })
    assert.ok(JSON.stringify(behind).includes('Бағлан Үйсінбай'))
    const { masks } = await as('head', openHandling, { id })
    assert.deepEqual(
      masks.map(({ places, reason }) => [places, reason]),
      [
        [3, 'Куәгерді қорғау'],
        [1, 'Куәгерді қорғау'],
      ],
    )
    const [first] = masks
    assert.ok(first)
    const lift = { id, mask: first.id, reason: 'Куәгер келісті' }
    await refused('forbidden', as('registrar', unmaskWords, lift))
    await refused('unknown', as('head', unmaskWords, { ...lift, mask: randomUUID() }))
    await as('deputy', unmaskWords, lift)
    await refused('unknown', as('deputy', unmaskWords, lift))
    assert.equal((await page()).text, text)
    assert.equal((await page()).messages[0]?.text, '██ тағы келді')
    assert.ok((await found('head', 'Үйсінбай')).includes(id))
    const entries = await sql<{ operation: string; outcome: string; detail: string | null }>`
    select operation, outcome, detail from journal_inbox where record_id = ${id} and operation like 'handling.%mask%'
      or record_id = ${id} and operation = 'handling.readMasked'`.execute(owner)
    const kept = entries.rows.map(({ operation, outcome }) => `${operation} ${outcome}`)
    for (const entry of ['handling.mask done', 'handling.unmask done', 'handling.readMasked read'])
      assert.ok(kept.includes(entry), entry)
    assert.ok(entries.rows.every(({ detail }) => !detail?.includes('Үйсінбай')))
  },
)
