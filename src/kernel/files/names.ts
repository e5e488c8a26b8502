// Names of files as people gave them, made harmless: no path, no hidden direction marks, the letters of every language kept.

const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu
const longest = 120

/** A name fit for a disk, a header and a page; `extension` (with its dot) is added where the name lacks it. */
export function safeName(given: string, extensions: readonly string[] = []): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(forbidden, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = extensions.find((it) => plain.toLowerCase().endsWith(it)) ?? extensions[0] ?? ''
  const stem = ending && plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain
  const short = Array.from(stem.replace(/[. ]+$/, ''))
    .slice(0, longest - ending.length)
    .join('')
  return `${short || 'file'}${ending}`
}

/** The Content-Disposition header of a download: RFC 6266 with the RFC 5987 form for letters beyond ASCII. */
export function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
