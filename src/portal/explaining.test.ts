// Whoever is summoned explains on the public page without scripts, and sees nothing else of the case; a judge withdraws there.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after } from 'node:test'
import { clause } from '../../test/kit/clause.ts'
import { asOwner } from '../../test/kit/papers.ts'
import { openStage } from '../modules/appeals/appeals.kit.ts'
import { deskOf } from '../modules/questioning/questioning.kit.ts'
import { openQuestioning } from '../modules/questioning/queries.ts'
import { openSummons, readExplanation } from '../modules/summonses/queries.ts'
import { withdrawSummons } from '../modules/summonses/summoning.ts'
import { closeRenderer } from '../modules/templates/index.ts'
import { openPortal } from './http.ts'
import { png, visitorOf } from './portal.kit.ts'
import { openShelf } from './shelf.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
const shelf = openShelf(join(house.dataDir, 'visits'), house.pepper)
const server = await openPortal(house.portal, shelf, async () => ({ ok: true }))
house.beforeClose(() => server.close())

const entered = async (code: string, language = 'kk') => {
  const person = visitorOf(server)
  await person.get(`/${language}/explanation`)
  return { person, page: await person.post(`/${language}/explanation/open`, { code }) }
}
const says = (page: { body: string }, words: string): void => assert.ok(page.body.includes(words), words)

clause(
  '5.2',
  'the person reads the questions and the rights, writes, attaches, signs off and gets a slip',
  async () => {
    const { id: judge } = await desk.register()
    const { id: clerk } = await desk.clerk()
    const { id } = await desk.opened(judge)
    const { summons, code } = await desk.served(id, clerk, { appearOn: '2026-11-24', appearPlace: '305-бөлме' })
    const { person, page } = await entered(code)
    for (const words of ['Істі кім тездетуді сұрады?', 'Смағұлова', '25.11.2026', '305-бөлме', 'Сіздің құқықтарыңыз'])
      says(page, words)
    // Neither who is under investigation, nor what it is about, nor who else is on it.
    for (const words of ['Қожахметов', 'ақша талап', 'Оспанов', '7-23', id, '<script>'])
      assert.ok(!page.body.includes(words), words)
    // The words stay in the form where something is missing.
    const unsigned = await person.upload('/kk/explanation/write', 'сурет.png', png, { text: 'Мен <b>естідім</b>.' })
    assert.equal(unsigned.statusCode, 400)
    says(unsigned, 'Мен &lt;b&gt;естідім&lt;/b&gt;.')
    says(unsigned, 'Өзіңіз жазғаныңызды растаңыз.')
    says(await person.post('/kk/explanation/write', { text: ' ', own: '1' }), 'Бұл өрісті толтырыңыз')
    const slip = await person.upload('/kk/explanation/write', 'сурет.png', png, {
      text: 'Мен <b>естідім</b>.',
      own: '1',
    })
    says(slip, 'Түсініктемеңіз қабылданды')
    says(slip, 'Мен &lt;b&gt;естідім&lt;/b&gt;.')
    await news()
    const it = await as('inspector', openSummons, { id: summons })
    assert.deepEqual([it.state, it.given.length], ['explained', 1])
    const said = await as('inspector', readExplanation, { id: summons, explanation: it.given[0]?.id ?? '' })
    assert.deepEqual([said.text, said.files.map(({ name }) => name)], ['Мен <b>естідім</b>.', ['сурет.png']])
    // In the other languages too.
    says(await person.get('/ru/explanation/mine'), 'Ваши права')
    says(await person.get('/en/explanation/mine'), 'Your rights')
  },
)

clause(
  '5.2',
  'a wrong code is refused and is an entry; what is withdrawn or late says so; another visit takes the code over',
  async () => {
    const { id: clerk } = await desk.clerk()
    const { id } = await desk.opened(clerk)
    const { summons, code } = await desk.served(id, clerk)
    const before = await refusals()
    const { page } = await entered('7777-7777-7777-7777-7777-7777')
    assert.equal(page.statusCode, 400)
    says(page, 'Бұл код бойынша ештеңе табылмады')
    assert.equal(await refusals(), before + 1)
    says((await entered('not a code')).page, 'Бұл код бойынша ештеңе табылмады')
    // The page of codes for appeals knows it too.
    const lost = visitorOf(server)
    await lost.get('/kk/code')
    says(await lost.post('/kk/open', { code }), 'Сіздің құқықтарыңыз')
    const { person } = await entered(code)
    assert.equal((await lost.get('/kk/explanation/mine')).headers['location'], '/kk/explanation')
    // A foreign form's file is never stored, and without the stamp nothing is written.
    says(await person.post('/kk/explanation/write', { stamp: 'x', text: 'Бөтен', own: '1' }), 'бет ескірген')
    house.clock.set('2026-11-26T09:00')
    const late = await person.get('/kk/explanation/mine')
    says(late, 'Түсініктеме беру мерзімі өтті')
    assert.ok(!late.body.includes('<textarea'))
    says(await person.post('/kk/explanation/write', { text: 'Кеш', own: '1' }), 'Түсініктеме беру мерзімі өтті')
    await as('inspector', withdrawSummons, { id: summons, reason: 'Қажеттілік жоқ.' })
    says(await person.get('/kk/explanation/mine'), 'Шақыру кері қайтарылған')
    house.clock.set('2026-11-23T09:00')
  },
)

const refusals = async (): Promise<number> => {
  const [row] = await asOwner<{ count: string }>(
    house,
    "select count(*) as count from journal_inbox where operation = 'summonses.inHand' and outcome = 'refused'",
  )
  return Number(row?.count)
}

clause('5.3', 'a judge withdraws the consent on the page, and the questioning stops in that moment', async () => {
  const { questioning, code } = await desk.underway()
  await desk.ask(questioning)
  const { person, page } = await entered(code)
  says(page, 'Келісімді кері қайтару')
  assert.ok(!page.body.includes('Іс қалай бөлінді?'))
  says(await person.post('/kk/explanation/withdraw', { stamp: 'x' }), 'бет ескірген')
  const gone = await person.post('/kk/explanation/withdraw')
  says(gone, 'Келісіміңіз кері қайтарылды')
  const it = await as('inspector', openQuestioning, { id: questioning })
  assert.deepEqual([it.state, it.stopped, it.said.length], ['stopped', 'consent', 1])
  await news()
})
