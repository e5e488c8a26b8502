// Who keeps profiles, brings files and sends out. What an import is to others: it belongs to whoever brought its file.
import { permit } from '../../kernel/rules.ts'

export const keepsProfiles = permit<unknown>(
  '5.14',
  {
    kk: 'алмасу профильдерін жүргізуге өкілетті қызметкер',
    ru: 'работник с полномочием вести профили обмена',
    en: 'an employee who may keep the profiles of exchange',
  },
  (actor) => actor.powers.has('exchange.profiles'),
)

export const exchanges = permit<unknown>(
  '6.23',
  {
    kk: 'сыртқы жүйемен алмасуға өкілетті тіркеуші',
    ru: 'регистратор с полномочием обмена с внешней системой',
    en: 'a registrar who may exchange with the outside system',
  },
  (actor) => actor.powers.has('exchange.run'),
)

export const isHouse = permit<unknown>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
