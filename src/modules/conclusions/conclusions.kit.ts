// For tests of conclusions and of what stands above them: findings, the signed conclusion and its review in a line each.
import type { z } from 'zod'
import { castIin, type CastName } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { offerDocument, signDocument } from '../documents/operations.ts'
import { deskOf as investigationDesk } from '../investigations/investigations.kit.ts'
import { unitId } from '../structure/index.ts'
import * as concluding from './concluding.ts'
import type { makeFinding as findingShape, MeasureName as Measure } from './contract.ts'
import * as findings from './findings.ts'
import { readConclusion } from './reading.ts'

type Finding = z.input<typeof findingShape.input>

export const deskOf = (stage: Stage) => {
  const { as, news, bring, actor } = stage
  const desk = investigationDesk(stage)
  const official = () => desk.register({ kind: 'official', post: 'chief-specialist' })
  /** One of the Department's own territorial staff, known to the register by the same IIN. */
  const ofTerritory = (who: CastName = 'abaiInspector') =>
    desk.register({
      nameKk: 'Сәуле Оразқызы Мұқанова',
      kind: 'official',
      body: `unit:${unitId('abai')}`,
      post: 'chief-specialist',
      iin: castIin(who),
    })
  const scan = async (by: CastName = 'inspector', name = 'scan.pdf'): Promise<string> =>
    bring(await actor(by), name, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const alleged = async (id: string, words = 'Істі тездету үшін ақша талап еткен.') =>
    (await as('inspector', findings.addAllegation, { id, words })).allegation
  const found = (id: string, allegation: string, person: string, more: Partial<Finding> = {}) =>
    as('inspector', findings.makeFinding, {
      id,
      allegation,
      person,
      finding: 'proven',
      reasons: 'Куәлардың түсініктемелері мен бейнежазба айғақтады.',
      sources: 'Бейнежазба, 2026 жылғы 5 қазан.',
      ...more,
    })
  const proposed = (id: string, person: string, measure: Measure = 'reprimand') =>
    as('inspector', findings.proposeMeasure, {
      id,
      person,
      measure,
      reasons: 'Теріс қылықтың ауырлығы ескерілді.',
    })
  /** The person studied the materials and signed for it. */
  const studied = async (id: string, person: string, on = '2026-11-23') => {
    await as('inspector', findings.offerMaterials, { id, person, on })
    await as('inspector', findings.acknowledgeMaterials, { id, person, acknowledged: 'signed', on })
  }
  const drafted = async (id: string) => (await as('inspector', concluding.draftConclusion, { id })).document
  const signed = async (document: string, by: CastName = 'head') => {
    await as('inspector', offerDocument, { id: document })
    await as(by, signDocument, { id: document })
    await news()
  }
  /** Under way, with one allegation proven on the person and a measure proposed. */
  const answered = async (person: string, measure: Measure = 'reprimand', more: object = {}) => {
    const { id, authority } = await desk.opened([person], more)
    const allegation = await alleged(id)
    await found(id, allegation, person)
    await proposed(id, person, measure)
    return { id, authority, allegation }
  }
  /** Concluded: the head has signed. */
  const concluded = async (person: string, measure: Measure = 'reprimand', more: object = {}) => {
    const it = await answered(person, measure, more)
    await signed(await drafted(it.id))
    return it
  }
  /** Concluded and passed by the deputy. */
  const reviewed = async (person: string, measure: Measure = 'reprimand', more: object = {}) => {
    const it = await concluded(person, measure, more)
    await as('deputy', concluding.reviewConclusion, { id: it.id, word: 'Тұжырымдар материалдарға сай.' })
    return it
  }
  const page = (id: string, who: CastName = 'inspector') => as(who, readConclusion, { id })
  const onPage = async (id: string, person: string) => {
    const row = (await page(id)).people.find((it) => it.id === person)
    if (!row) throw new Error('the person is not on the page')
    return row
  }
  return {
    ...desk,
    official,
    ofTerritory,
    scan,
    alleged,
    found,
    proposed,
    studied,
    drafted,
    signed,
    answered,
    concluded,
    reviewed,
    page,
    onPage,
  }
}
