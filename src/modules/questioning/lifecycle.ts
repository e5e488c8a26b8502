// The life of a questioning: planned, under way, held to the end or stopped at once, put into a signed protocol.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const team = { kk: 'тексеру тобы', ru: 'группа', en: 'the team' }

export const questioningLife = lifecycle({
  name: 'questioning',
  title: { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' },
  start: 'planned',
  final: ['signed', 'cancelled'],
  states: stateTitles,
  steps: {
    begin: { from: 'planned', to: 'underway', by: team, clause: '5.3' },
    finish: { from: 'underway', to: 'held', by: team, clause: '5.3' },
    stop: {
      from: 'underway',
      to: 'stopped',
      by: {
        kk: 'судьяның өзі, рұқсаттың күші жойылса – жүйе',
        ru: 'сам судья, при утрате разрешения – система',
        en: 'the judge, or the house when the permission is lost',
      },
      clause: '5.3',
    },
    sign: { from: ['held', 'stopped'], to: 'signed', by: team, clause: '5.3' },
    cancel: { from: 'planned', to: 'cancelled', by: team, clause: '5.14' },
  },
})
