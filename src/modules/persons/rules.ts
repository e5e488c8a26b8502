// Who sees the register, who finds one person in it, who keeps it. Which persons one sees at all is the database's scope.
import { permit, type Actor } from '../../kernel/rules.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const holds = (actor: Actor, code: string): boolean => actor.posts.some((post) => post.code === code)

export const lists = permit<void>(
  '5.16',
  { kk: 'тізілімді көретін қызметкер', ru: 'работник, которому виден реестр', en: 'an employee who sees the register' },
  has('persons.read'),
)

export const finds = permit<unknown>(
  '5.16',
  {
    kk: 'тізілімнен адамды табуға өкілетті қызметкер',
    ru: 'работник с полномочием находить лиц в реестре',
    en: 'an employee with the power to find persons in the register',
  },
  has('persons.find', 'personCards.open', 'persons.read'),
)

/** Who weighs an opening sees whose card it was. */
export const principals = permit<unknown>(
  '5.16',
  {
    kk: 'Жоғарғы Сот Төрағасы, Сот әкімшілігінің басшысы',
    ru: 'Председатель Верховного Суда, руководитель Судебной администрации',
    en: 'the Chairman of the Supreme Court, the Head of the Court Administration',
  },
  (actor) => holds(actor, 'chairman') || holds(actor, 'ca-head'),
)

const keeper = {
  kk: 'тізілімді жүргізетін қызметкер',
  ru: 'работник, ведущий реестр',
  en: 'the employee who keeps the register',
}
export const keeps = permit<unknown>('5.16', keeper, has('persons.keep'))
export const houseItself = permit<unknown>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
