// The operations of sign-in that the shell itself calls.
import { z } from 'zod'
import { language, shape, text } from '../kernel/contract.ts'

const title = text.parse.bind(text)
const next = z.object({ next: z.enum(['done', 'totp', 'passkey', 'change', 'enrol']) })

export const whoAmI = shape(
  'access.me',
  z.object({}),
  z.object({
    employee: z.object({ id: z.string(), name: text, post: text, unit: text }),
    powers: z.array(z.string()),
    language,
    mode: z.enum(['demonstration', 'production']),
    actingFor: text.nullable(),
    mustChange: z.boolean(),
    unread: z.int(),
  }),
  title({ kk: 'Мен', ru: 'Я', en: 'Me' }),
)
export const signIn = shape(
  'access.signIn',
  z.object({ login: z.string(), password: z.string() }),
  next,
  title({ kk: 'Кіру', ru: 'Войти', en: 'Sign in' }),
)
export const confirmTotp = shape(
  'access.confirmTotp',
  z.object({ code: z.string() }),
  next,
  title({ kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' }),
)
export const changePassword = shape(
  'access.changePassword',
  z.object({ current: z.string(), password: z.string() }),
  next,
  title({ kk: 'Құпиясөзді ауыстыру', ru: 'Сменить пароль', en: 'Change password' }),
)
export const signOut = shape(
  'access.signOut',
  z.object({}),
  z.object({}),
  title({ kk: 'Шығу', ru: 'Выйти', en: 'Sign out' }),
)
export const stepUp = shape(
  'access.stepUp',
  z.object({ password: z.string().optional(), code: z.string().optional() }),
  z.object({}),
  title({ kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' }),
)
