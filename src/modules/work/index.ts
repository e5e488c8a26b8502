// What is due, by whom and when; the ladder of reminders; the bell; the search. The face of the module.
import type { Job, Module } from '../../kernel/module.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { operations, remindOfTerms } from './operations.ts'
import { dropView, listViews, saveView } from './views.ts'

export { closeDuty, moveDuty, openDuty, tell, type Move, type Opening, type Telling } from './duties.ts'
export { mailOf } from './letters.ts'
export { remindOfTerms }

const ladder: Job = {
  // Eight in the morning, before the first hour of work.
  cron: '0 8 * * *',
  run: async (house) => {
    await perform(house, remindOfTerms, systemActor, {})
  },
}

export const work: Module = module({
  name: 'work',
  title: { kk: 'Жұмыс пен мерзімдер', ru: 'Работа и сроки', en: 'Work and terms' },
  clauses: ['5.12', '5.14', '5.15', '5.16', '6.18', '6.23', '10'],
  powers: {
    'work.see-all': {
      kk: 'Барлық бөлімшенің мерзімдерін көру',
      ru: 'Видеть сроки всех подразделений',
      en: 'See what is due in all units',
    },
    'work.see-unit': {
      kk: 'Өз бөлімшесінің мерзімдерін көру',
      ru: 'Видеть сроки своего подразделения',
      en: 'See what is due in the own unit',
    },
  },
  operations: [...operations, listViews, saveView, dropView],
  jobs: { 'work.ladder': ladder },
})
