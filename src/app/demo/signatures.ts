// The demonstration's electronic signatures: the head has signed his latest letters with a key of the test authority.
import type { House } from '../../kernel/house.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { fromBase64, toBase64 } from '../../ui/signing/bytes.ts'
import { certificateRequest, detachedCms, newKeyPair } from '../../ui/signing/cms.ts'
import { listDocuments } from '../../modules/documents/contract.ts'
import { addSignature, contentToSign, issueTestKey } from '../../modules/signatures/contract.ts'

interface Planting {
  house: House
  actor: (role: 'head') => Promise<Actor>
}

const most = 3

/** Signs some of what the head has signed and sent; the rest waits for whoever tries it out. */
export const plantSignatures = async ({ house, actor }: Planting): Promise<void> => {
  const head = await actor('head')
  const ask = async (operation: string, input: unknown): Promise<unknown> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    return (await perform(house, found, head, input)).result
  }
  const { rows } = listDocuments.output.parse(await ask(listDocuments.name, { state: 'sent', size: 100 }))
  const own = rows.filter(({ signer }) => signer?.kk === head.name.kk).slice(0, most)
  const keys = await newKeyPair()
  const request = toBase64(await certificateRequest(keys))
  const issued = issueTestKey.output.parse(await ask(issueTestKey.name, { request }))
  const key = { privateKey: keys.privateKey, certificate: fromBase64(issued.certificate) }
  for (const { id } of own) {
    const { content, at } = contentToSign.output.parse(await ask(contentToSign.name, { id }))
    const cms = toBase64(await detachedCms(fromBase64(content), key, new Date(at)))
    await ask(addSignature.name, { id, cms })
  }
}
