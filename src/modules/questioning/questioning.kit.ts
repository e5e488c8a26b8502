// For tests of questionings: a judge under investigation, the Chairman's permission, the occasion, the consent with its code.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { CastName } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { deskOf as authorityDesk } from '../authorities/authorities.kit.ts'
import { deskOf as summonsDesk } from '../summonses/summonses.kit.ts'
import { recordConsent } from './consenting.ts'
import type { planQuestioning as planShape } from './contract.ts'
import { askQuestion, beginQuestioning, explainRights, planQuestioning } from './holding.ts'

type Planning = z.input<typeof planShape.input>

export const deskOf = (stage: Stage) => {
  const { as, news } = stage
  const below = summonsDesk(stage)
  const { granted } = authorityDesk(stage)
  const planned = async (
    id: string,
    person: string,
    more: Partial<Planning> = {},
    who: CastName = 'inspector',
  ): Promise<string> => {
    const plan = { id, entryKey: randomUUID(), person, language: 'kk' as const, on: '2026-11-23', place: '305-бөлме' }
    return (await as(who, planQuestioning, { ...plan, ...more })).questioning
  }
  /** The Chairman's permission that names both. */
  const permitted = async (id: string, person: string, more: object = {}, days: object = {}): Promise<string> => {
    const authority = await granted(
      { purpose: 'questioning', about: [`investigation:${id}`, `person:${person}`], ...more },
      days,
    )
    await news()
    return authority
  }
  const consented = async (questioning: string): Promise<string> =>
    (await as('inspector', recordConsent, { id: questioning, how: 'spoken', words: 'Келісемін.' })).code
  const begun = async (questioning: string): Promise<void> => {
    await as('inspector', explainRights, { id: questioning })
    await as('inspector', beginQuestioning, { id: questioning })
  }
  const ask = (questioning: string, question = 'Іс қалай бөлінді?', answer = 'Автоматты түрде.') =>
    as('inspector', askQuestion, { id: questioning, entryKey: randomUUID(), question, answer })
  /** A judge whose questioning is under way. */
  const underway = async () => {
    const { id: judge } = await below.register()
    const { id, authority } = await below.opened(judge)
    const permission = await permitted(id, judge)
    const questioning = await planned(id, judge)
    const code = await consented(questioning)
    await begun(questioning)
    return { id, judge, authority, permission, questioning, code }
  }
  return { ...below, granted, planned, permitted, consented, begun, ask, underway }
}
