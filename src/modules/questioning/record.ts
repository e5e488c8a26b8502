// What a questioning is to the kernel: found in the actor's scope with its permission and consent, moved by its lifecycle.
import { record } from '../../kernel/record.ts'
import { questioningLife } from './lifecycle.ts'
import { works } from './rules.ts'
import { findQuestioning, type Questioning } from './store.ts'

export const questioningRecord = record({
  name: 'questioning',
  table: 'questionings',
  title: questioningLife.title,
  life: questioningLife,
  find: findQuestioning,
  caption: (it: Questioning) => it.name[it.language],
  works,
  page: (id) => `/questioning/${id}`,
})
