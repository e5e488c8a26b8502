// Shapes of sign-in, sessions, second factors and accounts. A field `session` in a reply becomes the cookie and never reaches a script.
import { z } from 'zod'
import { id, instant, language, line, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import { postCodes } from '../structure/contract.ts'

const login = line(60)
/** Not trimmed: a space is a character of a password. */
const password = z.string().min(1).max(200)
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'code' })

/** The session to keep in the cookie; null takes the cookie away. The HTTP floor moves it there and strips it. */
const session = z.object({ token: z.string(), expiresAt: instant }).nullable()

/** What the person must do next: nothing, a code, a passkey, or a new password. */
const next = z.object({
  next: z.enum(['done', 'totp', 'passkey', 'change']),
  session: session.optional(),
})
export type SignInStep = z.output<typeof next>

/** Options of the browser's passkey dialog, as the WebAuthn standard writes them in JSON. */
const browserOptions = z.record(z.string(), z.unknown())
const browserResponse = z
  .object({ id: z.string().max(1400), rawId: z.string().max(1400), type: z.literal('public-key') })
  .and(z.record(z.string(), z.unknown()))

export const signIn = shape('access.signIn', z.object({ login, password }), next, {
  kk: 'Кіру',
  ru: 'Войти',
  en: 'Sign in',
})

export const confirmTotp = shape('access.confirmTotp', z.object({ code }), next, {
  kk: 'Кодты растау',
  ru: 'Подтвердить код',
  en: 'Confirm the code',
})

/** Before a sign-in, after the password where a passkey is the second factor, or for a step-up. */
export const passkeyOptions = shape(
  'access.passkeyOptions',
  z.object({}),
  z.object({ options: browserOptions, session: session.optional() }),
  { kk: 'Кіру кілтін сұрау', ru: 'Запросить ключ доступа', en: 'Ask for a passkey' },
)
export const passkeyVerify = shape('access.passkeyVerify', z.object({ response: browserResponse }), next, {
  kk: 'Кіру кілтімен кіру',
  ru: 'Войти по ключу доступа',
  en: 'Sign in with a passkey',
})

export const changePassword = shape('access.changePassword', z.object({ current: password, password }), next, {
  kk: 'Құпиясөзді ауыстыру',
  ru: 'Сменить пароль',
  en: 'Change the password',
})

export const signOut = shape('access.signOut', z.object({}), z.object({ session }), {
  kk: 'Шығу',
  ru: 'Выйти',
  en: 'Sign out',
})

/** One of the three: the password, a code, or the passkey's answer. */
export const stepUp = shape(
  'access.stepUp',
  z.object({ password: password.optional(), code: code.optional(), response: browserResponse.optional() }),
  z.object({ until: instant }),
  { kk: 'Жеке басын растау', ru: 'Подтвердить личность', en: 'Confirm identity' },
)

export const whoAmI = shape(
  'access.me',
  z.object({}),
  z.object({
    employee: z.object({ id, name: text, post: text, unit: text }),
    login: z.string(),
    powers: z.array(z.string()),
    language,
    mode: z.enum(['demonstration', 'production']),
    /** Whom the person stands in for today. */
    actingFor: text.nullable(),
    mustChange: z.boolean(),
    unread: z.int(),
  }),
  { kk: 'Мен', ru: 'Я', en: 'Me' },
)

export const setLanguage = shape('access.setLanguage', z.object({ language }), z.object({}), {
  kk: 'Тілді таңдау',
  ru: 'Выбрать язык',
  en: 'Choose the language',
})

export const mySecurity = shape(
  'access.security',
  z.object({}),
  z.object({
    login: z.string(),
    changedAt: instant,
    leastLength: z.int(),
    totpSince: instant.nullable(),
    passkeys: z.array(z.object({ id, name: z.string(), addedAt: instant, usedAt: instant.nullable() })),
  }),
  { kk: 'Менің қауіпсіздігім', ru: 'Моя безопасность', en: 'My security' },
)

export const enrolTotp = shape(
  'access.enrolTotp',
  z.object({}),
  /** `qr` is an image as a data: URL; `secret` is for typing by hand. */
  z.object({ secret: z.string(), uri: z.string(), qr: z.string() }),
  { kk: 'Код генераторын қосу', ru: 'Подключить генератор кодов', en: 'Set up a code generator' },
)
export const enrolTotpConfirm = shape('access.enrolTotpConfirm', z.object({ code }), z.object({}), {
  kk: 'Код генераторын растау',
  ru: 'Подтвердить генератор кодов',
  en: 'Confirm the code generator',
})
export const dropTotp = shape('access.dropTotp', z.object({}), z.object({}), {
  kk: 'Код генераторын өшіру',
  ru: 'Отключить генератор кодов',
  en: 'Remove the code generator',
})

