// The way of a criminal case through its procedural events (6.16). Whoever holds the register enters; bodies outside decide.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles, type EventKind } from './words.ts'

const by = {
  kk: 'тізілімді жүргізетін қызметкер',
  ru: 'работник, ведущий реестр',
  en: 'an employee who keeps the register',
}
const clause = '6.16'

// A letter may come late or be lost: a later stage may follow an earlier one at once.
export const caseLife = lifecycle({
  name: 'criminalCase',
  title: { kk: 'Қылмыстық іс', ru: 'Уголовное дело', en: 'Criminal case' },
  start: 'registered',
  final: ['in-force', 'terminated'],
  states: stateTitles,
  steps: {
    suspect: { from: 'registered', to: 'suspected', by, clause },
    charge: { from: ['registered', 'suspected'], to: 'charged', by, clause },
    send: { from: ['registered', 'suspected', 'charged'], to: 'in-court', by, clause },
    giveVerdict: { from: 'in-court', to: 'sentenced', by, clause },
    appeal: { from: 'sentenced', to: 'appealed', by, clause },
    decideAppeal: { from: 'appealed', to: 'sentenced', by, clause },
    enterForce: { from: ['sentenced', 'appealed'], to: 'in-force', by, clause },
    setAside: { from: ['sentenced', 'appealed', 'in-force'], to: 'in-court', by, clause },
    terminate: { from: ['registered', 'suspected', 'charged', 'in-court'], to: 'terminated', by, clause },
    resume: { from: 'terminated', to: 'registered', by, clause },
  },
})

/** The step that each event takes; the others leave the state as it is. */
export const stepOf: Readonly<Partial<Record<EventKind, keyof typeof caseLife.steps>>> = {
  suspected: 'suspect',
  charged: 'charge',
  sent: 'send',
  verdict: 'giveVerdict',
  appealed: 'appeal',
  'appeal-decided': 'decideAppeal',
  'in-force': 'enterForce',
  'set-aside': 'setAside',
  terminated: 'terminate',
  resumed: 'resume',
}
