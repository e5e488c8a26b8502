// Who reconciles: an employee of the centre with the power for it. Lines about oneself are shut by the database.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reconciliation, Row } from './store.ts'

const keeper: Text = {
  kk: 'салыстыруды жүргізуге өкілетті орталық қызметкері',
  ru: 'работник центра с полномочием вести сверку',
  en: 'an employee of the centre with the power to reconcile',
}
const may = (actor: Actor): boolean => actor.powers.has('reconciliation.keep')

export const lists = permit<void>('6.16', keeper, may)
export const keeps = permit<Reconciliation>('6.16', keeper, may)
export const decides = permit<Row>('6.16', keeper, may)
export const isHouse = permit<unknown>(
  '6.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

export const undecided = forbid<Reconciliation>(
  '6.16',
  {
    kk: 'Шешілмеген айырмалар бар. Акт әрқайсысы шешілгеннен кейін жасалады.',
    ru: 'Есть нерешённые расхождения. Акт составляется, когда решено каждое.',
    en: 'There are differences to decide. The act is drawn up when each is decided.',
  },
  (_, it) => it.state === 'deciding' && it.open > 0,
)

export const notDeciding = forbid<Row>(
  '6.16',
  {
    kk: 'Бұл салыстырудың айырмалары қазір шешілмейді: акт жасалған немесе тізім оқылып жатыр.',
    ru: 'Расхождения этой сверки сейчас не решаются: акт составлен или список читается.',
    en: 'The differences of this reconciliation are not being decided: its act is drawn up or its list is being read.',
  },
  (_, it) => it.whole.state !== 'deciding',
)
/** Which decision fits which difference. */
const onlyFor = (kinds: readonly Row['kind'][], why: Text) =>
  forbid<Row>('6.16', why, (_, it) => !kinds.includes(it.kind))
export const onlyDiffering = onlyFor(['differs'], {
  kk: 'Тізімдегісін қабылдау деректері әртүрлі жолға ғана қолданылады.',
  ru: 'Принять по списку можно только там, где данные различаются.',
  en: 'Theirs can be taken only where the data differ.',
})
export const onlyOurs = onlyFor(['differs', 'ours'], {
  kk: 'Бұл іс бізде жоқ, қалдыратын ештеңе жоқ.',
  ru: 'Этого дела у нас нет, оставлять нечего.',
  en: 'We have no such case; there is nothing to keep.',
})
export const onlyTheirs = onlyFor(['theirs'], {
  kk: 'Бұл іс тізілімде бар.',
  ru: 'Это дело в реестре уже есть.',
  en: 'This case is in the register already.',
})
