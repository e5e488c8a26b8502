// Who may see a case as a whole and put it together. Which cases somebody sees at all is the database's scope.
import { permit } from '../../kernel/rules.ts'
import { mayWork, type Investigation } from '../investigations/index.ts'
import type { CaseFile } from './record.ts'

const teamAndChiefs = {
  kk: 'тексеру тобы мен оның басшылығы',
  ru: 'группа и её руководство',
  en: 'the team and their chain of command',
}

export const worksOnCase = permit<Investigation>('5.15', teamAndChiefs, mayWork)

/** Clauses 5.15 and 10: of the team the leader alone. */
export const makes = permit<Investigation>(
  '5.15',
  {
    kk: 'тексеру жетекшісі мен оның басшылығы',
    ru: 'руководитель расследования и его начальники',
    en: 'the leader of the investigation and the chain of command',
  },
  (actor, it) => it.leader === actor.id || (mayWork(actor, it) && !it.team.includes(actor.id)),
)

export const worksOnIt = permit<CaseFile>('5.15', teamAndChiefs, (actor, it) => mayWork(actor, it.investigation))
