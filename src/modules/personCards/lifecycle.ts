// The life of an opening of a card: it is weighed afterwards by another person.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { openingStateTitles } from './words.ts'

const head = {
  kk: 'меңгеруші, оның өзі ашқанда – Сот әкімшілігінің басшысы',
  ru: 'заведующий, а если открыл он сам – руководитель Судебной администрации',
  en: 'the head, or the Head of the Court Administration where the head opened it',
}

export const openingLife = lifecycle({
  name: 'personOpening',
  title: { kk: 'Карточканы ашу', ru: 'Открытие карточки', en: 'Opening of a card' },
  start: 'open',
  final: ['justified', 'notJustified'],
  states: openingStateTitles,
  steps: {
    justify: { from: 'open', to: 'justified', by: head, clause: '5.16', within: 'persons.review' },
    fault: { from: 'open', to: 'notJustified', by: head, clause: '5.16', within: 'persons.review' },
  },
})
