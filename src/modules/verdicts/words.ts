// What came of the direct superior, in the words in which the register of criminal cases says it.
import type { Text } from '../../kernel/text.ts'
import type { SuperiorState } from '../criminalCases/contract.ts'

export const becameTitles: Readonly<Record<SuperiorState, Text>> = {
  proposed: {
    kk: 'Қызметтік тексеру ұсынылды',
    ru: 'Предложено расследование',
    en: 'An investigation is proposed',
  },
  investigated: { kk: 'Қызметтік тексеру жүріп жатыр', ru: 'Идёт расследование', en: 'Under investigation' },
  liable: { kk: 'Жауаптылығы анықталды', ru: 'Ответственность установлена', en: 'Liable' },
  'not-liable': { kk: 'Жауаптылығы анықталмады', ru: 'Ответственность не установлена', en: 'Not liable' },
  none: {
    kk: 'Қызметтік тексеру қысқартылды',
    ru: 'Расследование прекращено',
    en: 'The investigation was discontinued',
  },
}
