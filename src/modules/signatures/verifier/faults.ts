// What can be wrong with a signature, each in one clear sentence that the signer reads.
import type { Clause } from '../../../kernel/clauses.ts'
import { invalidField } from '../../../kernel/invalid.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'

const sentences = {
  empty: {
    kk: 'Қолтаңба бос. Қайталап қол қойыңыз.',
    ru: 'Подпись пуста. Подпишите ещё раз.',
    en: 'The signature is empty. Sign again.',
  },
  'not-cms': {
    kk: 'Бұл электрондық қолтаңба (CMS) емес.',
    ru: 'Это не электронная подпись (CMS).',
    en: 'This is not an electronic signature (CMS).',
  },
  attached: {
    kk: 'Қолтаңбаның ішінде мәтіннің өзі бар. Құжаттан бөлек (detached) қолтаңба керек.',
    ru: 'Подпись содержит сам текст. Нужна подпись отдельно от документа (detached).',
    en: 'The signature holds the text itself. A detached signature is needed.',
  },
  'not-one': {
    kk: 'Қолтаңбада бір ғана қол қоюшы болуы керек.',
    ru: 'В подписи должен быть ровно один подписавший.',
    en: 'A signature must have exactly one signer.',
  },
  'no-certificate': {
    kk: 'Қолтаңбада қол қоюшының сертификаты жоқ.',
    ru: 'В подписи нет сертификата подписавшего.',
    en: 'The signature holds no certificate of its signer.',
  },
  'wrong-algorithm': {
    kk: 'Қолтаңбаның алгоритмі қабылданбайды. ҰКО берген қолданыстағы кілтпен қол қойыңыз.',
    ru: 'Алгоритм подписи не принимается. Подпишите действующим ключом НУЦ.',
    en: 'The algorithm of the signature is not accepted. Sign with a current key of the NCA.',
  },
  'gost-alone': {
    kk: 'ГОСТ қолтаңбасын тексеретін NCANode сервері бапталмаған. Әкімшіге хабарлаңыз.',
    ru: 'Не настроен сервер NCANode, который проверяет подписи ГОСТ. Сообщите администратору.',
    en: 'No NCANode server is set up to verify GOST signatures. Tell the administrator.',
  },
  altered: {
    kk: 'Қолтаңба басқа мәтінге қойылған: құжат өзгертілген немесе басқа құжаттың қолтаңбасы берілген.',
    ru: 'Подпись стоит под другим текстом: документ изменён или предъявлена подпись другого документа.',
    en: 'The signature is over another text: the document was altered, or the signature is of another document.',
  },
  forged: {
    kk: 'Қолтаңба сертификаттағы кілтке сәйкес келмейді. Ол жарамсыз.',
    ru: 'Подпись не соответствует ключу из сертификата. Она недействительна.',
    en: 'The signature does not fit the key in the certificate. It is not valid.',
  },
  'no-iin': {
    kk: 'Сертификатта ЖСН көрсетілмеген, сондықтан қол қойған адамды анықтау мүмкін емес.',
    ru: 'В сертификате нет ИИН, поэтому подписавшего нельзя установить.',
    en: 'The certificate bears no IIN, so the signer cannot be established.',
  },
  'other-person': {
    kk: 'Кілт басқа адамға тиесілі. Құжатқа тек өз кілтіңізбен қол қоясыз.',
    ru: 'Ключ принадлежит другому лицу. Документ подписывают только своим ключом.',
    en: 'The key belongs to another person. A document is signed with one’s own key only.',
  },
  'own-iin-unknown': {
    kk: 'Қызметкер карточкаңызда ЖСН жоқ, сондықтан кілтіңізді салыстыру мүмкін емес. Кадр қызметкеріне хабарлаңыз.',
    ru: 'В вашей карточке работника нет ИИН, поэтому сверить ключ нельзя. Сообщите кадровику.',
    en: 'Your employee card has no IIN, so your key cannot be compared. Tell the personnel officer.',
  },
  expired: {
    kk: 'Сертификаттың мерзімі өткен. Жаңа кілт алып, қайталап қол қойыңыз.',
    ru: 'Срок сертификата истёк. Получите новый ключ и подпишите снова.',
    en: 'The certificate has expired. Get a new key and sign again.',
  },
  'not-yet': {
    kk: 'Сертификаттың мерзімі әлі басталмаған.',
    ru: 'Срок сертификата ещё не начался.',
    en: 'The certificate is not yet in force.',
  },
  ahead: {
    kk: 'Қолтаңбадағы уақыт алда тұр. Компьютеріңіздің сағатын түзетіп, қайталап қол қойыңыз.',
    ru: 'Время в подписи ещё не наступило. Исправьте часы компьютера и подпишите снова.',
    en: 'The time in the signature has not come yet. Set your computer’s clock right and sign again.',
  },
  'unknown-authority': {
    kk: 'Сертификатты сенімді емес орталық берген. ҰКО кілтімен қол қойыңыз.',
    ru: 'Сертификат выдан центром, которому система не доверяет. Подпишите ключом НУЦ.',
    en: 'The certificate is of an authority that is not trusted here. Sign with a key of the NCA.',
  },
  revoked: {
    kk: 'Сертификат кері қайтарылған. Бұл кілтпен қол қоюға болмайды.',
    ru: 'Сертификат отозван. Подписывать этим ключом нельзя.',
    en: 'The certificate was revoked. This key must not sign.',
  },
  'wrong-usage': {
    kk: 'Бұл кілт құжатқа қол қоюға арналмаған. Кіру (AUTH) кілтін емес, қол қою кілтін таңдаңыз.',
    ru: 'Этот ключ не предназначен для подписи документов. Выберите ключ подписи, а не входа (AUTH).',
    en: 'This key is not for signing documents. Choose the signing key, not the one for signing in (AUTH).',
  },
  'bad-stamp': {
    kk: 'Қолтаңбадағы уақыт белгісі (TSP) жарамсыз.',
    ru: 'Метка времени (TSP) в подписи недействительна.',
    en: 'The time stamp (TSP) in the signature is not valid.',
  },
  'verifier-silent': {
    kk: 'Қолтаңбаны тексеретін сервер жауап бермейді. Кейінірек қайталаңыз.',
    ru: 'Сервер проверки подписей не отвечает. Повторите позже.',
    en: 'The server that verifies signatures does not answer. Try again later.',
  },
  'verifier-refuses': {
    kk: 'Тексеру сервері қолтаңбаны жарамсыз деп таныды.',
    ru: 'Сервер проверки признал подпись недействительной.',
    en: 'The verification server found the signature not valid.',
  },
  'not-as-kept': {
    kk: 'Сақталған қолтаңба жазбасы өзгертілген. Әкімшіге хабарлаңыз.',
    ru: 'Запись о сохранённой подписи изменена. Сообщите администратору.',
    en: 'The record of the kept signature was altered. Tell the administrator.',
  },
} as const satisfies Record<string, Text>

export type FaultKind = keyof typeof sentences

export class SignatureFault extends Error {
  readonly kind: FaultKind
  readonly says: Text
  constructor(kind: FaultKind) {
    super(`${kind}: ${sentences[kind].en}`)
    this.kind = kind
    this.says = sentences[kind]
  }
}

/** A slip in what was sent, beside its field. Everything else may be an attempt, and goes into the journal as refused. */
const slips: readonly FaultKind[] = ['empty', 'not-cms', 'attached', 'not-one', 'no-certificate']
/** Who may sign is clause 15; that a signature is one in law is 5.16. */
const clauseOf = (kind: FaultKind): Clause => (['other-person', 'own-iin-unknown'].includes(kind) ? '15' : '5.16')

export const refusalOf = ({ kind, says }: SignatureFault): Refusal => {
  if (slips.includes(kind)) return invalidField('cms', says)
  return new Refusal(kind === 'verifier-silent' ? 'conflict' : 'forbidden', says, { clause: clauseOf(kind) })
}
