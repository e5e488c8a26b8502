// The demonstration's work by several: stages of the work, a colleague who reads, a reminder, masked words.
import { perform } from '../../kernel/perform.ts'
import type { WorkStage } from '../../modules/appeals/contract.ts'
import { castId } from '../cast.ts'
import type { DemoRole, Planting } from './appeals.ts'

interface Listed {
  rows: { id: string }[]
}
interface Opened {
  text: string
}

const stages: readonly WorkStage[] = ['studying', 'awaiting', 'checking', 'documents', 'hearing', 'drafting']

/** On what the stories have left in the inspector's hands. */
export async function plantHandling({ house, actor }: Planting): Promise<void> {
  const run = async <T>(role: DemoRole, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    return (await perform(house, operation, await actor(role), input)).result as T
  }
  const { rows } = await run<Listed>('inspector', 'appeals.list', {
    mine: true,
    state: ['assigned', 'working', 'offered'],
    size: 100,
  })
  for (const [at, { id }] of rows.entries())
    await run('inspector', 'handling.setStage', { id, stage: stages[at % stages.length] })
  const shared = rows.slice(0, 3).map(({ id }) => id)
  const [first, second] = shared
  if (!first || !second) return
  const reason = 'Осыған ұқсас өтінішті қарап жатыр, екеуін салыстырады'
  await run('head', 'handling.grantMany', { appeals: shared, to: castId('inspector2'), reason })
  await run('deputy', 'handling.remind', { id: second, words: 'Жұма күнге дейін жауап жобасын көрсетіңіз' })
  const { text } = await run<Opened>('head', 'appeals.one', { id: first })
  const words = text.split(/[\s.,;:()«»]+/).find((word) => word.length > 6)
  if (words) await run('head', 'handling.mask', { id: first, words, reason: 'Куәгердің аты-жөнін қорғау' })
}
