// Who sees an authority: the head and the deputy all, an office its own, those who work on what it names; never whoever is named.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castNames, type CastName } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { perform } from '../../kernel/perform.ts'
import { search } from '../../kernel/search/index.ts'
import { systemActor } from '../../kernel/system.ts'
import { castId, openStage, refused } from '../appeals/appeals.kit.ts'
import { closeRenderer } from '../templates/index.ts'
import { about, deskOf } from './authorities.kit.ts'
import { setAuthorityReaders } from './index.ts'
import * as queries from './queries.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)

const open = (who: CastName, id: string) => as(who, queries.openAuthority, { id })
const listed = async (who: CastName) => (await as(who, queries.listAuthorities, { size: 100 })).rows.map(({ id }) => id)
const byName = async (name: string, who: CastName, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const may = async (who: CastName, id: string) =>
  (await perform(house, queries.openAuthority, await stage.actor(who), { id })).may
    .filter(({ allowed }) => allowed)
    .map(({ operation }) => operation)

clause(
  '5.16',
  'the head and the deputy see all, a principal the own, and whoever is named or outside sees nothing',
  async () => {
    const { id: appeal } = await stage.assigned('inspector2')
    const id = await desk.granted({ purpose: 'investigation', about: [`appeal:${appeal}`, about('analyst')] })
    const sees = async () => {
      const those: CastName[] = []
      for (const who of castNames)
        if (
          await open(who, id).then(
            () => true,
            () => false,
          )
        )
          those.push(who)
      return those
    }
    assert.deepEqual(await sees(), ['chairman', 'head', 'deputy'])
    for (const who of castNames) {
      const list = await listed(who).catch((): string[] => [])
      assert.equal(list.includes(id), ['chairman', 'head', 'deputy'].includes(who), who)
      const actor = await stage.actor(who)
      const found = await asActor(house.database, actor, async (db) =>
        (await search({ db, house }, { q: 'Жанна', kinds: ['authority'], limit: 50 })).hits.map((it) => it.id),
      )
      assert.equal(found.includes(id), ['chairman', 'head', 'deputy'].includes(who), `${who} searches`)
      const work = await byName('work.mine', who, { size: 100 }).catch(() => ({ rows: [] }))
      const due = (work as { rows: { recordId: string }[] }).rows.some(({ recordId }) => recordId === id)
      assert.equal(due, false, `${who}: nothing is due without a last day`)
    }
    // The room of the record opens it to those who work on it; the one who is named stays shut out.
    const subject = { kind: 'appeal', id: appeal }
    const readers = (...names: CastName[]) =>
      doing(house, systemActor, (tx) => setAuthorityReaders(tx, subject, names.map(castId)))
    await readers('inspector2', 'analyst')
    assert.deepEqual(await sees(), ['chairman', 'head', 'deputy', 'inspector2'])
    assert.deepEqual(await may('inspector2', id), [])
    await readers()
    assert.deepEqual(await sees(), ['chairman', 'head', 'deputy'])
    // Whoever is shut out of the appeal is shut out of what names it.
    await asOwner(house, `insert into denied values ($1, $2, now(), 'by-hand')`, [appeal, castId('deputy')])
    assert.deepEqual(await sees(), ['chairman', 'head'])
    const later = await desk.asked({ purpose: 'investigation', about: [`appeal:${appeal}`] })
    await refused('unknown', open('deputy', later))
    assert.ok(!(await listed('deputy')).includes(later))
    // A question's duty is shown to its holder and to those who see it, not to everybody of the reach.
    const all = (await byName('work.mine', 'registrar', { size: 100 })) as { rows: { recordId: string }[] }
    assert.ok(all.rows.every(({ recordId }) => recordId !== later))
    await news()
  },
)
