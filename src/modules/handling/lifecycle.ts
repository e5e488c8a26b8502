// The life of a request to learn who wrote: asked by one, decided by another.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { requestTitles } from './contract.ts'

const chief = {
  kk: 'сұраған адамнан басқа басшы',
  ru: 'руководитель, кроме самого запросившего',
  en: 'a chief other than whoever asked',
}

export const requestLife = lifecycle({
  name: 'identity',
  title: { kk: 'Деректерді ашу сұрауы', ru: 'Запрос на раскрытие данных', en: 'Identity request' },
  start: 'asked',
  final: ['granted', 'denied'],
  states: requestTitles,
  steps: {
    grant: { from: 'asked', to: 'granted', by: chief, clause: '5.16' },
    deny: { from: 'asked', to: 'denied', by: chief, clause: '5.16' },
  },
})
