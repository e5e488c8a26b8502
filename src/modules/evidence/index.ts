// Evidence of an investigation and its chain of custody (6.21, 5.6, 5.16). The face of the room.
import { module } from '../../kernel/module.ts'
import * as custody from './custody.ts'
import * as queries from './queries.ts'
import * as reading from './reading.ts'
import * as receiving from './receiving.ts'
import { envelopeRecord, evidenceRecord } from './record.ts'
import { told } from './told.ts'

export { actTitles, kindTitles, stateTitles } from './words.ts'

export const evidence = module({
  name: 'evidence',
  title: { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' },
  clauses: ['6.21', '5.6', '5.14', '5.15', '5.16'],
  records: [evidenceRecord, envelopeRecord],
  told,
  operations: [
    ...Object.values(receiving),
    ...Object.values(custody),
    reading.takeEvidenceFile,
    reading.takeOriginal,
    reading.renewCopy,
    reading.checkEvidence,
    ...Object.values(queries),
  ],
  jobs: { 'evidence.nightly': reading.nightly },
})
