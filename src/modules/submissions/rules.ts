// Who may hand in, enter and follow an appeal. No row here can refuse one.
import { permit } from '../../kernel/rules.ts'

/** Anybody may hand in an appeal; there is no rule that could refuse one. */
export const handsIn = permit<void>(
  '6.23',
  { kk: 'кез келген адам', ru: 'любой человек', en: 'anybody' },
  (actor) => actor.kind === 'public',
)

export const holdsCode = permit<void>(
  '6.23',
  { kk: 'құпия коды бар өтініш беруші', ru: 'заявитель с секретным кодом', en: 'the applicant with the code' },
  (actor) => actor.kind === 'public' && Boolean(actor.receipt),
)

export const enters = permit<void>('6.23', { kk: 'тіркеуші', ru: 'регистратор', en: 'the registrar' }, (actor) =>
  actor.powers.has('appeals.register'),
)

/** Whoever has just taken it in holds the code on the screen; the chiefs take in what is said at a personal reception. */
export const hasTakenIn = permit<void>(
  '6.23',
  {
    kk: 'тіркеуші, жеке қабылдауды өткізген басшы',
    ru: 'регистратор, руководитель, проводивший личный приём',
    en: 'the registrar, the chief who held the personal reception',
  },
  (actor) => ['appeals.register', 'appeals.assign'].some((power) => actor.powers.has(power)),
)

const appealPowers = ['appeals.see-all', 'appeals.see-unit', 'appeals.register', 'appeals.assign', 'appeals.work']

export const worksWithAppeals = permit<void>(
  '6.23',
  {
    kk: 'өтініштермен жұмыс істейтін қызметкер',
    ru: 'работник, работающий с обращениями',
    en: 'who works with appeals',
  },
  (actor) => appealPowers.some((power) => actor.powers.has(power)),
)
