// Shapes of what is alike: proposals with their score and why, the chain of repeats, the duplicate and its first.
import { z } from 'zod'
import { day, id, prose, shape, text } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'

const whys = ['author', 'text', 'number', 'named', 'court', 'question'] as const
export type Why = (typeof whys)[number]
export const whyTitles: Readonly<Record<Why, Text>> = {
  author: { kk: 'Бір адамнан', ru: 'От того же лица', en: 'From the same person' },
  text: { kk: 'Мәтіні ұқсас', ru: 'Похожий текст', en: 'Alike in words' },
  number: { kk: 'Сол нөмір аталған', ru: 'Назван тот же номер', en: 'Names the same number' },
  named: { kk: 'Сол тұлға аталған', ru: 'Названо то же лицо', en: 'Names the same person' },
  court: { kk: 'Сот бір', ru: 'Тот же суд', en: 'The same court' },
  question: { kk: 'Мәселе бір', ru: 'Тот же вопрос', en: 'The same question' },
}

const linked = z.object({ id, number: z.string(), subject: z.string().nullable(), state: text, receivedOn: day })

export const findAlike = shape(
  'likeness.find',
  z.object({ id }),
  z.object({
    /** The best first. Nothing of the applicant stands here. */
    proposals: z.array(
      linked.extend({
        /** 0 to 100. */
        score: z.int(),
        /** Share of the text in common, per cent. */
        share: z.int(),
        why: z.array(z.enum(whys)),
        mayRepeat: z.boolean(),
        mayJoin: z.boolean(),
      }),
    ),
    /** Appeals of the same person on the same question, in their order; empty where there is one alone. */
    chain: z.array(linked.extend({ place: z.int(), self: z.boolean() })),
    /** Which time it is, where it counts as repeated. */
    place: z.int().nullable(),
    /** The first, with which this one is answered. */
    first: linked.nullable(),
    /** Those that are answered with this one. */
    joined: z.array(linked),
    mayLink: z.boolean(),
  }),
  { kk: 'Ұқсас өтініштер', ru: 'Похожие обращения', en: 'Appeals that are alike' },
)

const none = z.object({})
const pair = { id, other: id }

export const linkRepeat = shape('likeness.repeat', z.object(pair), z.object({ place: z.int() }), {
  kk: 'Қайталама деп байланыстыру',
  ru: 'Связать как повторное',
  en: 'Link as a repeat',
})
export const joinDuplicate = shape('likeness.join', z.object(pair), none, {
  kk: 'Қосарланған деп қосу',
  ru: 'Присоединить как дубликат',
  en: 'Join as a duplicate',
})
export const dismissAlike = shape('likeness.dismiss', z.object({ ...pair, reason: prose(1_000) }), none, {
  kk: 'Ұқсас емес деп белгілеу',
  ru: 'Отметить как непохожее',
  en: 'Mark as unlike',
})
export const unlinkRepeat = shape('likeness.unrepeat', z.object({ id, reason: prose(1_000) }), none, {
  kk: 'Қайталама белгісін алу',
  ru: 'Снять признак повторного',
  en: 'Undo the repeat',
})
export const separate = shape('likeness.separate', z.object({ id, reason: prose(1_000) }), none, {
  kk: 'Бөлек қарау',
  ru: 'Рассматривать отдельно',
  en: 'Consider it apart',
})

// What the house itself performs when news comes.
export const makePrint = shape('likeness.print', z.object({ id }), none, {
  kk: 'Мәтіннің ізін алу',
  ru: 'Снять отпечаток текста',
  en: 'Take the print of the text',
})
export const makePrints = shape('likeness.printAll', none, z.object({ made: z.int() }), {
  kk: 'Ізі алынбаған мәтіндер',
  ru: 'Тексты без отпечатка',
  en: 'Texts without a print',
})
export const followFirst = shape('likeness.follow', z.object({ id }), none, {
  kk: 'Қосарланғандарға бірге жауап беру',
  ru: 'Ответить вместе с присоединёнными',
  en: 'Answer the joined ones too',
})
export const splitAssigned = shape('likeness.split', z.object({ id }), none, {
  kk: 'Тапсырылғанды бөлек қарау',
  ru: 'Порученное рассматривать отдельно',
  en: 'What is assigned is considered apart',
})
export const tidy = shape('likeness.tidy', none, z.object({ released: z.int() }), {
  kk: 'Жауапсыз қалған қосарланғандарды қайтару',
  ru: 'Вернуть присоединённые без ответа',
  en: 'Release the joined ones that were left without an answer',
})
