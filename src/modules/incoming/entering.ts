// What a paper says when it is entered and when an entry is corrected: who wrote, under which mark, what it answers.
import { invalidField, invalidInput } from '../../kernel/invalid.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { headOn, unitsOn } from '../org/index.ts'
import { partyOn } from './bodies-store.ts'
import type { SenderKind } from './contract.ts'
import { candidates, shutOut } from './people-store.ts'
import * as store from './store.ts'

const same = (words: string): Text => ({ kk: words, ru: words, en: words })

/** Clause 5.16: what bears a state-secret mark has no place here, not even its subject. */
export function keepOutSecrets(mark: string, ...words: readonly (string | null)[]): void {
  if (mark === 'state-secret' || words.some((it) => it !== null && refusesStateSecret(it)))
    throw stateSecretRefused('mark')
}

const noSender: Text = {
  kk: 'Жіберушіні тізімнен таңдаңыз немесе атауын жазыңыз.',
  ru: 'Выберите отправителя из списка или впишите его наименование.',
  en: 'Choose the sender from the list or write its name.',
}
const unknownSender: Text = {
  kk: 'Құжат түскен күні анықтамалықта мұндай жіберуші болмаған. Тізімнен таңдаңыз.',
  ru: 'На день поступления такого отправителя в справочнике нет. Выберите из списка.',
  en: 'On the day of receipt the directory knows no such sender. Choose from the list.',
}

export interface Sender {
  sender_kind: SenderKind
  sender_id: string | null
  sender_name: Text
}

/** The sender as it was called on the day of receipt. @throws Refusal 'invalid' */
export async function senderOf(
  tx: Tx,
  it: { sender?: string | null | undefined; senderName: string | null },
  on: Day,
): Promise<Sender> {
  if (it.sender && it.senderName) throw invalidField('senderName', noSender)
  if (it.senderName) return { sender_kind: 'other', sender_id: null, sender_name: same(it.senderName) }
  if (!it.sender) throw invalidField('sender', noSender)
  const party = await partyOn(tx, it.sender, on)
  if (!party) throw invalidField('sender', unknownSender)
  return { sender_kind: party.kind, sender_id: party.id, sender_name: party.name }
}

const future: Text = {
  kk: 'Бұл күн әлі келген жоқ.',
  ru: 'Этот день ещё не наступил.',
  en: 'This day has not come yet.',
}
const afterReceipt: Text = {
  kk: 'Құжаттың күні түскен күнінен кеш бола алмайды.',
  ru: 'Дата документа не может быть позже дня поступления.',
  en: 'The document cannot be dated later than the day of receipt.',
}
const past: Text = {
  kk: 'Мерзім өтіп кеткен күнге қойылмайды.',
  ru: 'Срок нельзя назначить на прошедший день.',
  en: 'A term cannot end on a day that has passed.',
}

export const checkReceived = (tx: Tx, on: Day, senderOn: Day | null): void => {
  if (on > tx.today) throw invalidField('receivedOn', future)
  if (senderOn && senderOn > on) throw invalidField('senderOn', afterReceipt)
}

export const checkUntil = (tx: Tx, until: Day | undefined): void => {
  if (until && until < tx.today) throw invalidField('until', past)
}

const notAReader: Text = {
  kk: 'Оқырмандардың біріне бұл құжатты көрсетуге болмайды. Тізімнен таңдаңыз.',
  ru: 'Одному из читателей этот документ показать нельзя. Выберите из списка.',
  en: 'One of the readers may not be shown this document. Choose from the list.',
}

/** Readers of a document for official use; nobody for a document without the mark. */
export async function readersOf(
  tx: Tx,
  it: { mark: string; readers: readonly string[] },
  records: readonly string[],
): Promise<string[]> {
  if (it.mark !== 'official-use') return []
  const chosen = [...new Set(it.readers)]
  for (const id of chosen) if (!(await candidates(tx, 'all', id)).length) throw invalidField('readers', notAReader)
  if ((await shutOut(tx, records, chosen)).length) throw invalidField('readers', notAReader)
  return chosen
}

const unknownAnswered: Text = {
  kk: 'Мұндай жазба табылмады. Нөмірін тексеріп, тізімнен таңдаңыз.',
  ru: 'Такая запись не найдена. Проверьте номер и выберите из списка.',
  en: 'No such record was found. Check the number and choose from the list.',
}

/** What the paper answers, in the registrar's own sight. */
export async function answeredOf(tx: Tx, answers: string | undefined): Promise<{ kind: string; id: string } | null> {
  if (!answers) return null
  const [kind = '', id = ''] = answers.split(':')
  if (!(await tx.house.registry.records.get(kind)?.find(tx, id, false))) throw invalidField('answers', unknownAnswered)
  return { kind, id }
}

const unknownUnit: Text = {
  kk: 'Құжат бөлімге немесе оның аумақтық бөлімшесіне тіркеледі.',
  ru: 'Документ регистрируется за отделом или его территориальным подразделением.',
  en: 'A document is registered for the Department or one of its territorial units.',
}

export async function unitOf(tx: Tx, chosen: string | undefined): Promise<string> {
  const unit = chosen ?? tx.actor.unit
  const known = (await unitsOn(tx, tx.today)).find(({ id, kind }) => id === unit && kind !== 'body')
  if (!known) throw invalidField('unit', unknownUnit)
  return known.id
}

export const checkPerson = async (tx: Tx, id: string | undefined): Promise<void> => {
  if (id && !(await candidates(tx, 'all', id)).length)
    throw invalidField('addressedTo', {
      kk: 'Мұндай қызметкер жоқ. Тізімнен таңдаңыз.',
      ru: 'Такого работника нет. Выберите из списка.',
      en: 'There is no such employee. Choose from the list.',
    })
}

/** What lists of the work show: never the words of a document for official use. */
export const dutyTitle = (it: store.IncomingDocument): string =>
  it.officialUse ? 'ҚБПҮ' : `${it.senderName.kk}: ${it.subject}`

export async function reindex(tx: Tx, id: string): Promise<store.IncomingDocument> {
  const it = await store.findIncoming(tx, id, false)
  if (!it) throw new Error(`incoming document ${id} is not there to be indexed`)
  const { senderName, officialUse, readers } = it
  const head = officialUse ? (await headOn(tx, tx.today))?.id : null
  const byRight = officialUse ? [head] : [it.holder, it.addressedTo, ...it.followers]
  await putSearch(tx, {
    kind: 'incoming',
    id,
    unit: it.unit,
    readers: [it.registeredBy, ...readers, ...byRight.filter((who) => typeof who === 'string')],
    reachVisible: !officialUse,
    number: it.number,
    ids: it.senderNumber ? [it.senderNumber] : [],
    title: it.subject,
    names: [...new Set([senderName.kk, senderName.ru, senderName.en])],
    at: it.registeredAt,
  })
  return it
}

export const nothingChanged = (): Refusal =>
  invalidInput([
    {
      path: '',
      says: {
        kk: 'Ештеңе өзгертілген жоқ.',
        ru: 'Ничего не изменено.',
        en: 'Nothing was changed.',
      },
    },
  ])