export const addPasskeyOptions = shape(
  'access.addPasskeyOptions',
  z.object({}),
  z.object({ options: browserOptions }),
  {
    kk: 'Кіру кілтін дайындау',
    ru: 'Подготовить ключ доступа',
    en: 'Prepare a passkey',
  },
)
export const addPasskey = shape(
  'access.addPasskey',
  z.object({ name: line(60), response: browserResponse }),
  z.object({ id }),
  {
    kk: 'Кіру кілтін қосу',
    ru: 'Добавить ключ доступа',
    en: 'Add a passkey',
  },
)
export const dropPasskey = shape('access.dropPasskey', z.object({ id }), z.object({}), {
  kk: 'Кіру кілтін өшіру',
  ru: 'Удалить ключ доступа',
  en: 'Remove the passkey',
})

const sessionRow = z.object({
  id,
  employee: z.object({ id, name: text }),
  openedAt: instant,
  seenAt: instant,
  expiresAt: instant,
  current: z.boolean(),
})

/** Open sessions: one's own, or everybody's for the administrator. */
export const listSessions = shape(
  'access.sessions',
  z.object({ scope: z.enum(['own', 'all']).default('own'), ...paging }),
  paged(sessionRow),
  { kk: 'Сеанстар', ru: 'Сеансы', en: 'Sessions' },
)
export const revokeSession = shape(
  'access.revokeSession',
  z.object({ id }),
  z.object({ session: session.optional() }),
  {
    kk: 'Сеансты аяқтау',
    ru: 'Завершить сеанс',
    en: 'End the session',
  },
)

export const listAccounts = shape(
  'access.accounts',
  z.object({ words: maybeLine(), ...paging }),
  paged(
    z.object({
      employee: z.object({ id, name: text }),
      login: z.string().nullable(),
      mustChange: z.boolean(),
      totp: z.boolean(),
      passkeys: z.int(),
      signedIn: z.boolean(),
      seenAt: instant.nullable(),
    }),
  ),
  { kk: 'Есептік жазбалар', ru: 'Учётные записи', en: 'Accounts' },
)

const temporary = z.object({ login: z.string(), temporaryPassword: z.string() })

export const openAccount = shape(
  'access.openAccount',
  z.object({ id, login: line(60).regex(/^[A-Za-z0-9._-]{2,60}$/) }),
  temporary,
  { kk: 'Есептік жазба ашу', ru: 'Открыть учётную запись', en: 'Open an account' },
)
export const resetPassword = shape(
  'access.resetPassword',
  z.object({ id, dropSecondFactor: z.boolean().default(false) }),
  temporary,
  { kk: 'Уақытша құпиясөз беру', ru: 'Выдать временный пароль', en: 'Give a temporary password' },
)

export const setUp = shape(
  'access.setUp',
  z.object({
    token: z.string().min(1).max(200),
    name: line(),
    login: line(60).regex(/^[A-Za-z0-9._-]{2,60}$/),
    password,
  }),
  next,
  { kk: 'Бірінші әкімшіні енгізу', ru: 'Завести первого администратора', en: 'Set up the first administrator' },
)

/** Networks from which the holders of a post sign in; `here` is the asker's own address. */
export const listNetworks = shape(
  'access.networks',
  z.object({}),
  z.object({
    rows: z.array(
      z.object({
        id,
        postCode: z.string(),
        post: text,
        network: z.string(),
        note: z.string(),
        addedAt: instant,
      }),
    ),
    here: z.string().nullable(),
  }),
  { kk: 'Кіру желілері', ru: 'Сети входа', en: 'Networks of sign-in' },
)
export const addNetwork = shape(
  'access.addNetwork',
  z.object({ postCode: z.enum(postCodes), network: line(60), note: line(200) }),
  z.object({ network: id }),
  { kk: 'Кіру желісін қосу', ru: 'Добавить сеть входа', en: 'Add a network of sign-in' },
)
export const dropNetwork = shape('access.dropNetwork', z.object({ network: id }), z.object({}), {
  kk: 'Кіру желісін алып тастау',
  ru: 'Убрать сеть входа',
  en: 'Remove a network of sign-in',
})
