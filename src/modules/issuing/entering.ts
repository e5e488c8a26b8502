// What asking, issuing and entering a paper have in common: what it names, for which days, by whose office.
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes, type AuthorityKind, type IssuerPost, type Purpose } from '../authorities/contract.ts'
import { lookUp, refuseSecrets, subjectOf, type Named, type NewAuthority } from '../authorities/index.ts'
import { mayIssue } from './rules.ts'

const unknownAbout: Text = {
  kk: 'Мұндай жазба табылмады.',
  ru: 'Такая запись не найдена.',
  en: 'No such record was found.',
}
const namesNothing: Text = {
  kk: 'Бұл мақсатқа құжат нені немесе кімді қамтитынын атауы керек. Оны сол жазбаның бетінен сұраңыз.',
  ru: 'Для этой цели документ должен назвать, о чём или о ком он. Запросите его со страницы этой записи.',
  en: 'For this purpose the authority must name what or whom it covers. Ask for it from that record’s page.',
}

interface Given {
  entryKey: string
  purpose: Purpose
  kind?: AuthorityKind | undefined
  issuer: IssuerPost
  about: readonly string[]
  ground: string
  scope: string | null
  from?: string | undefined
  until?: string | undefined
}

const noUnit: Text = {
  kk: 'Сізде лауазым жоқ, сондықтан бұл әрекет жасалмайды.',
  ru: 'У вас нет должности, поэтому это действие невозможно.',
  en: 'You hold no post, so this cannot be done.',
}
const wrongKind: Text = {
  kk: 'Бұл мақсатқа мұндай құжат берілмейді.',
  ru: 'Для этой цели такой документ не выдаётся.',
  en: 'No such kind of authority is given for this purpose.',
}
const endsBeforeIt: Text = {
  kk: 'Соңғы күні бірінші күнінен ерте болмауы керек.',
  ru: 'Последний день не может быть раньше первого.',
  en: 'The last day cannot come before the first.',
}
const mustEnd: Text = {
  kk: 'Бұл мақсатқа құжаттың соңғы күні көрсетілуі керек.',
  ru: 'Для этой цели укажите последний день действия.',
  en: 'For this purpose the authority must say its last day.',
}
const ownPerson: Text = {
  kk: 'Өзіңіз аталған құжатты сұрай да, бере де, тіркей де алмайсыз.',
  ru: 'Нельзя запросить, выдать или зарегистрировать документ, в котором названы вы сами.',
  en: 'You may not ask for, issue or register an authority that names yourself.',
}

/** @throws Refusal 'invalid' where a record is not to be found, or nothing is named that the purpose needs */
async function namedFor(tx: Tx, purpose: Purpose, about: readonly string[]): Promise<Named[]> {
  const named: Named[] = []
  for (const it of new Set(about)) {
    const known = await lookUp(tx, subjectOf(it))
    if (!known) throw invalidField('about', unknownAbout)
    named.push({ kind: known.kind, id: known.id, label: known.label })
  }
  if (!named.some(({ kind }) => purposes[purpose].names.includes(kind))) throw invalidField('about', namesNothing)
  return named
}

/** @throws Refusal 'forbidden' under the clause of the purpose where that office may not issue it */
function refuseOffice(purpose: Purpose, issuer: IssuerPost): void {
  if (mayIssue(purpose, issuer)) return
  throw new Refusal('forbidden', purposes[purpose].onlyBy, { clause: purposes[purpose].clause })
}

export interface Entered {
  row: Omit<NewAuthority, 'state' | 'way'>
  subjects: Named[]
}

export async function entered(tx: Tx, given: Given): Promise<Entered> {
  const { purpose, issuer, ground, scope } = given
  const of = purposes[purpose]
  const kind = given.kind ?? of.kinds[0]
  if (!kind || !of.kinds.includes(kind)) throw invalidField('kind', wrongKind)
  refuseOffice(purpose, issuer)
  refuseSecrets('ground', ground, scope)
  const from = given.from ?? tx.today
  const until = given.until ?? null
  if (until !== null && until < from) throw invalidField('until', endsBeforeIt)
  if (until === null && of.ends) throw invalidField('until', mustEnd)
  const subjects = await namedFor(tx, purpose, given.about)
  if (subjects.some((it) => it.kind === 'employee' && it.id === tx.actor.id))
    throw new Refusal('forbidden', ownPerson, { clause: '5.16' })
  if (!tx.actor.unit) throw invalidField('', noUnit)
  const row = {
    id: given.entryKey,
    kind,
    purpose,
    issuer_post: issuer,
    from_on: from,
    until_on: until,
    ground,
    scope,
    unit_id: tx.actor.unit,
  }
  return { row, subjects }
}
