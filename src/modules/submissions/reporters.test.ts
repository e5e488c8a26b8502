// What people expect once they have reported, one test each in plain words: over the public page's own HTTP and role.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { story } from '../../portal/portal.kit.ts'
import { anAppeal, refused } from '../appeals/appeals.kit.ts'
import { messageAppeal } from '../appeals/operations.ts'
import { closeAnonymous } from '../paths/anonymous.ts'
import { openAppeal } from '../appeals/queries.ts'
import { revealApplicant } from '../handling/identity.ts'
import { registerAppeal } from '../appeals/registering.ts'
import { anonymously, handIn, idOf, openWith, slipOn, stage, visitor } from './behaviours.kit.ts'

const { as, owner } = stage

clause('6.23', 'a right code opens, a wrong one is refused with one sentence and journaled', async () => {
  const code = await handIn(visitor())
  assert.match((await openWith(visitor(), code)).body, /Өтінішіңіз сақталды/)
  const refusals = async () =>
    Number(
      (
        await sql<{
          n: string
        }>`select count(*) as n from journal_inbox where operation = 'appeals.status' and outcome = 'refused'`.execute(
          owner,
        )
      ).rows[0]?.n,
    )
  const before = await refusals()
  for (const wrong of ['K7QD-K7QD-K7QD-K7QD-K7QD-K7QD-K7QD', 'hello', ''])
    assert.match((await openWith(visitor(), wrong)).body, /Бұл код бойынша өтініш табылмады/)
  assert.equal(await refusals(), before + 3)
})

test('a code is open in one visit at a time: opened anew, the earlier visit holds it no more', async () => {
  const code = await handIn(visitor())
  const [first, second] = [visitor(), visitor()]
  await openWith(first, code)
  assert.equal((await first.get('/kk/appeal')).statusCode, 200)
  await openWith(second, code)
  assert.equal((await second.get('/kk/appeal')).statusCode, 200)
  assert.equal((await first.get('/kk/appeal')).headers['location'], '/kk/code')
  assert.match((await first.post('/kk/write', { text: 'Ескі терезеден' })).body, /Кодыңызды енгізіңіз/)
})

test('with a code one sees one’s own report and nobody else’s, not even a file of it', async () => {
  const other = await stage.assigned('inspector', anAppeal())
  const file = await stage.bring(await stage.actor('inspector'), 'басқа.txt', 'Басқаның хаты')
  await as('inspector', messageAppeal, { id: other.id, text: 'Қараңыз', files: [file] })
  const citizen = visitor()
  await openWith(citizen, await handIn(visitor()))
  const mine = await citizen.get('/kk/appeal')
  assert.ok(mine.body.includes('ТЛ-26-') && !mine.body.includes(other.number))
  assert.equal((await citizen.get(`/kk/file/${file}`)).statusCode, 404)
})

test('both sides write, and a file that staff send can be taken with the code', async () => {
  const it = await stage.assigned('inspector', anAppeal())
  const paper = await stage.bring(await stage.actor('inspector'), 'сұрақтар.txt', 'Қай күні болды?')
  await as('inspector', messageAppeal, { id: it.id, text: 'Нақтылап жазыңызшы.', files: [paper] })
  const citizen = visitor()
  const page = await openWith(citizen, it.code)
  assert.match(page.body, /Нақтылап жазыңызшы/)
  await citizen.post('/kk/write', { text: 'Сейсенбі күні болды.' })
  assert.deepEqual(
    (await as('inspector', openAppeal, { id: it.id })).messages.map(({ from, text }) => [from, text]),
    [
      ['department', 'Нақтылап жазыңызшы.'],
      ['applicant', 'Сейсенбі күні болды.'],
    ],
  )
  const taken = await citizen.get(`/kk/file/${paper}`)
  assert.deepEqual([taken.statusCode, taken.body], [200, 'Қай күні болды?'])
  assert.match(String(taken.headers['content-disposition']), /^attachment/)
})

clause(
  '6.23',
  'whoever wrote without a name may give it later: the appeal is anonymous no more and must be considered',
  async () => {
    const citizen = visitor()
    const code = await anonymously(citizen)
    const status = await openWith(citizen, code)
    const id = await idOf(slipOn(status.body))
    await as('registrar', registerAppeal, { id })
    assert.equal((await as('head', openAppeal, { id })).anonymous, true)
    assert.match((await citizen.get('/kk/appeal')).body, /href="\/kk\/name"/)
    await citizen.get('/kk/name')
    const faulty = await citizen.post('/kk/name', { name: 'Сағат Мырзабеков', iin: '12' })
    assert.match(faulty.body, /href="#iin"/)
    assert.match(faulty.body, /value="Сағат Мырзабеков"/)
    const named = await citizen.post('/kk/name', {
      name: 'Сағат Мырзабеков',
      iin: '921029350851',
      phone: '87011234567',
    })
    assert.match(named.body, /Аты-жөніңіз сақталды/)
    assert.doesNotMatch(named.body, /href="\/kk\/name"/)
    await stage.news()
    const it = await as('head', openAppeal, { id })
    assert.deepEqual([it.anonymous, it.text, it.term.dueOn], [false, story, '2026-12-14'])
    assert.equal((await as('registrar', revealApplicant, { id, reason: 'тексеру' })).name, 'Сағат Мырзабеков')
    await refused('forbidden', as('head', closeAnonymous, { id, reason: 'x' }))
    await citizen.get('/kk/name')
    assert.match((await citizen.post('/kk/name', { name: 'Басқа', phone: '87011234567' })).body, /аты-жөні көрсетілген/)
    const { rows } = await sql<{ who: string; details: string }>`
    select actor_kind as who, detail as details from journal_inbox where operation = 'appeals.disclose' and record_id = ${id} and outcome = 'done'`.execute(
      owner,
    )
    assert.equal(rows.length, 1)
    assert.doesNotMatch(JSON.stringify(rows), /Мырзабеков/)
    // What came in is kept: nobody makes it anonymous again, and staff cannot name an applicant in the applicant's stead.
    await sql`select set_config('app.operation', 'test', false)`.execute(owner)
    await assert.rejects(sql`update appeals set anonymous = true where id = ${id}`.execute(owner), { code: '42501' })
    const other = await idOf(slipOn((await openWith(visitor(), await anonymously(visitor()))).body))
    await assert.rejects(sql`update appeals set anonymous = false where id = ${other}`.execute(owner), {
      code: '42501',
    })
  },
)

test('leaving ends the visit: the page behind it opens no more', async () => {
  const code = await handIn(visitor())
  const citizen = visitor()
  await openWith(citizen, code)
  const cookie = citizen.cookie()
  await citizen.post('/kk/leave')
  assert.equal((await citizen.get('/kk/appeal')).headers['location'], '/kk/code')
  const thief = visitor()
  thief.take(cookie)
  assert.equal((await thief.get('/kk/appeal')).headers['location'], '/kk/code')
})
