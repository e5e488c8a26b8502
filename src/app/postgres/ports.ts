// Ports of this machine: whether one is free, and one that is.
import { createServer } from 'node:net'

const tryPort = (port: number, host: string): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })

export const isFree = async (port: number, host: string): Promise<boolean> => (await tryPort(port, host)) !== null

/** The wished port of loopback where it is free, else one that the system gives. */
export const freePort = async (wished = 0): Promise<number> => {
  const port = (wished > 0 ? await tryPort(wished, '127.0.0.1') : null) ?? (await tryPort(0, '127.0.0.1'))
  if (port === null) throw new Error('This machine has no free port on 127.0.0.1.')
  return port
}
