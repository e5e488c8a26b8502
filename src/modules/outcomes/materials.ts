// Every material of a case, from wherever the house keeps it: what clause 13 wants copied, and what a finding may refer to.
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { documentsAbout } from '../documents/index.ts'
import { authorityNow, filesOf as filesOfInvestigation, type Investigation } from '../investigations/index.ts'
import { requestsAbout } from '../requests/index.ts'
import { materialsOf, noticesOf } from './notices-store.ts'
import { filesOf, type Part } from './store.ts'

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

/** Papers that bear a signature; the notices themselves are no material of the case. */
const documents: Source = async (tx, it) => {
  const notices = new Set((await noticesOf(tx, it.id)).map(({ document_id }) => document_id))
  return of(
    'document',
    (await documentsAbout(tx, { kind: 'investigation', id: it.id }))
      .filter(({ id, signedOn }) => signedOn !== null && !notices.has(id))
      .map(({ id, number, title }) => ({ id, caption: number ? `${number}. ${title}` : title })),
  )
}

const requests: Source = async (tx, it) => of('request', await requestsAbout(tx, { kind: 'investigation', id: it.id }))

/** What came before the decision; its own papers and those of the notice follow it. */
const before: readonly Part[] = ['familiarisation', 'transfer', 'answer']
const files: Source = async (tx, it) => [
  ...of(
    'file',
    (await filesOfInvestigation(tx, it.id)).map(({ file_id: id, name: caption }) => ({ id, caption })),
  ),
  ...of(
    'file',
    (await filesOf(tx, it.id))
      .filter(({ part }) => before.includes(part))
      .map(({ file: { id, name: caption } }) => ({ id, caption })),
  ),
]

const others: Source = async (tx, it) =>
  of(
    'material',
    (await materialsOf(tx, it.id)).map(({ id, words: caption }) => ({ id, caption })),
  )

/** A room below that keeps materials of its own gets a line here. */
const sources: readonly Source[] = [authorities, documents, requests, files, others]

export async function materialsFor(tx: Tx, it: Investigation): Promise<Material[]> {
  const found: Material[] = []
  for (const source of sources) found.push(...(await source(tx, it)))
  return found
}

export const keyOf = ({ kind, id }: Pick<Material, 'kind' | 'id'>): string => `${kind}:${id}`
