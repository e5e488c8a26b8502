// Chromium for tests: where it lies, how it is started, and one of it for a whole suite.
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserServer } from 'playwright-core'

const places = [process.env.QORGAN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the browser, or null where this machine has none. */
export const chromiumPath = places.find((path) => path && existsSync(path)) ?? null

// Without the background flags Chromium calls home, and a closed network answers each call with an error. A spare renderer for
// each page that might come takes more of two processors than it gives.
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=SpareRendererForSitePerProcess',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Variable that tells each test file the browser of the suite. */
export const sharedBrowser = 'QORGAN_BROWSER'

/** A browser that test files connect to, each in contexts of its own. */
export const serveBrowser = (executablePath: string): Promise<BrowserServer> =>
  chromium.launchServer({ executablePath, args, host: '127.0.0.1' })

/** The suite's browser, or one of one's own for a file that is run by hand. */
export const openBrowser = (executablePath: string): Promise<Browser> => {
  const shared = process.env[sharedBrowser]
  return shared ? chromium.connect(shared) : chromium.launch({ executablePath, args })
}
