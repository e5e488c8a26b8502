// The frame of every public page: name of the Department, languages, the quick exit. Works without scripts.
import type { Language, Text } from '../kernel/text.ts'
import { html, type Html } from './html.ts'
import { words } from './words.ts'

export interface Frame {
  language: Language
  /** Path after the language, such as '/ask/kind', for the switch of languages. */
  path: string
  demo: boolean
  /** The visitor has something open that the quick exit should close. */
  open: boolean
  /** The form's stamp, needed by the exit. */
  stamp: string
}

const names: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

const switches = ({ language, path }: Frame): Html[] =>
  (['kk', 'ru', 'en'] as const).map((it) =>
    it === language
      ? html`<b lang="${it}" aria-current="true">${names[it]}</b>`
      : html`<a lang="${it}" hreflang="${it}" href="/${it}${path}">${names[it]}</a>`,
  )

export const page = (frame: Frame, title: Text, body: Html, faulty = false): string => {
  const { language, demo, open, stamp } = frame
  const t = (text: Text) => text[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${faulty && `${t(words.faultPrefix)}: `}${t(title)} · ${t(words.department)}</title>
        <link rel="icon" href="/look/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/look/portal.css" />
        <script src="/look/portal.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${t(words.skip)}</a>
        ${demo && html`<div class="demo" role="note">${t(words.demo)}</div>`}
        <header class="band">
          <div class="wrap">
            <a class="brand" href="/${language}/"
              ><span class="mark" aria-hidden="true"></span
              ><span>${t(words.department)}<small>${t(words.administration)}</small></span></a
            >
            <nav class="languages" aria-label="${names[language]}">${switches(frame)}</nav>
          </div>
        </header>
        <main class="wrap" id="content" tabindex="-1">${body}</main>
        ${
          open &&
          html`<form class="exit" method="post" action="/${language}/exit">
            <input type="hidden" name="stamp" value="${stamp}" /><button>
              ${t(words.exit)}<span class="key" aria-hidden="true"> Esc</span>
            </button>
          </form>`
        }
      </body>
    </html>`.markup
}
