// Who keeps the law's data and the house, who reads the journal. The administrator sees settings and never a case.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { JournalRecord } from './journal/record.ts'

const has = (power: string) => (actor: Actor) => actor.powers.has(power)

const administrator = {
  kk: 'жүйе баптауларын жүргізетін әкімші',
  ru: 'администратор, ведущий настройки системы',
  en: 'the administrator who keeps the settings',
}

export const everyEmployee = permit<unknown>(
  '7.1',
  { kk: 'қызметкерлер', ru: 'сотрудники', en: 'employees' },
  ({ kind }) => kind === 'employee',
)
export const keepsLaw = permit<unknown>('7.1', administrator, has('settings.parameters'))
export const keepsHouse = permit<unknown>('5.14', administrator, has('settings.parameters'))

export const readsMail = permit<unknown>(
  '5.16',
  {
    kk: 'шығыс поштаны қарайтын әкімші',
    ru: 'администратор, просматривающий исходящую почту',
    en: 'the administrator who reads the outbox',
  },
  has('mail.read'),
)
export const readsJournal = permit<unknown>(
  '5.16',
  {
    kk: 'журналды оқуға өкілетті адам',
    ru: 'лицо с полномочием читать журнал',
    en: 'a person with the power to read the journal',
  },
  has('journal.read'),
)
export const verifiesJournal = permit<unknown>(
  '5.16',
  {
    kk: 'журналды тексеруге өкілетті адам',
    ru: 'лицо с полномочием проверять журнал',
    en: 'a person with the power to verify the journal',
  },
  has('journal.verify'),
)
export const erasesDetails = permit<JournalRecord>(
  '5.16',
  {
    kk: 'журнал жазбасының егжей-тегжейін өшіруге өкілетті басшы',
    ru: 'руководитель с полномочием стирать подробности записей журнала',
    en: 'the principal with the power to erase details of entries',
  },
  has('journal.erase'),
)

export const nothingToErase = forbid<JournalRecord>(
  '5.16',
  {
    kk: 'Бұл жазбаның өшіретін егжей-тегжейі жоқ.',
    ru: 'У этой записи нет подробностей, которые можно стереть.',
    en: 'This entry has no details to erase.',
  },
  (_, { hasDetails }) => !hasDetails,
)
export const ownEntry = forbid<JournalRecord>(
  '5.16',
  {
    kk: 'Өз әрекетіңіз туралы жазбаның егжей-тегжейін өшіре алмайсыз.',
    ru: 'Подробности записи о собственном действии стереть нельзя.',
    en: 'Nobody erases the details of an entry about his or her own act.',
  },
  (actor, it) => it.actor === actor.id,
)
