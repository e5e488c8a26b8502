// Whom the Department may ask what: the court system is obliged (5.6, 12), others are asked (5.7), the principals are proposed to (5.1).
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { TermName } from '../../kernel/parameters.ts'
import type { Text } from '../../kernel/text.ts'
import { partyOn, type Party } from '../incoming/index.ts'
import { requestKinds, type AddresseeKind, type PrincipalPost, type RequestKind } from './contract.ts'
import { principalTitles } from './words.ts'

const same = (words: string): Text => ({ kk: words, ru: words, en: words })

// Clause 5.6 names the units of the Court Administration and the local courts; the Supreme Court and the ISD's own units are neither.
const isObliged = ({ kind, group }: Party): boolean =>
  kind === 'court' ? group !== 'supreme' : kind === 'unit' ? group === 'body' : group === 'court-administration'

const isOutside = ({ kind, group }: Party): boolean =>
  (kind === 'body' && group !== 'court-administration') || (kind === 'court' && group === 'supreme')

/** The kinds of request that may go to a party of the directories. */
export const kindsFor = (party: Party): RequestKind[] =>
  requestKinds.filter((kind) => {
    if (kind === 'proposal') return false
    return kind === 'agency-request' ? isOutside(party) : isObliged(party)
  })

export interface Addressee {
  addressee_kind: AddresseeKind
  addressee_id: string | null
  addressee_post: PrincipalPost | null
  addressee_name: Text
  obliged: boolean
}

const nobody: Text = {
  kk: 'Адресатты тізімнен таңдаңыз.',
  ru: 'Выберите адресата из списка.',
  en: 'Choose the addressee from the list.',
}
const unknown: Text = {
  kk: 'Мұндай адресат бүгін анықтамалықта жоқ. Тізімнен таңдаңыз.',
  ru: 'Такого адресата сегодня в справочнике нет. Выберите из списка.',
  en: 'The directory has no such addressee today. Choose from the list.',
}
const wrongKind: Text = {
  kk: 'Бұл адресатқа мұндай құжат жіберілмейді: 5-тармақтың 6) тармақшасы мен 12-тармақ Сот әкімшілігінің бөлімшелері мен жергілікті соттарға, 5-тармақтың 7) тармақшасы өзге органдар мен тұлғаларға қатысты.',
  ru: 'Такой документ этому адресату не направляется: подпункт 6) пункта 5 и пункт 12 касаются подразделений Судебной администрации и местных судов, подпункт 7) пункта 5 – иных органов и лиц.',
  en: 'This paper does not go to this addressee: clauses 5.6 and 12 concern units of the Court Administration and local courts, clause 5.7 other bodies and persons.',
}
const onlyPrincipals: Text = {
  kk: 'Ұсыныс Жоғарғы Соттың Төрағасына немесе Сот әкімшілігінің басшысына енгізіледі.',
  ru: 'Предложение вносится Председателю Верховного Суда или руководителю Судебной администрации.',
  en: 'A proposal is made to the Chairman of the Supreme Court or to the Head of the Court Administration.',
}

const none = { addressee_id: null, addressee_post: null }

/** @throws Refusal 'invalid' where the addressee does not exist today or is not for this kind of paper */
export async function addresseeOf(
  tx: Tx,
  it: { kind: RequestKind; addressee?: string | undefined; addresseeName: string | null },
): Promise<Addressee> {
  const { kind, addressee, addresseeName } = it
  const [group, key] = addressee?.split(':') ?? []
  if (kind === 'proposal') {
    if (group !== 'principal') throw invalidField('addressee', onlyPrincipals)
    const post: PrincipalPost = key === 'chairman' ? 'chairman' : 'ca-head'
    const named = { addressee_kind: 'principal' as const, addressee_name: principalTitles[post] }
    return { ...none, ...named, addressee_post: post, obliged: false }
  }
  if (addresseeName && !addressee) {
    // Only clause 5.7 lets the Department ask whom no directory knows.
    if (kind !== 'agency-request') throw invalidField('addresseeName', wrongKind)
    return { ...none, addressee_kind: 'other', addressee_name: same(addresseeName), obliged: false }
  }
  if (addresseeName) throw invalidField('addresseeName', nobody)
  if (!addressee) throw invalidField('addressee', nobody)
  const party = await partyOn(tx, addressee, tx.today)
  if (!party) throw invalidField('addressee', unknown)
  if (!kindsFor(party).includes(kind)) throw invalidField('addressee', wrongKind)
  const { id: addressee_id, name: addressee_name } = party
  return { ...none, addressee_kind: party.kind, addressee_id, addressee_name, obliged: isObliged(party) }
}

const terms = {
  request: 'requests.term.obliged',
  demand: 'requests.term.obliged',
  'agency-request': 'requests.term.outside',
  proposal: 'requests.term.principals',
} as const satisfies Record<RequestKind, TermName>

/** The parameter that sets the usual term of a kind of request. */
export const termFor = (tx: Tx, kind: RequestKind) => tx.parameter(terms[kind])

export const usualUntil = (tx: Tx, kind: RequestKind): string =>
  tx.calendar.addWorkingDays(tx.today, termFor(tx, kind).value)
