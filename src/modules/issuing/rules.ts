// Who may ask for an authority, give one, enter a paper and compare it with its scan.
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import { purposes, type IssuerPost, type Purpose, type PurposeRow } from '../authorities/contract.ts'
import { officesOf, type Authority } from '../authorities/index.ts'

const holds = (actor: Actor, ...codes: readonly string[]): boolean =>
  actor.posts.some(({ code }) => codes.includes(code))

/** The offices that somebody holds today, also for the days of an acting appointment (10, 11.2). */
export const mayIssue = (purpose: Purpose, issuer: IssuerPost): boolean => purposes[purpose].issuers.includes(issuer)

export const headAsks = permit<void>(
  '7.2',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor) => holds(actor, 'head'),
)

export const headSends = permit<Authority>('7.2', headAsks.who, (actor) => holds(actor, 'head'))

export const prepares = permit<void>(
  '5.14',
  {
    kk: 'сұрауды дайындауға өкілетті қызметкер',
    ru: 'работник с полномочием готовить запросы',
    en: 'an employee with the power to prepare the question',
  },
  (actor) => actor.powers.has('authorities.prepare'),
)

export const withdraws = permit<Authority>(
  '5.14',
  {
    kk: 'сұраған немесе дайындаған қызметкер, меңгеруші',
    ru: 'запросивший или подготовивший работник, заведующий',
    en: 'who asked or prepared it, the head',
  },
  (actor, it) => it.author === actor.id || it.askedBy === actor.id || holds(actor, 'head'),
)

export const isAsked = permit<Authority>(
  '7.2',
  {
    kk: 'сұралған басшы немесе оның міндетін атқарушы',
    ru: 'запрошенный руководитель или исполняющий его обязанности',
    en: 'the principal who is asked or the person acting',
  },
  (actor, it) => holds(actor, it.issuer),
)

export const holdsAnOffice = permit<void>(
  '7.2',
  {
    kk: 'Жоғарғы Сот Төрағасы, Сот әкімшілігінің басшысы, өз құзыретінде – меңгеруші',
    ru: 'Председатель Верховного Суда, руководитель Судебной администрации, в своих пределах – заведующий',
    en: 'the Chairman of the Supreme Court, the Head of the Court Administration, within his or her bounds the head',
  },
  (actor) => officesOf(actor).length > 0,
)

const forEach = (row: (purpose: Purpose, it: PurposeRow) => Forbid<Authority>): Forbid<Authority>[] =>
  (Object.entries(purposes) as [Purpose, PurposeRow][]).map(([purpose, it]) => row(purpose, it))

/** One row a purpose: 5.3 for the questioning of a judge, 5.9 for a personal file, 6.21 and 6.22 for investigations. */
export const officeMayNot: readonly Forbid<Authority>[] = forEach((purpose, { clause, onlyBy }) =>
  forbid(clause, onlyBy, (_, it) => it.purpose === purpose && !mayIssue(purpose, it.issuer)),
)

export const heldNoOffice = {
  kk: 'Құжатқа қол қойған адам сол күні бұл лауазымды атқармаған, міндетін де уақытша атқармаған.',
  ru: 'Подписавший в тот день не занимал эту должность и не исполнял её обязанности.',
  en: 'Whoever signed it neither held that office on that day nor acted in it.',
}

export const signerHeldNoOffice: readonly Forbid<Authority>[] = forEach((purpose, { clause }) =>
  forbid(clause, heldNoOffice, (_, it) => it.purpose === purpose && it.issuedOn !== null && !it.issuerHeld),
)

export const registers = permit<void>(
  '5.16',
  {
    kk: 'қағаз құжаттарды тіркеуге өкілетті қызметкер',
    ru: 'работник с полномочием регистрировать бумажные документы',
    en: 'an employee with the power to register papers',
  },
  (actor) => actor.powers.has('authorities.register'),
)

export const registersOn = permit<Authority>('5.16', registers.who, (actor) => actor.powers.has('authorities.register'))

export const compares = permit<Authority>(
  '5.16',
  {
    kk: 'қағаз құжаттарды растауға өкілетті қызметкер',
    ru: 'работник с полномочием подтверждать бумажные документы',
    en: 'an employee with the power to confirm papers',
  },
  (actor) => actor.powers.has('authorities.confirm'),
)

export const registeredItself = forbid<Authority>(
  '5.16',
  {
    kk: 'Құжатты тіркеген адам оны өзі растай алмайды. Оны басқа қызметкер сканмен салыстырады.',
    ru: 'Зарегистрировавший документ не может сам его подтвердить. Со сканом его сверяет другой работник.',
    en: 'Whoever registered the paper may not confirm it. Another employee compares it with the scan.',
  },
  (actor, it) => it.way === 'paper' && it.author === actor.id,
)

export const scanNotOpened = forbid<Authority>(
  '5.16',
  {
    kk: 'Алдымен сканды ашып, құжатпен салыстырыңыз.',
    ru: 'Сначала откройте скан и сверьте с ним документ.',
    en: 'Open the scan first and compare the paper with it.',
  },
  (actor, it) => it.way === 'paper' && !it.scanReaders.includes(actor.id),
)

export const issuedIt = permit<Authority>(
  '7.2',
  {
    kk: 'құжатты жүйеде берген адам',
    ru: 'выдавший документ в системе',
    en: 'whoever issued it in the house',
  },
  (actor, it) => it.way !== 'paper' && it.issuerId === actor.id,
)

export const notInTheHouse = forbid<Authority>(
  '7.2',
  {
    kk: 'Электрондық қолтаңба жүйеде берілген, күші жойылмаған құжатқа ғана қойылады.',
    ru: 'Электронная подпись ставится только под документом, выданным в системе и не отменённым.',
    en: 'An electronic signature is put only to what was issued in the house and is not revoked.',
  },
  (_, it) => it.way === 'paper' || it.state !== 'granted',
)

export const signedAlready = forbid<Authority>(
  '5.16',
  {
    kk: 'Бұл құжатта электрондық қолтаңба бар.',
    ru: 'Под этим документом уже стоит электронная подпись.',
    en: 'An electronic signature stands under it already.',
  },
  (_, it) => it.sealed,
)
