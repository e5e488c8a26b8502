// An employee at the staff server's interface, over real HTTP and with a session of the real sign-in.
import { demoPassword, type CastName } from '../src/app/cast.ts'

export interface Answered {
  /** Milliseconds until the last byte has been read. */
  ms: number
  bytes: number
  result: unknown
}

export interface Employee {
  login: CastName
  ask(operation: string, input: object): Promise<Answered>
  /** The same, read as it comes and thrown away. */
  drain(operation: string, input: object): Promise<{ ms: number; bytes: number }>
  /** Sends a file; gives its id. */
  bring(name: string, words: string): Promise<string>
}

const post = (staff: string, operation: string, input: object, cookie = ''): Promise<Response> =>
  fetch(`${staff}/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-qorgan': '1', 'x-language': 'kk', cookie },
    body: JSON.stringify(input),
  })

const wanted = async (reply: Response): Promise<Response> => {
  if (reply.ok) return reply
  throw new Error(`${reply.url} answered ${reply.status}: ${await reply.text()}`)
}

export const signIn = async (staff: string, login: CastName): Promise<Employee> => {
  const entered = await wanted(await post(staff, 'access.signIn', { login, password: demoPassword }))
  await entered.text()
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    login,
    ask: async (operation, input) => {
      const from = performance.now()
      const words = await (await wanted(await post(staff, operation, input, cookie))).text()
      const ms = performance.now() - from
      return { ms, bytes: Buffer.byteLength(words), result: (JSON.parse(words) as { result: unknown }).result }
    },
    drain: async (operation, input) => {
      const from = performance.now()
      const { body } = await wanted(await post(staff, operation, input, cookie))
      let bytes = 0
      for await (const piece of body ?? []) bytes += (piece as Uint8Array).length
      return { ms: performance.now() - from, bytes }
    },
    bring: async (name, words) => {
      const body = new FormData()
      body.append('file', new Blob([words]), name)
      const sent = await wanted(
        await fetch(`${staff}/api/files`, { method: 'POST', headers: { 'x-qorgan': '1', cookie }, body }),
      )
      return ((await sent.json()) as { id: string }).id
    },
  }
}

/** Repeats one request and gives the times, without the first few that warm things up. */
export const repeat = async (
  times: number,
  ask: (at: number) => Promise<Answered>,
): Promise<{ times: number[]; last: Answered }> => {
  let last = await ask(0)
  await ask(1)
  const taken: number[] = []
  for (let at = 0; at < times; at += 1) {
    last = await ask(at)
    taken.push(last.ms)
  }
  return { times: taken, last }
}
