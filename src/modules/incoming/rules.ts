// Who may do what in the incoming register. Which documents an employee sees at all is the database's scope.
import { permit, type Actor } from '../../kernel/rules.ts'
import type { IncomingDocument } from './store.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const registrar = {
  kk: 'кіріс құжаттарын тіркеуші',
  ru: 'регистратор входящих документов',
  en: 'the registrar of incoming documents',
}

export const mayRegister = permit<void>('5.14', registrar, has('incoming.register'))
export const registers = permit<IncomingDocument>('5.14', registrar, has('incoming.register'))

export const handsOn = permit<IncomingDocument>(
  '5.14',
  {
    kk: 'меңгеруші, орынбасары, өз бөлімшесінде – аумақтық бөлімшенің басшысы',
    ru: 'заведующий, его заместитель, в своём подразделении – территориальный руководитель',
    en: 'the head, the deputy, the territorial head in the own unit',
  },
  has('incoming.hand'),
)

export const holds = permit<IncomingDocument>(
  '5.14',
  { kk: 'тағайындалған орындаушы', ru: 'назначенный исполнитель', en: 'the employee who has it' },
  (actor, it) => it.holder === actor.id,
)

/** The scope has already judged: whoever finds the document may read it. */
export const reads = permit<IncomingDocument>(
  '5.16',
  {
    kk: 'құжатпен жұмыс істейтін қызметкерлер мен оның оқырмандары',
    ru: 'работники, занятые документом, и его читатели',
    en: 'employees who work on the document and its readers',
  },
  ({ kind }) => kind !== 'public',
)

export const lists = permit<void>(
  '5.14',
  {
    kk: 'кіріс құжаттарымен жұмыс істейтін қызметкер',
    ru: 'работник, занятый входящими документами',
    en: 'an employee who works with incoming documents',
  },
  has('incoming.read', 'incoming.register', 'incoming.hand'),
)

export const keepsBodies = permit<void>(
  '5.15',
  {
    kk: 'органдар анықтамалығын жүргізетін қызметкер',
    ru: 'работник, ведущий справочник органов',
    en: 'an employee who keeps the directory of bodies',
  },
  has('incoming.bodies'),
)

export const everyEmployee = permit<void>(
  '5.14',
  { kk: 'қызметкер', ru: 'работник', en: 'an employee' },
  ({ kind }) => kind !== 'public',
)
