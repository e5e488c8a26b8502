// Shapes: employees, their appointments, acting and absences.
import { z } from 'zod'
import { day, id, language, line, maybeLine, paged, paging, shape, text } from '../../../kernel/contract.ts'
import type { Text } from '../../../kernel/text.ts'

export const absenceKinds = ['leave', 'sickness', 'trip', 'study', 'other'] as const
export type AbsenceKind = (typeof absenceKinds)[number]
export const absenceTitles: Readonly<Record<AbsenceKind, Text>> = {
  leave: { kk: 'Демалыс', ru: 'Отпуск', en: 'Leave' },
  sickness: { kk: 'Науқастық', ru: 'Болезнь', en: 'Sickness' },
  trip: { kk: 'Іссапар', ru: 'Командировка', en: 'Business trip' },
  study: { kk: 'Оқу', ru: 'Обучение', en: 'Training' },
  other: { kk: 'Өзге себеп', ru: 'Иная причина', en: 'Another reason' },
}

export const leavingCauses = ['wish', 'transfer', 'term', 'penalty', 'other'] as const
export type LeavingCause = (typeof leavingCauses)[number]
export const leavingTitles: Readonly<Record<LeavingCause, Text>> = {
  wish: { kk: 'Өз қалауымен', ru: 'По собственному желанию', en: 'Own wish' },
  transfer: { kk: 'Басқа қызметке ауысуы', ru: 'Перевод на другую службу', en: 'Transfer' },
  term: { kk: 'Мерзімінің аяқталуы', ru: 'Окончание срока', en: 'End of the term' },
  penalty: { kk: 'Жаза ретінде жұмыстан шығару', ru: 'Увольнение в порядке взыскания', en: 'Dismissal as a penalty' },
  other: { kk: 'Өзге негіз', ru: 'Иное основание', en: 'Another ground' },
}

const order = (a: string, b: string | null | undefined): boolean => !b || a <= b
const ordered = {
  error: 'order',
  path: ['untilOn'],
  params: {
    says: {
      kk: 'Соңғы күн бірінші күннен бұрын бола алмайды.',
      ru: 'Последний день не может быть раньше первого.',
      en: 'The last day cannot be before the first.',
    },
  },
}

const place = z.object({ postId: id, code: z.string(), title: text, unitId: id, unit: text })
const person = z.object({ id, name: text })

const employeeRow = person.extend({
  email: z.string().nullable(),
  /** Posts of today: held, held for another's days (acting), or one's own that another holds for these days (resting). */
  posts: z.array(place.extend({ acting: z.boolean(), resting: z.boolean() })),
  absentUntil: day.nullable(),
  leftOn: day.nullable(),
})
export type EmployeeRow = z.infer<typeof employeeRow>

export const listEmployees = shape(
  'org.employees',
  z.object({
    words: maybeLine(),
    unit: id.optional(),
    post: z.string().max(40).optional(),
    state: z.enum(['working', 'left', 'all']).default('working'),
    sort: z.enum(['name', '-name']).default('name'),
    ...paging,
  }),
  paged(employeeRow),
  { kk: 'Қызметкерлер', ru: 'Работники', en: 'Employees' },
)

export const openEmployee = shape(
  'org.employee',
  z.object({ id }),
  employeeRow.extend({
    version: z.int(),
    language,
    /** Only for those who keep the people's records. */
    iin: z.string().nullable(),
    joinedOn: day,
    leavingCause: z.enum(leavingCauses).nullable(),
    leavingReason: z.string().nullable(),
    powers: z.array(z.object({ power: z.string(), title: text })),
    appointments: z.array(
      place.extend({
        id,
        fromOn: day,
        untilOn: day.nullable(),
        basis: z.string(),
        endBasis: z.string().nullable(),
        open: z.boolean(),
      }),
    ),
    actings: z.array(
      place.extend({
        id,
        instead: person.nullable(),
        fromOn: day,
        untilOn: day,
        basis: z.string(),
        endBasis: z.string().nullable(),
        open: z.boolean(),
      }),
    ),
    absences: z.array(
      z.object({
        id,
        kind: z.enum(absenceKinds),
        title: text,
        fromOn: day,
        untilOn: day,
        basis: z.string().nullable(),
        open: z.boolean(),
      }),
    ),
  }),
  { kk: 'Қызметкер', ru: 'Работник', en: 'Employee' },
)

