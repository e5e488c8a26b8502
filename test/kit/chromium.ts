// Chromium for tests: where it lies and how it is started.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

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

export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args })
