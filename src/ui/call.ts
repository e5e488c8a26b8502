// One door to the server: POST /api/<operation>, typed by the contract's shape. A refusal is thrown as CallRefused.
import type { z } from 'zod'
import type { May, Shape } from '../kernel/contract.ts'
import { newEntryKey } from './entry-key.ts'

export type { May, Shape }
export type Input<S extends Shape> = z.input<S['input']>
export type Output<S extends Shape> = z.output<S['output']>

export interface Reply<R> {
  result: R
  may: May[]
}

/** A refusal as it crosses the wire: its words are already in the reader's language. */
export interface Refused {
  reason: string
  clause: string | null
  says: string
  fields: { path: string; says: string }[]
  retryAfterSeconds?: number
}

export class CallRefused extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.says)
    this.refused = refused
  }
}

/** The server could not be reached, or broke: there is no sentence of the server's to show. */
export class CallLost extends Error {}

interface Gate {
  /** Asks the person to sign in again on the spot; true when the call may be repeated. */
  signIn: () => Promise<boolean>
  /** Asks the person to confirm that it is them; true when the call may be repeated. */
  stepUp: () => Promise<boolean>
}

let gate: Gate = { signIn: async () => false, stepUp: async () => false }
export const setGate = (next: Gate): void => void (gate = next)

let spoken = 'kk'
/** The language in which refusals are to be said. */
export const setSpoken = (language: string): void => void (spoken = language)

/** Names this window of the browser, for as long as it is open: news of its own acts need not be told to it. */
export const thisTab = newEntryKey().replaceAll('-', '')

export const headers = (): Record<string, string> => ({ 'x-qorgan': '1', 'x-language': spoken })

const isRefused = (it: unknown): it is Refused =>
  typeof it === 'object' && it !== null && 'reason' in it && 'says' in it && typeof it.says === 'string'

/** Reads a refusal out of a failed response. */
const refusalOf = async (response: Response): Promise<CallRefused | CallLost> => {
  const body: unknown = await response.json().catch(() => null)
  if (!isRefused(body)) return new CallLost(`HTTP ${response.status}`)
  return new CallRefused({ ...body, fields: body.fields ?? [], clause: body.clause ?? null })
}

const mended = async (failure: CallRefused | CallLost): Promise<boolean> => {
  if (failure instanceof CallLost) return false
  if (failure.refused.reason === 'sign-in') return gate.signIn()
  return failure.refused.reason === 'step-up' && gate.stepUp()
}

/** Sends until it is answered; a person asked to sign in or to confirm gets their call repeated, three times at most. */
export const send = async (path: string, init: () => RequestInit, guarded = true): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(path, init()).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new CallLost('no connection')
    })
    if (response.ok) return response
    const failure = await refusalOf(response)
    if (!guarded || attempt === 3 || !(await mended(failure))) throw failure
  }
}

const post =
  (input: unknown, signal?: AbortSignal, more: Record<string, string> = {}) =>
  (): RequestInit => ({
    method: 'POST',
    headers: { ...headers(), ...more, 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  })

/** Calls an operation. `guarded: false` hands sign-in refusals to the caller instead of the dialogs.
 * `refreshes: true`: the caller asks again for whatever the screen shows, so this window needs no news of the change. */
export const call = async <S extends Shape>(
  shape: S,
  input: Input<S>,
  more: { signal?: AbortSignal; guarded?: boolean; refreshes?: boolean } = {},
): Promise<Reply<Output<S>>> => {
  const named: Record<string, string> = more.refreshes ? { 'x-tab': thisTab } : {}
  const response = await send(`/api/${shape.name}`, post(input, more.signal, named), more.guarded ?? true)
  return response.json()
}

export interface StoredFile {
  id: string
  name: string
  bytes: number
  sha256: string
  type: string
}

/** Sends one file; the reply's id goes into the operation that keeps it. */
export const upload = async (file: File): Promise<StoredFile> => {
  const form = (): FormData => {
    const body = new FormData()
    body.append('file', file, file.name)
    return body
  }
  const response = await send('/api/files', () => ({ method: 'POST', headers: headers(), body: form() }))
  return response.json()
}

/** Asks an operation whose output is a file, and hands it to the browser as a download of this name. */
export const downloadFile = async (shape: Shape, input: object, name: string): Promise<void> => {
  const response = await send(`/api/${shape.name}`, post(input))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Asks an operation whose output is a sheet, and hands the workbook to the browser as a download. */
export const downloadSheet = (shape: Shape, input: object, name: string): Promise<void> =>
  downloadFile(shape, input, `${name}.xlsx`)