/** Every post in force today, for choices. */
export const listPosts = shape(
  'org.posts',
  z.object({}),
  z.object({ posts: z.array(place.extend({ staffed: z.boolean() })) }),
  {
    kk: 'Лауазымдар',
    ru: 'Должности',
    en: 'Posts',
  },
)

const employeeOption = person.extend({ post: text, unitId: id, unit: text, absentUntil: day.nullable() })

/** People who hold a post today, for choices such as "assign to"; with a power where it is asked for. */
export const employeeOptions = shape(
  'org.employeeOptions',
  z.object({ words: maybeLine(), unit: id.optional(), power: z.string().max(60).optional() }),
  z.object({ options: z.array(employeeOption) }),
  { kk: 'Таңдауға арналған қызметкерлер', ru: 'Работники для выбора', en: 'Employees to choose from' },
)

export const postalAddress = z.email().max(254)

const card = {
  /** In Kazakh; the Russian and the English spelling follow from it letter by letter where they are left out. */
  name: line(),
  nameRu: maybeLine(),
  nameEn: maybeLine(),
  /** 12 digits with a right check digit; spaces and hyphens are dropped. */
  iin: maybeLine(20),
  email: postalAddress.nullish().transform((it) => it ?? null),
  language: language.default('kk'),
}
const warned = z.object({ id, warnings: z.array(text) })

export const hireEmployee = shape('org.hire', z.object({ ...card, joinedOn: day }), warned, {
  kk: 'Қызметкерді енгізу',
  ru: 'Добавить работника',
  en: 'Add an employee',
})

export const editEmployee = shape('org.edit', z.object({ id, ...card, version: z.int().optional() }), warned, {
  kk: 'Мәліметін өзгерту',
  ru: 'Изменить сведения',
  en: 'Change the record',
})

const until = { kk: 'Тағайындау', ru: 'Назначить', en: 'Appoint' }

export const appointEmployee = shape(
  'org.appoint',
  z
    .object({ id, postId: id, fromOn: day, untilOn: day.nullish(), basis: line(300) })
    .refine(({ fromOn, untilOn }) => order(fromOn, untilOn), ordered),
  z.object({ appointmentId: id }),
  until,
)

export const endAppointment = shape(
  'org.endAppointment',
  z.object({ id, lastOn: day, basis: line(300) }),
  z.object({}),
  { kk: 'Лауазымнан босату', ru: 'Освободить от должности', en: 'Release from the post' },
)

export const appointActing = shape(
  'org.appointActing',
  /** `id` is the employee who will act. */
  z
    .object({ id, postId: id, fromOn: day, untilOn: day, basis: line(300) })
    .refine(({ fromOn, untilOn }) => order(fromOn, untilOn), ordered),
  z.object({ actingId: id }),
  { kk: 'Міндетін атқаруды жүктеу', ru: 'Возложить исполнение обязанностей', en: 'Appoint to act' },
)

export const endActing = shape('org.endActing', z.object({ id, lastOn: day, basis: line(300) }), z.object({}), {
  kk: 'Алмастыруды аяқтау',
  ru: 'Прекратить замещение',
  en: 'End the acting appointment',
})

export const recordAbsence = shape(
  'org.recordAbsence',
  z
    .object({ id, kind: z.enum(absenceKinds), fromOn: day, untilOn: day, basis: maybeLine(300) })
    .refine(({ fromOn, untilOn }) => order(fromOn, untilOn), ordered),
  z.object({ absenceId: id }),
  { kk: 'Жоқ болатын күндерін белгілеу', ru: 'Записать отсутствие', en: 'Record an absence' },
)

export const endAbsence = shape('org.endAbsence', z.object({ id, lastOn: day }), z.object({}), {
  kk: 'Жұмысқа шыққанын белгілеу',
  ru: 'Отметить выход на работу',
  en: 'Record the return to work',
})

export const leaveDepartment = shape(
  'org.leave',
  z.object({
    id,
    lastOn: day,
    cause: z.enum(leavingCauses),
    reason: line(300),
  }),
  z.object({}),
  { kk: 'Қызметтен кетуін ресімдеу', ru: 'Оформить уход со службы', en: 'Record the departure' },
)
