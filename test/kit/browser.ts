// A real browser for tests: opens a page as somebody, guards it (no foreign request, no script error), checks accessibility.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../src/kernel/text.ts'
import { chromiumPath, openWindow } from './chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface VisitWish {
  /** Language of the staff web and of `Accept-Language`; Kazakh unless told. */
  language?: Language
  /** Sign-in name of one of the cast. */
  as?: string
  password?: string
  /** false: a browser without scripts, as the public page must serve. */
  scripts?: boolean
  width?: number
  height?: number
  /** true: its window is thrown away afterwards, since the test takes more of it than pages (devtools). */
  alone?: boolean
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Goes to a path of the same site and waits until it is quiet. */
  go(path: string): Promise<void>
  /** Turns to another screen of the staff web as a click does, without loading everything anew; loads it where nothing is loaded yet. */
  turn(path: string): Promise<void>
  /** Turns to each screen: none shows an error, axe finds nothing on it, and a picture of it is kept under the name. */
  sweep(screens: Iterable<readonly [path: string, name: string]>): Promise<void>
  /** Fails on any serious or critical finding of axe-core on the page as it now stands. */
  axe(): Promise<void>
  /** Keeps a picture of the page in the folder QORGAN_PICTURES; without one nothing is drawn. */
  picture(name: string): Promise<void>
}

const picturesIn = (): string => {
  const folder = process.env.QORGAN_PICTURES ?? join(tmpdir(), 'qorgan-pictures')
  mkdirSync(folder, { recursive: true })
  return folder
}

interface Finding {
  impact: string
  id: string
  nodes: string[]
}

// The style is the same in every language, and measuring it is most of the work: it is done on the Kazakh screen.
const ofStyle = ['color-contrast', 'css-orientation-lock']

/** What axe-core finds that is serious or critical; rules whose findings never are do not run. */
const findingsOn = async (page: Page, language: Language): Promise<Finding[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(
    async (left) => {
      interface Axe {
        _audit: { rules: { id: string; impact: string }[] }
        run(
          root: Document,
          options: object,
        ): Promise<{
          violations: { impact: string | null; id: string; nodes: { html: string; failureSummary?: string }[] }[]
        }>
      }
      const { axe } = window as unknown as { axe: Axe }
      const grave = (impact: string | null) => impact === 'serious' || impact === 'critical'
      // A rule's impact is that of each of its findings.
      const idle = axe._audit.rules.filter(({ id, impact }) => !grave(impact) || left.includes(id))
      const rules = Object.fromEntries(idle.map(({ id }) => [id, { enabled: false }]))
      const { violations } = await axe.run(document, { resultTypes: ['violations'], rules })
      return violations
        .filter(({ impact }) => grave(impact))
        .map(({ impact, id, nodes }) => ({
          impact: impact ?? '',
          id,
          nodes: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
        }))
    },
    language === 'kk' ? [] : ofStyle,
  )
}

/** Asks the router of the staff web for an address, and waits until the screen of that address stands there. */
const turnTo = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (to) => {
    interface Place {
      href: string
    }
    interface Router {
      history: { push(path: string): void }
      state: { location: Place; resolvedLocation?: Place; status: string }
    }
    const { __TSR_ROUTER__: router } = window as unknown as { __TSR_ROUTER__: Router }
    const before = router.state.location
    router.history.push(to)
    const began = performance.now()
    const stands = ({ location: now, resolvedLocation: then, status }: Router['state']) =>
      now !== before && status === 'idle' && now.href === then?.href
    // The address is the new one at once; the screen follows when its code has come.
    do await new Promise((resolve) => setTimeout(resolve, 10))
    while (!stands(router.state) && performance.now() - began < 20_000)
    if (!stands(router.state)) throw new Error(`${to} does not come: ${JSON.stringify(router.state.location)}`)
  }, path)

