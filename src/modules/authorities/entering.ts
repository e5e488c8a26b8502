// What asking, issuing and entering a paper have in common: what it names, for which days, by whose office.
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes, type AuthorityKind, type IssuerPost, type Purpose } from './contract.ts'
import { mayIssue } from './rules.ts'
import type { NewAuthority, Named } from './store.ts'
import { namedFor } from './subjects.ts'

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

/** @throws Refusal 'forbidden' under the clause of the purpose where that office may not issue it */
function refuseOffice(purpose: Purpose, issuer: IssuerPost): void {
  if (mayIssue(purpose, issuer)) return
  throw new Refusal('forbidden', purposes[purpose].onlyBy, { clause: purposes[purpose].clause })
}

export const refuseSecrets = (path: string, ...words: readonly (string | null)[]): void => {
  if (words.some((it) => it !== null && refusesStateSecret(it))) throw stateSecretRefused(path)
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
