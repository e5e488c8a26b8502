// The browser under every visit: one Chromium for a test file, or for all of them where the suite has opened one, and windows
// that are emptied and lent again. A new window costs six times what a page costs, most of it to compile the same web anew.
import { existsSync } from 'node:fs'
import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const places = [
  process.env['QORGAN_CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Path of the browser, or null where this machine has none. */
export const chromiumPath = places.find((path) => path && existsSync(path)) ?? null

// Without the background flags Chromium calls home, and a closed network answers each call with an error.
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

let opened: Promise<Browser> | null = null
const browser = (path: string): Promise<Browser> => (opened ??= chromium.launch({ executablePath: path, args: flags }))
after(async () => (await opened)?.close())

export interface WindowWish {
  headers: Record<string, string>
  scripts: boolean
  viewport: { width: number; height: number }
}

export interface LentWindow {
  page: Page
  context: BrowserContext
  /** `clean`: nothing but pages was asked of it, so that the next visit may have it, emptied. */
  giveBack(clean: boolean): Promise<void>
}

const free: Record<string, Pick<LentWindow, 'page' | 'context'>[]> = {}

/** Leaves nothing of a visit but what the browser has compiled: no cookie, no kept word, no key, no listener. */
const empty = async (page: Page, context: BrowserContext): Promise<void> => {
  const { origin } = new URL(page.url())
  page.removeAllListeners()
  await page.unrouteAll()
  await page.goto('about:blank')
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.mouse.move(0, 0)
  await page.emulateMedia({ media: null })
  await context.clearCookies()
  if (!origin.startsWith('http')) return
  const devtools = await context.newCDPSession(page)
  const storageTypes = 'local_storage,indexeddb,cache_storage,service_workers'
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes })
  await devtools.detach()
}

let visits = 0

/** A window of somebody's own: no cookie and no word of another visit is in it. */
export const openWindow = async (path: string, { headers, scripts, viewport }: WindowWish): Promise<LentWindow> => {
  const shelf = (free[String(scripts)] ??= [])
  let it = shelf.pop()
  if (it) {
    await it.context.setExtraHTTPHeaders(headers)
    await it.page.setViewportSize(viewport)
  } else {
    const context = await (
      await browser(path)
    ).newContext({
      viewport,
      javaScriptEnabled: scripts,
      extraHTTPHeaders: headers,
      // A colour measured in the middle of a fade is no finding.
      reducedMotion: 'reduce',
    })
    it = { context, page: await context.newPage() }
  }
  const { context, page } = it
  // What a tab keeps for itself cannot be emptied from outside, so a visit begins with that.
  const begin = await context.addInitScript(
    (visit) => {
      if (!location.protocol.startsWith('http') || sessionStorage.getItem('visit') === visit) return
      sessionStorage.clear()
      sessionStorage.setItem('visit', visit)
    },
    String((visits += 1)),
  )
  return {
    page,
    context,
    giveBack: async (clean) => {
      if (!clean) return context.close()
      try {
        await begin.dispose()
        await empty(page, context)
        shelf.push({ page, context })
      } catch {
        await context.close()
      }
    },
  }
}
