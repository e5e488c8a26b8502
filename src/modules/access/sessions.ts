// A session from its opening to its end, and the actor behind the token of a request.
import { randomBytes } from 'node:crypto'
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { presenceOf } from '../org/index.ts'
import * as store from './store.ts'
import { markSeen } from './seen-store.ts'

/** What the browser keeps: 256 random bits, and until when (ISO instant). */
export interface OpenedSession {
  token: string
  expiresAt: string
}

const newToken = (): string => randomBytes(32).toString('base64url')
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** A sign-in that waits for its next step has ten minutes. */
const stepMinutes = 10

const placed = async (
  tx: Tx,
  employeeId: string | null,
  stage: store.Stage,
  challenge: string | null,
): Promise<OpenedSession> => {
  const token = newToken()
  const minutes = stage === 'open' ? tx.parameter('session.length').value : stepMinutes
  const expiresAt = later(tx.at, minutes)
  await store.addSession(tx, { employeeId, token, stage, challenge, at: tx.at, expiresAt })
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Opens the one session of a person; an older one ends. The account must be locked by the caller. */
export const openSession = async (tx: Tx, employeeId: string): Promise<OpenedSession> => {
  await store.endSessionsOf(tx, employeeId, 'replaced', tx.at)
  return placed(tx, employeeId, 'open', null)
}

/** Holds the place of a sign-in between two steps. */
export const stageSession = (
  tx: Tx,
  employeeId: string | null,
  stage: Exclude<store.Stage, 'open'>,
  challenge: string | null = null,
): Promise<OpenedSession> => placed(tx, employeeId, stage, challenge)

const nobody = (sessionId: string): Actor => ({
  id: '',
  kind: 'public',
  name: { kk: 'Кірмеген пайдаланушы', ru: 'Пользователь без входа', en: 'Not signed in' },
  language: 'kk',
  unit: null,
  powers: new Set(),
  posts: [],
  reach: [],
  session: { id: sessionId, steppedUpAt: null },
})

const idleSince = async (house: House): Promise<Date> => {
  const now = house.clock.now()
  const law = await house.parameters.current()
  return later(now, -law.on('session.idle', dayOf(now)).value)
}

/**
 * The actor of a request. Two short queries and nothing kept in memory, so that a revoked session, an ended acting appointment or
 * a job description that ran out is felt by the very next request. Null: sign in first.
 * Between the steps of a sign-in the actor is of kind 'public' and carries only the id of the waiting session.
 * `quiet` does not count as activity of the person.
 */
export const sessionActor = async (house: House, token: string, { quiet = false } = {}): Promise<Actor | null> => {
  const now = house.clock.now()
  const session = await store.sessionByToken({ db: house.database }, token)
  if (!session || session.endedAt || session.expiresAt <= now) return null
  if (session.stage !== 'open' || !session.employeeId) return nobody(session.id)
  if (session.seenAt < (await idleSince(house))) return null
  const here = { id: session.id, steppedUpAt: session.steppedUpAt }
  const found = await presenceOf(house.database, session.employeeId, { today: dayOf(now), session: here })
  if (!found) return null
  if (!quiet && now.getTime() - session.seenAt.getTime() >= 60_000) await markSeen(house, found.actor, session.id, now)
  return found.actor
}

const endings: Readonly<Record<store.EndedWhy | 'idle' | 'expired', Text>> = {
  replaced: {
    kk: 'Бұл есептік жазбамен басқа жерден кірді, сондықтан осы сеанс аяқталды. Егер бұл сіз болмасаңыз, құпиясөзіңізді ауыстырыңыз.',
    ru: 'В эту учётную запись вошли в другом месте, поэтому этот сеанс завершён. Если это были не вы, смените пароль.',
    en: 'This account was signed in to elsewhere, so this session has ended. If that was not you, change your password.',
  },
  revoked: {
    kk: 'Сеансты әкімші аяқтады. Қайта кіріңіз.',
    ru: 'Сеанс завершён администратором. Войдите снова.',
    en: 'The session was ended by an administrator. Sign in again.',
  },
  password: {
    kk: 'Құпиясөз ауыстырылды. Жаңа құпиясөзбен кіріңіз.',
    ru: 'Пароль сменён. Войдите с новым паролем.',
    en: 'The password was changed. Sign in with the new one.',
  },
  'signed-out': {
    kk: 'Сіз жүйеден шықтыңыз. Қайта кіріңіз.',
    ru: 'Вы вышли из системы. Войдите снова.',
    en: 'You have signed out. Sign in again.',
  },
  passed: { kk: 'Қайта кіріңіз.', ru: 'Войдите снова.', en: 'Sign in again.' },
  idle: {
    kk: 'Ұзақ уақыт әрекет болмағандықтан сеанс аяқталды. Қайта кіріңіз.',
    ru: 'Сеанс завершён из-за долгого бездействия. Войдите снова.',
    en: 'The session ended after a long time without activity. Sign in again.',
  },
  expired: {
    kk: 'Сеанстың уақыты бітті. Қайта кіріңіз.',
    ru: 'Время сеанса истекло. Войдите снова.',
    en: 'The session has run out. Sign in again.',
  },
}

/** Why the session of this token is no more, as a refusal for the person; null for a token that never was one. */
export const sessionEnded = async (house: House, token: string): Promise<Refusal | null> => {
  const session = await store.sessionByToken({ db: house.database }, token)
  if (!session || session.stage !== 'open') return null
  const ended = session.endedWhy ?? (session.expiresAt <= house.clock.now() ? 'expired' : 'idle')
  return new Refusal('sign-in', endings[ended])
}
