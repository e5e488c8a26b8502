// Whom this house trusts: the certificates that its administrator put into QORGAN_DATA/trust, and, in a demonstration only,
// the test authority. Lists of revoked certificates (*.crl) lie in the same folder.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import type { House } from '../../../kernel/house.ts'
import { readTestAuthority } from '../demonstration/authority.ts'

export interface Trust {
  anchors: readonly pkijs.Certificate[]
  /** The test authority, which is among the anchors too. */
  test: pkijs.Certificate | null
  crls: readonly pkijs.CertificateRevocationList[]
}

/** What of the house a verification stands on. */
export type Ground = Pick<House, 'dataDir' | 'mode' | 'ncanode' | 'log'>

/** The DER of each block of a PEM file, or the file itself. */
const blocksOf = (bytes: Buffer): Uint8Array<ArrayBuffer>[] => {
  const blocks = bytes.toString('latin1').matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g)
  const found = [...blocks].map(([, , body]) => Uint8Array.from(Buffer.from(body ?? '', 'base64')))
  return found.length ? found : [Uint8Array.from(bytes)]
}

const readFolder = async <T>(
  { dataDir, log }: Ground,
  endings: RegExp,
  parse: (der: Uint8Array<ArrayBuffer>) => T,
): Promise<T[]> => {
  const folder = join(dataDir, 'trust')
  const names = await readdir(folder).catch(() => [])
  const read = names
    .filter((name) => endings.test(name))
    .map(async (name) => {
      try {
        return blocksOf(await readFile(join(folder, name))).map(parse)
      } catch {
        log('error', 'a file of the trust folder cannot be read', { name })
        return []
      }
    })
  return (await Promise.all(read)).flat()
}

/** Read anew each time: a certificate that is laid down or taken away counts at once. */
export const readTrust = async (house: Ground): Promise<Trust> => {
  const anchors = await readFolder(house, /\.(pem|cer|crt)$/i, (der) => pkijs.Certificate.fromBER(der))
  const crls = await readFolder(house, /\.crl$/i, (der) => pkijs.CertificateRevocationList.fromBER(der))
  const test = house.mode === 'demonstration' ? await readTestAuthority(house.dataDir) : null
  return { anchors: test ? [...anchors, test] : anchors, test, crls }
}
