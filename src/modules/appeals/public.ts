// What the public page asks of appeals. The actor is of kind 'public'; all but submitting need `actor.receipt`, the hash of
// the code in hand (receiptOf). Not reachable over the staff's HTTP: the portal performs these values itself.
import { z } from 'zod'
import { day, id, instant, language, maybeLine, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { named } from './applicant.ts'
import { appealKinds, publicStates } from './words.ts'

const shownFile = z.object({ id, name: z.string(), bytes: z.int() })

export const submitAppeal = shape(
  'appeals.submit',
  z.object({
    /** Random and secret, made once a form (crypto.randomUUID): the same key always gives the same slip and the same code. */
    submissionKey: z.uuid(),
    kind: z.enum(appealKinds),
    language,
    ...named,
    /** Court of the registry, or its name in the applicant's words where it is not there. */
    court: id.nullish(),
    courtName: maybeLine(300),
    /** Whom it is about: name or description, and post. */
    person: maybeLine(200),
    personPost: maybeLine(200),
    eventOn: day.nullish(),
    /** Bounded by the parameter appeal.text.max. */
    text: prose(100_000),
    /** Files received before by the kernel's receiveFile(). */
    files: z.array(id).max(100).default([]),
  }),
  z.object({
    id,
    slipNumber: z.string(),
    receivedAt: instant,
    /** The day that counts as the day of registration: the next working day for what came on a day off. */
    registeredOn: day,
    dueOn: day,
    receiver: text,
    /** Shown to the applicant once; only its keyed hash is stored. */
    code: z.string(),
  }),
  { kk: 'Өтініш беру', ru: 'Подать обращение', en: 'Hand in an appeal' },
)

export const appealStatus = shape(
  'appeals.status',
  z.object({}),
  z.object({
    id,
    slipNumber: z.string(),
    /** Registration number, null until registered. */
    number: z.string().nullable(),
    kind: z.enum(appealKinds),
    language,
    anonymous: z.boolean(),
    receivedAt: instant,
    registeredOn: day,
    dueOn: day,
    /** The day of the reply or of the end, null while it is considered. */
    doneOn: day.nullable(),
    state: z.enum(publicStates),
    title: text,
    says: text,
    /** Why it was closed or where it was sent, in the Department's words. */
    ending: z.string().nullable(),
    /** The applicant's own attachments. */
    files: z.array(shownFile),
    messages: z.array(
      z.object({ id, at: instant, from: z.enum(['applicant', 'department']), text: z.string(), files: z.array(shownFile) }),
    ),
    reply: z.object({ file: id, name: z.string(), number: z.string(), on: day }).nullable(),
    mayWrite: z.boolean(),
  }),
  { kk: 'Өтініштің барысын көру', ru: 'Узнать ход рассмотрения', en: 'See how the appeal goes' },
)

export const writeToAppeal = shape(
  'appeals.write',
  z.object({
    /** Bounded by the parameter appeal.message.max. */
    text: prose(100_000),
    files: z.array(id).max(100).default([]),
    /** Random, made once a form: a repeated sending adds nothing. */
    messageKey: z.uuid().optional(),
  }),
  z.object({ message: id }),
  { kk: 'Қосымша мәлімет жазу', ru: 'Дополнить обращение', en: 'Add to the appeal' },
)

export const takeReply = shape('appeals.replyFile', z.object({ file: id }), file, {
  kk: 'Жауапты алу',
  ru: 'Получить ответ',
  en: 'Take the reply',
})
