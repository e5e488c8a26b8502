// A case file that was made: seen with its investigation, by those who work on it.
import { record } from '../../kernel/record.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { findMade, type Made } from './store.ts'

export interface CaseFile extends Made {
  investigation: Investigation
}

export const caseFileRecord = record({
  name: 'caseFile',
  table: 'case_files',
  title: { kk: 'Іс материалдары', ru: 'Материалы дела', en: 'Case file' },
  find: async (tx, id): Promise<CaseFile | undefined> => {
    const made = await findMade(tx, id)
    const investigation = made && (await investigationRecord.find(tx, made.investigation_id, false))
    return investigation && { ...made, investigation }
  },
  caption: ({ name }) => name,
})
