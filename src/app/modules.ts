// THE LIST: every room of the house, ground floor first. A module may import only from those above it in this list.
import type { Module } from '../kernel/module.ts'
import { access } from '../modules/access/index.ts'
import { agreement } from '../modules/agreement/index.ts'
import { appeals } from '../modules/appeals/index.ts'
import { authorities } from '../modules/authorities/index.ts'
import { caseFile } from '../modules/caseFile/index.ts'
import { caseRegister } from '../modules/caseRegister/index.ts'
import { compliance } from '../modules/compliance/index.ts'
import { conclusions } from '../modules/conclusions/index.ts'
import { conflicts } from '../modules/conflicts/index.ts'
import { criminalCases } from '../modules/criminalCases/index.ts'
import { documents } from '../modules/documents/index.ts'
import { evidence } from '../modules/evidence/index.ts'
import { exchange } from '../modules/exchange/index.ts'
import { handling } from '../modules/handling/index.ts'
import { incoming } from '../modules/incoming/index.ts'
import { inspectionResults } from '../modules/inspectionResults/index.ts'
import { inspections } from '../modules/inspections/index.ts'
import { inspectionVisits } from '../modules/inspectionVisits/index.ts'
import { investigations } from '../modules/investigations/index.ts'
import { issuing } from '../modules/issuing/index.ts'
import { likeness } from '../modules/likeness/index.ts'
import { limitations } from '../modules/limitations/index.ts'
import { nomenclature } from '../modules/nomenclature/index.ts'
import { org } from '../modules/org/index.ts'
import { outcomes } from '../modules/outcomes/index.ts'
import { paths } from '../modules/paths/index.ts'
import { personCards } from '../modules/personCards/index.ts'
import { personalFiles } from '../modules/personalFiles/index.ts'
import { persons } from '../modules/persons/index.ts'
import { proceedings } from '../modules/proceedings/index.ts'
import { questioning } from '../modules/questioning/index.ts'
import { reception } from '../modules/reception/index.ts'
import { reconciliation } from '../modules/reconciliation/index.ts'
import { redaction } from '../modules/redaction/index.ts'
import { requests } from '../modules/requests/index.ts'
import { retention } from '../modules/retention/index.ts'
import { secrecy } from '../modules/secrecy/index.ts'
import { settings } from '../modules/settings/index.ts'
import { shutout } from '../modules/shutout/index.ts'
import { signals } from '../modules/signals/index.ts'
import { signatures } from '../modules/signatures/index.ts'
import { staffing } from '../modules/staffing/index.ts'
import { statistics } from '../modules/statistics/index.ts'
import { structure } from '../modules/structure/index.ts'
import { submissions } from '../modules/submissions/index.ts'
import { summonses } from '../modules/summonses/index.ts'
import { superiors } from '../modules/superiors/index.ts'
import { templates } from '../modules/templates/index.ts'
import { verdicts } from '../modules/verdicts/index.ts'
import { work } from '../modules/work/index.ts'

export const modules: readonly Module[] = [
  structure,
  org,
  staffing,
  access,
  work,
  templates,
  nomenclature,
  documents,
  signatures,
  agreement,
  secrecy,
  redaction,
  incoming,
  requests,
  compliance,
  authorities,
  issuing,
  persons,
  personCards,
  personalFiles,
  submissions,
  appeals,
  shutout,
  paths,
  likeness,
  exchange,
  signals,
  statistics,
  reception,
  handling,
  retention,
  criminalCases,
  caseRegister,
  reconciliation,
  superiors,
  conflicts,
  investigations,
  limitations,
  proceedings,
  inspections,
  inspectionVisits,
  inspectionResults,
  evidence,
  summonses,
  questioning,
  conclusions,
  outcomes,
  verdicts,
  caseFile,
  settings,
]
