// Questionings (5.3): of a judge only with the Chairman's permission and the own consent; protocols. The face of the room.
import { module, type Reaction } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as consenting from './consenting.ts'
import * as holding from './holding.ts'
import { printProtocol } from './protocol.ts'
import * as queries from './queries.ts'
import { questioningRecord } from './record.ts'
import { told } from './told.ts'

export { consentInHand, isConsent, withdrawInHand } from './consenting.ts'

interface Named {
  purpose: string
  subjects: readonly { kind: string; id: string }[]
}

const purposes = ['questioning', 'investigation', 'superior']

/** An authority that ended, and what it named. */
const onAuthority = (on: string): Reaction => ({
  on,
  perform: consenting.followGround,
  when: (payload) => purposes.includes(String(payload['purpose'])),
  input: (payload) => {
    const { purpose, subjects } = payload as unknown as Named
    const named = (kind: string): string | null => subjects.find((it) => it.kind === kind)?.id ?? null
    return { investigation: named('investigation'), person: purpose === 'questioning' ? named('person') : null }
  },
})

const onInvestigation = (on: string): Reaction => ({
  on,
  perform: consenting.followGround,
  input: ({ id }) => ({ investigation: id, person: null }),
})

export const questioning = module({
  name: 'questioning',
  title: { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' },
  clauses: ['5.3', '5.14', '5.15', '5.16', '6.21', '6.22'],
  records: [questioningRecord],
  told,
  operations: [
    holding.planQuestioning,
    consenting.recordConsent,
    consenting.withdrawConsent,
    holding.explainRights,
    holding.addParticipant,
    holding.beginQuestioning,
    holding.askQuestion,
    holding.correctEntry,
    holding.finishQuestioning,
    holding.addAudio,
    holding.signQuestioning,
    holding.cancelQuestioning,
    consenting.noteGround,
    consenting.followGround,
    consenting.watchGrounds,
    consenting.noteWithdrawn,
    consenting.isConsent,
    consenting.consentInHand,
    consenting.withdrawInHand,
    queries.listQuestionings,
    queries.openQuestioning,
    queries.takeQuestioningFile,
    queries.readQuestioningTimeline,
    printProtocol,
  ],
  reactions: [
    onAuthority('authorities.revoked'),
    onAuthority('authorities.expired'),
    onInvestigation('investigations.halted'),
    onInvestigation('investigations.discontinued'),
    // Whoever becomes a judge meanwhile is questioned as one.
    {
      on: 'persons.postsChanged',
      perform: consenting.followGround,
      input: ({ id }) => ({ investigation: null, person: id }),
    },
    { on: consenting.groundChanged, perform: consenting.noteGround, input: ({ id }) => ({ id }) },
    { on: 'questioning.withdrawn', perform: consenting.noteWithdrawn, input: ({ id }) => ({ id }) },
  ],
  jobs: {
    'questioning.watch': {
      // After the authorities of the day before have ended.
      cron: '25 0 * * *',
      run: async (house) => void (await perform(house, consenting.watchGrounds, systemActor, {})),
    },
  },
})
