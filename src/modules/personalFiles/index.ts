// Personal files (5.9): opened under a permission or assignment alone, every page counted and marked. The face of the room.
import type { House } from '../../kernel/house.ts'
import { module, type Reaction } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { documentRecord, personalFileRecord } from './records.ts'

/** Scans are kept no longer than the term after their last authority. */
export const clearAway = async (house: House): Promise<void> => {
  const { result } = await perform(house, operations.findExpired, systemActor, {})
  for (const id of result.ids) await perform(house, operations.destroyScans, systemActor, { id })
}

interface Ended {
  purpose?: unknown
  subjects?: readonly { kind: string; id: string }[]
}

const namedFile = ({ subjects }: Ended) => subjects?.find(({ kind }) => kind === 'personalFile')?.id

const onEnd = (how: 'revoked' | 'expired'): Reaction => ({
  on: `authorities.${how}`,
  perform: operations.noteEnd,
  when: (payload) => (payload as Ended).purpose === 'personalFile' && namedFile(payload as Ended) !== undefined,
  input: (payload) => ({ id: namedFile(payload as Ended), how }),
})

export const personalFiles = module({
  name: 'personalFiles',
  title: { kk: 'Жеке істер', ru: 'Личные дела', en: 'Personal files' },
  clauses: ['5.9', '5.14', '5.16'],
  powers: {
    'personalFiles.read': {
      kk: 'Рұқсат бойынша жеке істі оқу',
      ru: 'Читать личное дело по разрешению',
      en: 'Read a personal file under a permission',
    },
    'personalFiles.keep': {
      kk: 'Жеке істерді тіркеу',
      ru: 'Регистрировать личные дела',
      en: 'Register personal files',
    },
    'personalFiles.trace': {
      kk: 'Көшірменің кімдікі екенін анықтау',
      ru: 'Устанавливать, чья это копия',
      en: 'Find out whose a copy is',
    },
  },
  records: [personalFileRecord, documentRecord],
  operations: [...Object.values(operations), ...Object.values(queries)],
  reactions: [onEnd('revoked'), onEnd('expired')],
  jobs: { 'personalFiles.clearAway': { cron: '20 1 * * *', run: clearAway } },
})
