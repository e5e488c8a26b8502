// A real browser for tests: opens a page as somebody, guards it (no foreign request, no script error), checks accessibility.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Language } from '../../src/kernel/text.ts'

const places = [process.env.QORGAN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

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
const launch = (path: string): Promise<Browser> => (opened ??= chromium.launch({ executablePath: path, args: flags }))
after(async () => (await opened)?.close())

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
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Goes to a path of the same site and waits until it is quiet. */
  go(path: string): Promise<void>
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

/** Colours are the same in every language, and measuring them is most of the work: it is done on the Kazakh screen. */
const findingsOn = async (page: Page, language: Language): Promise<Finding[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async (colours) => {
    interface Axe {
      run(
        root: Document,
        options: object,
      ): Promise<{
        violations: { impact: string | null; id: string; nodes: { html: string; failureSummary?: string }[] }[]
      }>
    }
    const { axe } = window as unknown as { axe: Axe }
    const rules = { 'color-contrast': { enabled: colours } }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules })
    return violations.map(({ impact, id, nodes }) => ({
      impact: impact ?? '',
      id,
      nodes: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
    }))
  }, language === 'kk')
}

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
  const browser = await launch(chromiumPath)
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: scripts,
    extraHTTPHeaders: { 'accept-language': language },
    // A colour measured in the middle of a fade is no finding.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
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
    if ('passed' in t && !t.passed) {
      const path = join(picturesIn(), `failed-${as ?? 'visitor'}.png`)
      await page.screenshot({ path }).catch(() => undefined)
    }
    await context.close()
    assert.deepEqual(faults, [], 'the page stayed at home and threw nothing')
  })
  await context.addInitScript((spoken) => localStorage?.setItem('qorgan.language', spoken), language)
  if (as) await signIn(page, origin, as, password)
  return {
    page,
    context,
    go: async (path) => {
      await page.goto(new URL(path, url).href, { waitUntil: 'load' })
      // The live channel never falls quiet, so the network is no sign; the skeletons are.
      if (scripts)
        await page.waitForFunction(
          () => document.getElementById('root')?.childElementCount !== 0 && !document.querySelector('.dawn, .bones'),
        )
    },
    axe: async () => {
      const serious = (await findingsOn(page, language)).filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      assert.deepEqual(serious, [], `axe-core on ${page.url()}`)
    },
    picture: async (name) => {
      if (!process.env.QORGAN_PICTURES) return
      const path = join(picturesIn(), `${name}.${language}.png`)
      // From the top, so that what sticks to the window stands where a reader meets it.
      await page.evaluate(() => window.scrollTo(0, 0))
      await page.screenshot({ path, fullPage: true })
    },
  }
}
