// Who asks, who answers, and what stops them. Nobody agrees with himself.
import { forbid, permit } from '../../kernel/rules.ts'
import type { Document } from '../documents/index.ts'

export const isAwaited = permit<Document>(
  '5.15',
  {
    kk: 'келісуі күтілетін қызметкер',
    ru: 'работник, чьё согласование ожидается',
    en: 'the employee whose answer is awaited',
  },
  (actor, it) => it.awaited.includes(actor.id),
)

export const ownDocument = forbid<Document>(
  '5.15',
  {
    kk: 'Өзіңіз дайындаған құжатты өзіңіз келісе алмайсыз. Келісуді тоқтатып, басқа қызметкерге жіберіңіз.',
    ru: 'Нельзя согласовать документ, который вы готовите сами. Прекратите согласование и направьте его другому работнику.',
    en: 'You cannot agree to a document that you draft yourself. End the agreement and ask another employee.',
  },
  (actor, it) => it.drafter === actor.id,
)

export const isUnderWay = forbid<Document>(
  '5.15',
  {
    kk: 'Келісу жүріп жатыр. Басқа қызметкерлерге жіберу үшін алдымен оны тоқтатыңыз.',
    ru: 'Согласование уже идёт. Чтобы направить другим, сначала прекратите его.',
    en: 'The agreement is under way. End it first in order to ask others.',
  },
  (_, it) => it.agreement === 'asked' || it.awaited.length > 0,
  'agreement.end',
)

export const endsOwn = permit<Document>(
  '5.15',
  {
    kk: 'құжатты келісуге жіберген орындаушы',
    ru: 'исполнитель, направивший документ на согласование',
    en: 'the drafter who asked for agreement',
  },
  (actor, it) => it.drafter === actor.id && it.agreement !== 'none',
)

export const house = permit<void>(
  '5.15',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
