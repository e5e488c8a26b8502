// Appeals that are alike: repeats of one person on one question, duplicates by text and identity (6.23).
import type { Job } from '../../kernel/module.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as following from './following.ts'
import * as operations from './operations.ts'

const tidying: Job = {
  cron: '20 0 * * *',
  run: async (house) => {
    await perform(house, following.tidy, systemActor, {})
    await perform(house, following.makePrints, systemActor, {})
  },
}

export const likeness = module({
  name: 'likeness',
  title: { kk: 'Ұқсас өтініштер', ru: 'Похожие обращения', en: 'Appeals that are alike' },
  clauses: ['6.23', '5.14'],
  operations: [
    ...Object.values(operations),
    following.makePrint,
    following.makePrints,
    following.followFirst,
    following.splitAssigned,
    following.tidy,
  ],
  reactions: following.reactions,
  jobs: { 'likeness.tidy': tidying },
})
