// The shapes of handing in an appeal and following it. What the public page asks is performed by an actor of kind 'public'; all but
// submitting need `actor.receipt`, the hash of the code in hand (receiptOf). Not reachable over the staff's HTTP.
import { z } from 'zod'
import { day, id, instant, language, line, maybeLine, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { anonymousOr, coApplicants, grounds, namedOne } from './applicant.ts'
import { agreements, appealKinds, publicStates } from './words.ts'

export {
  anonymousOr,
  applicantWarnings,
  coApplicants,
  grounds,
  groundTitles,
  maybeIin,
  ways,
  type Ground,
} from './applicant.ts'
export * from './words.ts'

/** A collective appeal: how many signed it, and those of them who are named, a line each: 'Аты-жөні, ЖСН'. */
const together = {
  collective: z.boolean().default(false),
  signatories: z.int().min(2).max(1_000_000).nullish(),
  coApplicants,
}

const shownFile = z.object({ id, name: z.string(), bytes: z.int() })

export const submitAppeal = shape(
  'appeals.submit',
  z.object({
    /** Random and secret, made once a form (crypto.randomUUID): the same key always gives the same slip and the same code. */
    submissionKey: z.uuid(),
    kind: z.enum(appealKinds),
    language,
    applicant: anonymousOr,
    ...together,
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
      z.object({
        id,
        at: instant,
        from: z.enum(['applicant', 'department']),
        text: z.string(),
        files: z.array(shownFile),
      }),
    ),
    reply: z.object({ file: id, name: z.string(), number: z.string(), on: day }).nullable(),
    mayWrite: z.boolean(),
    /** Whether the name may still be given. */
    mayDisclose: z.boolean(),
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

export const enterAppeal = shape(
  'appeals.enter',
  z.object({
    channel: z.enum(['paper', 'oral']),
    kind: z.enum(appealKinds),
    language,
    /** Who writes, field by field as on the paper; judged as `applicant` is. */
    as: z.enum(['person', 'entity', 'anonymous']),
    name: maybeLine(300),
    iin: maybeLine(40),
    bin: maybeLine(40),
    representative: maybeLine(300),
    ground: z.enum(grounds).nullish(),
    groundNumber: maybeLine(100),
    groundOn: day.nullish(),
    groundFile: id.nullish(),
    address: maybeLine(500),
    phone: maybeLine(40),
    email: maybeLine(200),
    ...together,
    /** By word of mouth: whether the applicant agreed to what was written down and read back, and his remarks. */
    agreement: z.enum(agreements).nullish(),
    remarks: maybeLine(5_000),
    subject: maybeLine(200),
    court: id.nullish(),
    courtName: maybeLine(300),
    person: maybeLine(200),
    personPost: maybeLine(200),
    eventOn: day.nullish(),
    text: prose(100_000),
    files: z.array(id).max(100).default([]),
    /** When it was handed over, if it is typed later: its day, and its hour as 'HH:MM'. Now unless told. */
    receivedOn: day.optional(),
    receivedTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    /** Unit that answers; by the court's region unless told. */
    unit: id.optional(),
    /** The form's own number: sent twice, it makes one appeal. */
    entryKey: z.uuid(),
  }),
  z.object({
    id,
    slipNumber: z.string(),
    receivedAt: instant,
    registeredOn: day,
    dueOn: day,
    receiver: text,
    /** For the printed slip; it is shown here once and stored nowhere. */
    code: z.string(),
    /** Doubts about the numbers that stopped nobody. */
    warnings: z.array(text),
  }),
  { kk: 'Өтінішті енгізу', ru: 'Внести обращение', en: 'Enter an appeal' },
)

/** The slip as a PDF, while its code is still on the registrar's screen. */
export const printSlip = shape(
  'appeals.slip',
  z.object({ code: line(100), language }),
  z.object({ name: z.string(), pdf: z.base64() }),
  { kk: 'Талонды басып шығару', ru: 'Напечатать талон', en: 'Print the slip' },
)

/** The protocol of an appeal by word of mouth as a PDF, to be signed by whoever spoke and whoever wrote. */
export const printProtocol = shape(
  'appeals.protocol',
  z.object({ code: line(100) }),
  z.object({ name: z.string(), pdf: z.base64() }),
  { kk: 'Хаттаманы басып шығару', ru: 'Напечатать протокол', en: 'Print the protocol' },
)

/** Whoever wrote without a name may give it later, under the code. */
export const discloseApplicant = shape('appeals.disclose', z.object({ applicant: namedOne }), z.object({}), {
  kk: 'Атын кейін көрсету',
  ru: 'Назвать себя позже',
  en: 'Give the name later',
})

/** A body, a court or a unit of the directories in force today. */
export const party = z.string().regex(/^(body|court|unit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
/** Stands for a body that the directories do not know and that is named apart. */
export const otherBody = 'other'

/** What an appeal goes away for: the matter is another's, or it shows signs of a crime or a threat. */
const purposes = ['forward', 'crime'] as const
export type Purpose = (typeof purposes)[number]

export const listDestinations = shape(
  'appeals.destinations',
  z.object({ purpose: z.enum(purposes) }),
  z.object({ rows: z.array(z.object({ value: z.string(), name: text, group: text.nullable() })) }),
  { kk: 'Қай органға жіберуге болады', ru: 'Куда можно направить', en: 'Where it may go' },
)

/** Courts for the entry form, each with the unit that answers for it. */
export const listPlaces = shape(
  'appeals.places',
  z.object({}),
  z.object({ courts: z.array(z.object({ id, name: text, unit: id.nullable() })) }),
  { kk: 'Соттар тізімі', ru: 'Список судов', en: 'List of courts' },
)
