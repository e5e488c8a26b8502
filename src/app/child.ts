// A server of the house as a process of its own: told its settings over a pipe, restarted when it falls, ended with the house.
import { fork, type ChildProcess } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { HouseSettings } from '../kernel/house.ts'

/** First message to a server. Secrets travel in it, so that neither arguments nor the environment show them. */
export interface Orders {
  settings: HouseSettings
  listen: string
  port: number
  /** Folder of the built web, where the server shows one. */
  web: string | null
}

/** Later messages: how the journal's sealing is, for /healthz. */
export interface SealNews {
  seal: { ok: boolean; size: number; fault: string | null }
}

export interface ServerPlan {
  /** File of the server. */
  entry: string
  orders: Orders
  tell: (line: string) => void
  /** Called when it is started again, since it then has another number. */
  started: () => void
}

export interface Server {
  pid(): number
  healthy(): Promise<void>
  tell(news: SealNews): void
  stop(): Promise<void>
}

const asks = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request(url, { timeout: 3_000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })

const longest = 10_000

export const startServer = ({ entry, orders, tell, started }: ServerPlan): Server => {
  let child: ChildProcess | null = null
  let stopping = false
  let falls = 0
  let gone: Promise<void> = Promise.resolve()

  const reopen = (): void => {
    if (stopping) return
    open()
    started()
  }
  const open = (): void => {
    const began = Date.now()
    // A group of its own: the terminal's Ctrl-C goes to the house, which ends its servers in order.
    const next = fork(entry, {
      serialization: 'advanced',
      // Long exports make short-lived rows by the million, and memory should not grow with them: a small nursery, and an old
      // generation that may grow by a quarter of what lives in it before it is swept.
      execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=25'],
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = next
    next.send(orders)
    gone = new Promise((resolve) => {
      next.once('exit', (code, signal) => {
        resolve()
        if (stopping) return
        falls = Date.now() - began > 60_000 ? 1 : falls + 1
        tell(`a server ended (${signal ?? `code ${code}`}) and is started again`)
        setTimeout(reopen, Math.min(200 * 2 ** falls, longest))
      })
    })
  }
  open()

  return {
    pid: () => child?.pid ?? 0,
    healthy: async () => {
      const url = `http://${orders.listen === '0.0.0.0' ? '127.0.0.1' : orders.listen}:${orders.port}/healthz`
      for (let left = 600; !(await asks(url)); left -= 1) {
        if (left === 0 || falls > 3) throw new Error(`${url} does not answer; the lines above say why`)
        await pause(50)
      }
    },
    tell: (news) => void (child?.connected && child.send(news, () => {})),
    stop: async () => {
      stopping = true
      child?.kill('SIGTERM')
      const hard = setTimeout(() => child?.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(hard)
    },
  }
}

/** In the server's own process: its orders, and the end when the house is gone however it went. */
export const awaitOrders = (
  serve: (orders: Orders, seal: () => SealNews['seal']) => Promise<() => Promise<void>>,
): void => {
  let close: (() => Promise<void>) | null = null
  let seal: SealNews['seal'] = { ok: true, size: 0, fault: null }
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), 8_000).unref()
    void (close?.() ?? Promise.resolve()).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('message', (message: Orders | SealNews) => {
    if ('seal' in message) {
      seal = message.seal
      return
    }
    serve(message, () => seal).then(
      (done) => {
        close = done
        if (ending) void done().finally(() => process.exit(0))
      },
      (fault: Error) => {
        process.stderr.write(`${fault.stack ?? fault.message}\n`)
        process.exit(1)
      },
    )
  })
  process.on('disconnect', end)
  process.on('SIGTERM', end)
  process.on('SIGINT', () => {})
}
