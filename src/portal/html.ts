// Pages as text that cannot be broken by what people write: everything put into a template is escaped unless it is markup.

export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const put = (part: Part): string => {
  if (part instanceof Html) return part.markup
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'object') return part.map(put).join('')
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

export const html = (words: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(words.reduce((page, word, at) => page + word + put(parts[at]), ''))

/** A person's text with its line breaks kept. */
export const lines = (text: string): Html[] =>
  text.split(/\r?\n/).map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`))
