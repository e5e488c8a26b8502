// Kinds, states and addressees of requests in words; which clause each kind rests on.
import type { Clause } from '../../kernel/clauses.ts'
import type { Text } from '../../kernel/text.ts'
import type { PrincipalPost, RequestKind, RequestState } from './contract.ts'

export const kindTitles: Readonly<Record<RequestKind, Text>> = {
  request: {
    kk: 'Құжаттар мен мәліметтер сұрату',
    ru: 'Запрос документов и сведений',
    en: 'Request for documents and information',
  },
  'agency-request': {
    kk: 'Мемлекеттік органға сұрау салу',
    ru: 'Запрос в государственный орган',
    en: 'Request to a state body',
  },
  demand: { kk: 'Заңды талап', ru: 'Законное требование', en: 'Lawful demand' },
  proposal: { kk: 'Басшылыққа ұсыныс', ru: 'Предложение руководству', en: 'Proposal to the principals' },
}

export const kindClauses: Readonly<Record<RequestKind, Clause>> = {
  request: '5.6',
  'agency-request': '5.7',
  demand: '12',
  proposal: '5.1',
}

export const stateTitles: Readonly<Record<RequestState, Text>> = {
  drafted: { kk: 'Жоба', ru: 'Проект', en: 'Draft' },
  offered: { kk: 'Қол қоюда', ru: 'На подписи', en: 'Awaiting signature' },
  signed: { kk: 'Қол қойылды', ru: 'Подписан', en: 'Signed' },
  sent: { kk: 'Жауап күтілуде', ru: 'Ожидается ответ', en: 'Awaiting an answer' },
  arrived: { kk: 'Жауап түсті', ru: 'Ответ поступил', en: 'An answer has come' },
  partly: { kk: 'Ішінара жауап берілді', ru: 'Ответ неполный', en: 'Answered in part' },
  answered: { kk: 'Толық жауап берілді', ru: 'Ответ полный', en: 'Answered' },
  reported: {
    kk: 'Орындалмады, баяндалды',
    ru: 'Не исполнен, доложено',
    en: 'Not complied with, reported',
  },
  closed: { kk: 'Аяқталды', ru: 'Завершён', en: 'Closed' },
  withdrawn: { kk: 'Жобадан бас тартылды', ru: 'Проект отозван', en: 'Withdrawn' },
}

export const principalTitles: Readonly<Record<PrincipalPost, Text>> = {
  chairman: { kk: 'Жоғарғы Сот Төрағасы', ru: 'Председатель Верховного Суда', en: 'Chairman of the Supreme Court' },
  'ca-head': {
    kk: 'Сот әкімшілігінің басшысы',
    ru: 'Руководитель Судебной администрации',
    en: 'Head of the Court Administration',
  },
}
