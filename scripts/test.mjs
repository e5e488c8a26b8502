// npm test: packages, Chromium, the web, then every test: npm test -- appeals runs the files with that word in their
// path, --short the few that prove a database, --stop ends the database kept for single files run by hand.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { alone, bringChromium, bringPackages, buildWeb, giveUp, pickNode, root, step } from './setup.mjs'

const words = process.argv.slice(2)
const wholeSuite =
  words.every((word) => word.startsWith('-')) && !words.includes('--short') && !words.includes('--stop')
const needsBrowser = wholeSuite || words.some((word) => /browser|journey/.test(word))

const runSuite = (node, chromium) => {
  const env = { ...process.env, ...(chromium ? { QORGAN_CHROMIUM: chromium } : {}) }
  const suite = spawn(node, [join(root, 'test/kit/suite.ts'), ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => suite.kill(signal))
  suite.on('exit', (code) => process.exit(code ?? 1))
}

try {
  const node = await alone(async () => {
    await step('packages', bringPackages)
    const found = pickNode()
    if (needsBrowser) await step('staff web', () => buildWeb(found))
    return found
  })
  const { path, why } = needsBrowser ? await step('Chromium', bringChromium) : { path: null, why: null }
  if (why) console.log(`\n  !!! ${why}: THE BROWSER TESTS ARE SKIPPED !!!\n`)
  runSuite(node, path)
} catch (fault) {
  giveUp(fault)
}
