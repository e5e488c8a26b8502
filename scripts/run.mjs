// Runs one TypeScript file with its arguments: node scripts/run.mjs FILE [ARGUMENTS]; packages and runtime come by themselves.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { alone, bringPackages, giveUp, packagesMatch, pickNode } from './setup.mjs'

try {
  if (!packagesMatch()) await alone(bringPackages)
  const [file, ...rest] = process.argv.slice(2)
  const child = spawn(pickNode(), [resolve(file), ...rest], { stdio: 'inherit' })
  // The terminal sends Ctrl-C to both; whoever signals this process alone means the program it runs.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
} catch (fault) {
  giveUp(fault)
}
