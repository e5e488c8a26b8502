// A citizen at the public page over real HTTP and without scripts: the forms in their order, the cookie, the stamp, the work.
import assert from 'node:assert/strict'
import { findEffort } from '../../src/portal/effort.ts'

export interface Page {
  status: number
  /** Where a redirect leads. */
  location: string | null
  body: string
}

export interface Citizen {
  /** One request, as a browser makes it; a form where there are fields. Redirects are not followed. */
  ask(path: string, fields?: Record<string, string>): Promise<Page>
  /** Every question answered, the answers shown, the work against floods solved. */
  prepare(): Promise<void>
  /** The last form. It answers with a redirect to the slip. */
  send(fields?: Record<string, string>): Promise<Page>
  /** Number and code as the slip shows them. */
  slip(): Promise<{ number: string; code: string }>
  /** Milliseconds that all requests so far have taken; solving the work is not among them. */
  waited(): number
}

const answers: readonly [step: string, fields: Record<string, string>][] = [
  ['kind', { kind: 'report' }],
  ['who', { as: 'anonymous' }],
  ['where', { courtName: 'Аудандық сот', person: 'Кеңсе маманы' }],
  ['story', { text: 'Кеңсе қызметкері істі тіркегені үшін ақы сұрады. '.repeat(8) }],
]

const found = (pattern: RegExp, { body }: Page): string => pattern.exec(body)?.[1] ?? ''

export const citizenAt = (portal: string, language = 'kk'): Citizen => {
  let cookie = ''
  let stamp = ''
  let effort = ''
  let waited = 0

  const ask = async (path: string, fields?: Record<string, string>): Promise<Page> => {
    const from = performance.now()
    const reply = await fetch(`${portal}/${language}/${path}`, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(fields ? { method: 'POST', body: new URLSearchParams({ stamp, ...fields }) } : {}),
    })
    const body = await reply.text()
    waited += performance.now() - from
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const page = { status: reply.status, location: reply.headers.get('location'), body }
    stamp = found(/name="stamp" value="([^"]*)"/, page) || stamp
    return page
  }

  return {
    ask,
    waited: () => waited,
    prepare: async () => {
      await ask('begin', {})
      await ask('ask/kind')
      for (const [step, fields] of answers) {
        const { status, body } = await ask(`ask/${step}`, fields)
        assert.equal(status, 303, body)
      }
      const check = await ask('check')
      const key = found(/data-effort="([^"]+)"/, check)
      assert.ok(key, check.body)
      effort = findEffort(key, Number(found(/data-bits="(\d+)"/, check)))
    },
    send: (fields = {}) => ask('send', { effort, ...fields }),
    slip: async () => {
      const page = await ask('slip')
      assert.equal(page.status, 200, page.body)
      return { number: found(/<b>([^<]+)<\/b>/, page), code: found(/<code>([^<]+)<\/code>/, page) }
    },
  }
}

/** The work done by so many at once, each taking the next piece as soon as its own is done. In the order of the pieces. */
export const together = async <T, R>(
  clients: number,
  pieces: readonly T[],
  work: (piece: T, at: number) => Promise<R>,
) => {
  const done: R[] = []
  let next = 0
  const client = async (): Promise<void> => {
    for (let at = next++; at < pieces.length; at = next++) done[at] = await work(pieces[at] as T, at)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return done
}
