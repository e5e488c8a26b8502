// The life of an act of destruction: announced before the terms run out, proposed after, approved by another person.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './contract.ts'

const keeper = { kk: 'іс жүргізуші', ru: 'делопроизводитель', en: 'the keeper of records' }
const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}

export const actLife = lifecycle({
  name: 'destruction',
  title: { kk: 'Жою актісі', ru: 'Акт об уничтожении', en: 'Act of destruction' },
  start: 'announced',
  final: ['approved', 'declined'],
  states: stateTitles,
  steps: {
    propose: { from: 'announced', to: 'proposed', by: keeper, clause: '5.16', within: 'retention.appeals' },
    approve: { from: 'proposed', to: 'approved', by: head, clause: '5.16' },
    decline: { from: 'proposed', to: 'declined', by: head, clause: '5.16' },
  },
})
