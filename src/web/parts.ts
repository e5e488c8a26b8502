// The parts that rooms add to each other's record pages, brought with their words when such a page opens.
import type { RecordPart } from '../ui/parts.ts'
import { bringWords } from './words.ts'

type Load = () => Promise<{ default: RecordPart }>

const found = import.meta.glob<{ default: RecordPart }>('../modules/*/screens/on-*.tsx')

const bring = async (path: string, load: Load): Promise<RecordPart> => {
  await bringWords(path.split('/')[2] ?? '')
  return (await load()).default
}

const brought = new Map<string, Promise<readonly RecordPart[]>>()

/** Parts of a kind of record; asked for again, the very same promise. */
export const partsOf = (kind: string): Promise<readonly RecordPart[]> => {
  const known = brought.get(kind)
  if (known) return known
  const rows = Object.entries(found).filter(([path]) => path.endsWith(`/on-${kind}.tsx`))
  const parts = Promise.all(rows.map(([path, load]) => bring(path, load))).then((all) =>
    all.toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false)),
  )
  brought.set(kind, parts)
  // A page that could not be fetched is asked for again the next time.
  parts.catch(() => brought.delete(kind))
  return parts
}
