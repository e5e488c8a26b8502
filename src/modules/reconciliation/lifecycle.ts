// The life of a quarter's reconciliation and of each of its lines (6.16).
import { lifecycle } from '../../kernel/lifecycle.ts'
import type { Text } from '../../kernel/text.ts'

const by: Text = {
  kk: 'салыстыруды жүргізетін қызметкер',
  ru: 'работник, ведущий сверку',
  en: 'an employee who keeps the reconciliation',
}
const house: Text = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }
const signer: Text = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}

export const states = ['awaited', 'reading', 'deciding', 'drawn', 'signed'] as const
export type ReconciliationState = (typeof states)[number]
export const stateTitles: Readonly<Record<ReconciliationState, Text>> = {
  awaited: { kk: 'Тізім күтілуде', ru: 'Ожидается список', en: 'The list is awaited' },
  reading: { kk: 'Салыстырылып жатыр', ru: 'Сопоставляется', en: 'Being compared' },
  deciding: { kk: 'Айырмалар шешілуде', ru: 'Решаются расхождения', en: 'Differences are decided' },
  drawn: { kk: 'Акт қол қоюда', ru: 'Акт на подписи', en: 'The act awaits its signature' },
  signed: { kk: 'Акт қол қойылды', ru: 'Акт подписан', en: 'The act is signed' },
}

export const reconciliationLife = lifecycle({
  name: 'reconciliation',
  title: { kk: 'Салыстыру', ru: 'Сверка', en: 'Reconciliation' },
  start: 'awaited',
  final: ['signed'],
  states: stateTitles,
  steps: {
    bring: {
      from: ['awaited', 'deciding'],
      to: 'reading',
      by,
      clause: '6.16',
      within: 'criminal-cases.reconciliation',
    },
    fail: { from: 'reading', to: 'awaited', by: house, clause: '6.16' },
    compare: { from: 'reading', to: 'deciding', by: house, clause: '6.16' },
    draw: { from: 'deciding', to: 'drawn', by, clause: '6.17' },
    sign: { from: 'drawn', to: 'signed', by: signer, clause: '15' },
  },
})

export const rowStates = ['open', 'agreed', 'taken', 'kept', 'entered', 'aside'] as const
export type RowState = (typeof rowStates)[number]
export const rowStateTitles: Readonly<Record<RowState, Text>> = {
  open: { kk: 'Шешілмеген', ru: 'Не решено', en: 'To decide' },
  agreed: { kk: 'Сәйкес', ru: 'Совпадает', en: 'Agrees' },
  taken: { kk: 'Тізімдегісі қабылданды', ru: 'Принято по списку', en: 'Theirs taken' },
  kept: { kk: 'Біздікі қалдырылды', ru: 'Оставлено наше', en: 'Ours kept' },
  entered: { kk: 'Жаңа іс енгізілді', ru: 'Внесено новое дело', en: 'Entered as a new case' },
  aside: { kk: 'Бізге қатысты емес', ru: 'Не наше', en: 'Not ours' },
}

export const rowLife = lifecycle({
  name: 'reconciliationRow',
  title: { kk: 'Салыстыру жолы', ru: 'Строка сверки', en: 'Line of a reconciliation' },
  start: 'open',
  final: ['agreed', 'taken', 'kept', 'entered', 'aside'],
  states: rowStateTitles,
  steps: {
    agree: { from: 'open', to: 'agreed', by, clause: '6.16' },
    take: { from: 'open', to: 'taken', by, clause: '6.16' },
    keep: { from: 'open', to: 'kept', by, clause: '6.16' },
    enter: { from: 'open', to: 'entered', by, clause: '6.16' },
    setAside: { from: 'open', to: 'aside', by, clause: '6.16' },
  },
})

export const rowKinds = ['differs', 'theirs', 'ours', 'same'] as const
export type RowKind = (typeof rowKinds)[number]
export const rowKindTitles: Readonly<Record<RowKind, Text>> = {
  differs: { kk: 'Деректері әртүрлі', ru: 'Данные различаются', en: 'The data differ' },
  theirs: { kk: 'Тек тізімде бар', ru: 'Только в списке', en: 'Only in the list' },
  ours: { kk: 'Тек бізде бар', ru: 'Только у нас', en: 'Only with us' },
  same: { kk: 'Сәйкес', ru: 'Совпадают', en: 'The same' },
}