/** Signs the browser in as one of the cast; the session cookie stays in the context. */
export const signIn = async (page: Page, url: string, login: string, password: string): Promise<void> => {
  const reply = await page.request.post(`${url}/api/access.signIn`, {
    headers: { 'x-qorgan': '1', origin: url },
    data: { login, password },
  })
  const body = await reply.text()
  assert.equal(reply.status(), 200, `sign-in of ${login}: ${body}`)
  assert.equal(JSON.parse(body).result.next, 'done', `sign-in of ${login} asks for more: ${body}`)
}

// A refusal is an answer, and a server that is closed before its page ends the live channel: no faults of the page.
// So is a program beside the browser that is not running: the page says so itself.
const isAnswer = (text: string): boolean =>
  text.startsWith("WebSocket connection to 'wss://127.0.0.1:13579/' failed: Error in connection establishment") ||
  /^Failed to load resource: (the server responded with a status of 4|net::ERR_(INCOMPLETE_CHUNKED_ENCODING|CONNECTION_REFUSED))/.test(
    text,
  )

/** Opens the site; null (and a loud skip) where there is no Chromium. Faults of the page fail the test at its end. */
export const visit = async (t: TestContext, url: string, wish: VisitWish = {}): Promise<Visit | null> => {
  if (!chromiumPath) {
    console.warn(`SKIPPED, no Chromium on this machine: ${t.name}`)
    t.skip('no Chromium on this machine')
    return null
  }
  const { language = 'kk', as, password = 'Qorgan-demo-2026!', scripts = true, width = 1440, height = 900 } = wish
  const { page, context, giveBack } = await openWindow(chromiumPath, {
    headers: { 'accept-language': language },
    scripts,
    viewport: { width, height },
  })
  const { origin } = new URL(url)
  const faults: string[] = []
  page.on('request', (request) => {
    const to = request.url()
    // The browser's own PDF viewer asks the browser itself.
    if (!to.startsWith(`${origin}/`) && !/^(data|blob|about|chrome|chrome-extension):/.test(to))
      faults.push(`a request left the origin: ${to}`)
  })
  page.on('pageerror', (error) => faults.push(`script error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(`console: ${message.text()}`)
  })
  t.after(async () => {
    // What the person saw when it failed says more than the line that waited in vain.
    // Node gives `passed` to a test; its types do not know yet.
    const passed = 'passed' in t && t.passed === true
    if (!passed) {
      const path = join(picturesIn(), `failed-${as ?? 'visitor'}.png`)
      await page.screenshot({ path }).catch(() => undefined)
    }
    await speaks.dispose()
    await giveBack(passed && !wish.alone)
    assert.deepEqual(faults, [], 'the page stayed at home and threw nothing')
  })
  const speaks = await context.addInitScript((spoken) => localStorage?.setItem('qorgan.language', spoken), language)
  if (as) await signIn(page, origin, as, password)
  // The live channel never falls quiet, so the network is no sign; the skeletons are.
  const quiet = async () => {
    if (scripts)
      await page.waitForFunction(
        () => document.getElementById('root')?.childElementCount !== 0 && !document.querySelector('.dawn, .bones'),
      )
  }
  const go = async (path: string) => {
    await page.goto(new URL(path, url).href, { waitUntil: 'load' })
    await quiet()
  }
  const turn = async (path: string) => {
    if (!(await page.evaluate(() => '__TSR_ROUTER__' in window))) return go(path)
    await turnTo(page, path)
    await quiet()
  }
  const axe = async () => {
    assert.deepEqual(await findingsOn(page, language), [], `axe-core on ${page.url()}`)
  }
  const picture = async (name: string) => {
    if (!process.env.QORGAN_PICTURES) return
    const path = join(picturesIn(), `${name}.${language}.png`)
    // From the top, so that what sticks to the window stands where a reader meets it.
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path, fullPage: true })
  }
  const sweep = async (screens: Iterable<readonly [path: string, name: string]>) => {
    for (const [path, name] of screens) {
      await turn(path)
      await page.locator('main h1').first().waitFor()
      assert.equal(await page.locator('main .broken').count(), 0, `${path} shows an error`)
      await axe()
      await picture(name)
    }
  }
  return { page, context, go, turn, sweep, axe, picture }
}
