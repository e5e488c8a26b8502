// npm start: packages, the web, then the house itself. Every step says what it does and how long it took.
import { spawn } from 'node:child_process'
import { alone, bringPackages, buildWeb, giveUp, pickNode, root, step } from './setup.mjs'
import { join } from 'node:path'

const open = (node) => {
  const house = spawn(node, [join(root, 'src/app/main.ts')], {
    cwd: root,
    // Compiled code is kept, so that a warm start need not compile it again.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const stop = () => house.connected && house.send('stop')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // An npm that was killed cannot pass its signal on; its child then belongs to somebody else. The script is run with
  // exec, so that no shell stands between the two.
  if (process.env.npm_lifecycle_event === 'start') {
    const parent = process.ppid
    setInterval(() => process.ppid === parent || stop(), 1_000).unref()
  }
  house.on('exit', (code) => process.exit(code ?? 1))
}

try {
  console.log('Qorgan is starting')
  const node = await alone(async () => {
    await step('packages', bringPackages)
    const found = pickNode()
    await step('staff web', () => buildWeb(found))
    return found
  })
  open(node)
} catch (fault) {
  giveUp(fault)
}
