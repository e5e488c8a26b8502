// Which algorithms this house verifies by itself, which it must ask NCANode about, and which it takes from nobody.

const own: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'RSA, SHA-256',
  '1.2.840.113549.1.1.12': 'RSA, SHA-384',
  '1.2.840.113549.1.1.13': 'RSA, SHA-512',
  '1.2.840.10045.4.3.2': 'ECDSA, SHA-256',
  '1.2.840.10045.4.3.3': 'ECDSA, SHA-384',
  '1.2.840.10045.4.3.4': 'ECDSA, SHA-512',
}

const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** Kazakhstan's and Russia's arcs, and the older one of the first Kazakh keys. */
const gostArcs = ['1.2.398.3.10.1.', '1.2.643.', '1.3.6.1.4.1.6801.']

export const isGost = (oid: string): boolean => gostArcs.some((arc) => oid.startsWith(arc))
export const isOwnSignature = (oid: string): boolean => Object.hasOwn(own, oid)
export const digestName = (oid: string): string | null => digests[oid] ?? null

const gostNames: Readonly<Record<string, string>> = {
  '1.2.398.3.10.1.1.1.2': 'ГОСТ 34.310-2004',
  '1.2.398.3.10.1.1.2.3.1': 'ГОСТ 34.10-2015, 256',
  '1.2.398.3.10.1.1.2.3.2': 'ГОСТ 34.10-2015, 512',
}

/** As the screen shows it. */
export const algorithmName = (signature: string, digest: string): string => {
  const name = own[signature] ?? gostNames[signature] ?? (isGost(signature) ? 'ГОСТ' : signature)
  const hash = digests[digest]
  return name === 'RSA' && hash ? `RSA, ${hash}` : name
}
