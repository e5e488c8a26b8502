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

/** Others are asked when nobody is awaited any more: until then the route is ended first. */
export const asks = permit<Document>(
  '5.15',
  {
    kk: 'келісу жүріп жатпаған кезде жобаны дайындаған орындаушы',
    ru: 'исполнитель, подготовивший проект, пока согласование не идёт',
    en: 'the drafter, while no agreement is under way',
  },
  (actor, it) => it.drafter === actor.id && it.agreement !== 'asked' && it.awaited.length === 0,
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
