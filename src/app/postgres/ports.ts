// Ports of this machine: whether one is free, one that is, and one that no other house is about to take.
import { createServer } from 'node:net'
import { Trouble } from '../trouble.ts'

const tryPort = (port: number, host: string): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })

const isFree = async (port: number, host: string): Promise<boolean> => (await tryPort(port, host)) !== null

/** The wished port of loopback where it is free, else one that the system gives. */
export const freePort = async (wished = 0): Promise<number> => {
  const port = (wished > 0 ? await tryPort(wished, '127.0.0.1') : null) ?? (await tryPort(0, '127.0.0.1'))
  if (port === null) throw new Trouble('This machine has no free port on 127.0.0.1.')
  return port
}

const claimed = new Set<number>()

/**
 * Marks a port as this process's until it ends, in the system's memory, so that two houses that start at once do not
 * both find the same port free. False where another house has it or something listens on it.
 */
export const claimPort = async (port: number, host: string): Promise<boolean> => {
  if (!(await isFree(port, host))) return false
  if (claimed.has(port)) return true
  const mine = await new Promise<boolean>((resolve) => {
    const mark = createServer()
    mark.once('error', () => resolve(false))
    mark.listen(`\0qorgan-port:${port}`, () => resolve(true))
    mark.unref()
  })
  if (mine) claimed.add(port)
  return mine
}
