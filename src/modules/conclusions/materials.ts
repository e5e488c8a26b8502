// Every material of a case, from wherever the house keeps it: what a finding may refer to, and what clause 13 wants copied.
import type { Tx } from '../../kernel/operation.ts'
import type { RecordKind } from '../../kernel/record.ts'
import type { Text } from '../../kernel/text.ts'
import { documentsAbout } from '../documents/index.ts'
import { authorityNow, investigationRecord, type Investigation } from '../investigations/index.ts'
import { filesOf as filesOfCourse } from '../proceedings/index.ts'
import { requestsAbout } from '../requests/index.ts'
import { filesOf, keptIn, materialsOf } from './store.ts'

export interface Material {
  kind: string
  id: string
  caption: string
  group: Text
}

const groups = {
  authority: { kk: 'Тапсырма', ru: 'Поручение', en: 'Authority' },
  document: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  request: { kk: 'Сұрау салу', ru: 'Запрос', en: 'Request' },
  file: { kk: 'Файл', ru: 'Файл', en: 'File' },
  material: { kk: 'Өзге материал', ru: 'Иной материал', en: 'Other material' },
} satisfies Record<string, Text>

type Source = (tx: Tx, it: Investigation) => Promise<Material[]>

const of = (group: keyof typeof groups, rows: readonly { id: string; caption: string }[]): Material[] =>
  rows.map(({ id, caption }) => ({ kind: group, id, caption, group: groups[group] }))

const authorities: Source = async (tx, it) =>
  of(
    'authority',
    (await authorityNow(tx, it, tx.today)).map(({ id, number }) => ({ id, caption: number })),
  )

/** Papers that bear a signature. */
const documents: Source = async (tx, it) =>
  of(
    'document',
    (await documentsAbout(tx, { kind: 'investigation', id: it.id }))
      .filter(({ signedOn }) => signedOn !== null)
      .map(({ id, number, title }) => ({ id, caption: number ? `${number}. ${title}` : title })),
  )

const requests: Source = async (tx, it) => of('request', await requestsAbout(tx, { kind: 'investigation', id: it.id }))

const files: Source = async (tx, it) => [
  ...of(
    'file',
    (await filesOfCourse(tx, it.id)).map(({ file_id: id, name: caption }) => ({ id, caption })),
  ),
  ...of(
    'file',
    (await filesOf(tx, it.id)).map(({ file: { id, name: caption } }) => ({ id, caption })),
  ),
]

const others: Source = async (tx, it) =>
  of(
    'material',
    (await materialsOf(tx, it.id)).map(({ id, words: caption }) => ({ id, caption })),
  )

const captionOf = async (tx: Tx, kind: RecordKind, id: string): Promise<string | undefined> => {
  const record = await kind.find(tx, id, false)
  return record && kind.caption(record)
}

/** Records that the rooms below keep in the course of the investigation, such as evidence: whatever kinds there are. */
const records: Source = async (tx, it) => {
  const { modules } = tx.house.registry
  const below = modules.slice(
    0,
    modules.findIndex(({ name }) => name === 'conclusions'),
  )
  const kinds = below.flatMap((room) => room.records).filter(({ name }) => name !== investigationRecord.name)
  const kept = await keptIn(
    tx,
    it.id,
    kinds.map(({ table }) => table),
  )
  const found: Material[] = []
  for (const kind of kinds) {
    const ids = kept.get(kind.table) ?? []
    const captions = kind.captions && ids.length ? await kind.captions(tx, ids) : null
    for (const id of ids) {
      const caption = captions ? captions.get(id) : await captionOf(tx, kind, id)
      if (caption !== undefined) found.push({ kind: kind.name, id, caption, group: kind.title })
    }
  }
  return found
}

const sources: readonly Source[] = [authorities, records, documents, requests, files, others]

export async function materialsFor(tx: Tx, it: Investigation): Promise<Material[]> {
  const found: Material[] = []
  for (const source of sources) found.push(...(await source(tx, it)))
  return found
}

export const keyOf = ({ kind, id }: Pick<Material, 'kind' | 'id'>): string => `${kind}:${id}`
