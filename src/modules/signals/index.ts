// Signals from social media and the press: noted and linked to appeals, never registered (clause 6.23).
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { signalRecord } from './record.ts'

export const signals = module({
  name: 'signals',
  title: { kk: 'Сигналдар', ru: 'Сигналы', en: 'Signals' },
  clauses: ['6.23', '5.14', '5.16'],
  powers: {
    'signals.keep': { kk: 'Сигналдарды жүргізу', ru: 'Вести сигналы', en: 'Keep signals' },
  },
  records: [signalRecord],
  operations: [
    operations.noteSignal,
    operations.linkSignal,
    operations.unlinkSignal,
    operations.registerSignal,
    queries.listSignals,
    queries.openSignal,
    queries.findAppeals,
    queries.takeSignalFile,
    queries.signalsOfAppeal,
    queries.signalPlaces,
  ],
})
