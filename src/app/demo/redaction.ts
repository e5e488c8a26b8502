// The demonstration's redacted copy: the addressee of a sent reply is hidden, so that the reply can be shown to a third person.
import { perform } from '../../kernel/perform.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/rules.ts'

interface Found {
  rows: { id: string; addressee: string }[]
}
interface Opened {
  signed: { file: { id: string } } | null
}
interface Placed {
  boxes: object[]
}

/** Makes one copy, where the stories have left a reply that was sent to somebody by name. */
export async function plantRedaction(house: House, by: Actor): Promise<void> {
  const run = async <T>(name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    return (await perform(house, operation, by, input)).result as T
  }
  const { rows } = await run<Found>('documents.list', { state: 'sent', template: 'reply', size: 100 })
  for (const { id, addressee } of rows) {
    const { signed } = await run<Opened>('documents.one', { id })
    if (!signed) continue
    const source = { kind: 'document', id, file: signed.file.id }
    const { boxes } = await run<Placed>('redaction.find', { ...source, words: addressee })
    if (boxes.length === 0) continue
    const reason = 'Сұрау бойынша үшінші тұлғаға беру үшін'
    await run('redaction.make', { ...source, key: newId(), boxes, reason })
    return
  }
}
