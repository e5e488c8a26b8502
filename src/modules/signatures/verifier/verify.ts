// Chooses who verifies, by the algorithms found in the signature, and asks.
import { isGost } from './algorithms.ts'
import { SignatureFault } from './faults.ts'
import { verifyByNcanode } from './ncanode.ts'
import { verifyByPkijs } from './pkijs.ts'
import type { Asked, SignatureVerifier, Verified } from './port.ts'
import { readCms, stampAlgorithms } from './reading.ts'
import { readTrust, type Ground } from './trust.ts'

const verifierOf = async (house: Ground, cms: Buffer): Promise<SignatureVerifier> => {
  const { oids, stamp, certificate } = readCms(cms)
  const { ncanode, log } = house
  if (oids.some(isGost)) {
    if (!ncanode) throw new SignatureFault('gost-alone')
    return verifyByNcanode(ncanode.url, log)
  }
  const trust = await readTrust(house)
  // No server of the state knows the test authority of a demonstration.
  const isTest = trust.test?.subject.isEqual(certificate.issuer) ?? false
  const asks = ncanode && !isTest && (ncanode.asks === 'all' || stampAlgorithms(stamp).some(isGost))
  return asks ? verifyByNcanode(ncanode.url, log) : verifyByPkijs(trust)
}

/** @throws SignatureFault */
export const verifySignature = async (house: Ground, asked: Asked): Promise<Verified> =>
  (await verifierOf(house, asked.cms)).verify(asked)
