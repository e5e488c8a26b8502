// THE LIST: every room of the house, ground floor first. A module may import only from those above it in this list.
import type { Module } from '../kernel/module.ts'
import { access } from '../modules/access/index.ts'
import { appeals } from '../modules/appeals/index.ts'
import { documents } from '../modules/documents/index.ts'
import { exchange } from '../modules/exchange/index.ts'
import { nomenclature } from '../modules/nomenclature/index.ts'
import { org } from '../modules/org/index.ts'
import { reception } from '../modules/reception/index.ts'
import { redaction } from '../modules/redaction/index.ts'
import { retention } from '../modules/retention/index.ts'
import { settings } from '../modules/settings/index.ts'
import { signals } from '../modules/signals/index.ts'
import { submissions } from '../modules/submissions/index.ts'
import { staffing } from '../modules/staffing/index.ts'
import { statistics } from '../modules/statistics/index.ts'
import { structure } from '../modules/structure/index.ts'
import { templates } from '../modules/templates/index.ts'
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
  redaction,
  submissions,
  appeals,
  exchange,
  statistics,
  signals,
  reception,
  retention,
  settings,
]
