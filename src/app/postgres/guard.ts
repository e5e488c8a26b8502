// Holds the database server and lets it down gently when the house that holds the other end of the pipe is gone, however it went.
import { spawn } from 'node:child_process'

interface Orders {
  command: string
  flags: string[]
  as: { uid?: number; gid?: number }
}

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders
// A group of its own: Ctrl-C in the terminal must reach the servers first and the database last.
const server = spawn(orders.command, orders.flags, { ...orders.as, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'inherit'] })

const letDown = () => {
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 15_000).unref()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.stdin.on('end', letDown)
process.stdin.on('error', letDown)
process.stdin.resume()
server.on('exit', (code) => process.exit(code ?? 1))
server.on('error', (fault) => {
  process.stderr.write(`${fault.message}\n`)
  process.exit(1)
})
