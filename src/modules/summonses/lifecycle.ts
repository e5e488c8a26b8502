// The life of a summons: prepared, signed by the head (15), served, and explained, missed or refused.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const team = { kk: 'тексеру тобы', ru: 'группа', en: 'the team' }
const signer = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
const person = { kk: 'шақырылған адам', ru: 'вызванное лицо', en: 'the person summoned' }

export const summonsLife = lifecycle({
  name: 'summons',
  title: { kk: 'Түсініктеме беруге шақыру', ru: 'Вызов для дачи объяснения', en: 'Summons to give an explanation' },
  start: 'drafted',
  final: ['explained', 'refused', 'withdrawn'],
  states: stateTitles,
  steps: {
    offer: { from: 'drafted', to: 'offered', by: team, clause: '5.14' },
    giveBack: { from: 'offered', to: 'drafted', by: signer, clause: '15' },
    sign: { from: ['drafted', 'offered'], to: 'signed', by: signer, clause: '15' },
    serve: { from: 'signed', to: 'served', by: team, clause: '5.2' },
    miss: { from: 'served', to: 'missed', by: team, clause: '5.2' },
    explain: {
      from: ['served', 'missed', 'refused'],
      to: 'explained',
      by: person,
      clause: '5.2',
      within: 'questioning.term.explanation',
    },
    refuse: { from: ['served', 'missed'], to: 'refused', by: team, clause: '5.2' },
    withdraw: { from: ['drafted', 'offered', 'signed', 'served', 'missed'], to: 'withdrawn', by: team, clause: '5.14' },
  },
})
