// The links of a case as a graph: persons, their posts, courts and bodies, authorities, papers, evidence.
import type { z } from 'zod'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { briefsOf } from '../persons/index.ts'
import type { NodeKind, readLinks } from './contract.ts'
import * as store from './store.ts'
import { asText } from './telling.ts'
import { eventTitles, relations } from './words.ts'

type Chart = z.input<typeof readLinks.output>

/** So many papers and so many pieces of evidence can be told apart on one sheet. */
const most = 40

class Graph {
  readonly #nodes = new Map<string, Chart['nodes'][number]>()
  readonly #links: Chart['links'] = []
  more = 0

  add(id: string, kind: NodeKind, title: Text, page: string | null = null): string {
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, kind, title, page })
    return id
  }

  link(from: string, to: string, relation: Text): void {
    this.#links.push({ from, to, relation })
  }

  has(id: string): boolean {
    return this.#nodes.has(id)
  }

  chart(): Chart {
    return { nodes: [...this.#nodes.values()], links: this.#links, more: this.more }
  }
}

const joined = (parts: readonly (string | null)[]): Text => {
  const words = parts.filter((it) => it).join(' ')
  return { kk: words, ru: words, en: words }
}

async function addPersons(tx: Tx, graph: Graph, it: Investigation): Promise<void> {
  const ids = it.persons.map(({ id }) => id)
  const briefs = await briefsOf(tx, ids, it.committedOn)
  for (const { id, name } of it.persons) {
    const person = graph.add(`person:${id}`, 'person', name, `/persons/${id}`)
    graph.link(person, 'case', relations.investigated)
    const post = briefs.get(id)?.post
    if (!post) continue
    const body = graph.add(`${post.bodyKind}:${post.bodyId ?? post.body.kk}`, 'body', post.body)
    graph.link(person, body, post.title)
  }
}

async function addAuthorities(tx: Tx, graph: Graph, it: Investigation): Promise<void> {
  for (const row of await store.authoritiesNaming(tx, it.id)) {
    const id = graph.add(`authority:${row.id}`, 'authority', joined([row.number]), `/authorities/${row.id}`)
    graph.link(
      id,
      'case',
      row.revoked_on ? (eventTitles['authority.revoked'] ?? relations.authorises) : relations.authorises,
    )
  }
}

async function addPapers(tx: Tx, graph: Graph, it: Investigation): Promise<void> {
  const papers = await store.papersAbout(tx, it.id, most + 1)
  graph.more += Math.max(0, papers.length - most)
  for (const row of papers.slice(0, most)) {
    const page = tx.house.registry.records.get(row.kind)?.page?.(row.id) ?? null
    const id = graph.add(`paper:${row.id}`, 'paper', joined([row.number, row.title]), page)
    graph.link(id, 'case', relations.about)
    const addressee = asText(row.addressee)
    if (!addressee || row.kind !== 'request') continue
    const body = graph.add(row.addressee_key ?? `body:${addressee.kk}`, 'body', addressee)
    graph.link(id, body, relations.addressed)
  }
}

async function addEvidence(tx: Tx, graph: Graph, it: Investigation): Promise<void> {
  for (const item of await store.evidenceAfter(tx, it.id, 0, most)) {
    const id = graph.add(`evidence:${item.id}`, 'evidence', joined([item.number, item.what]), `/evidence/${item.id}`)
    graph.link(id, 'case', relations.proves)
    if (item.request_id && graph.has(`paper:${item.request_id}`))
      graph.link(id, `paper:${item.request_id}`, relations.answers)
  }
  graph.more += Math.max(0, (await store.countEvidence(tx, it.id)) - most)
}

export async function chartOf(tx: Tx, it: Investigation): Promise<Chart> {
  const graph = new Graph()
  const caption = investigationRecord.caption(it)
  graph.add('case', 'case', joined([caption]), `/investigations/${it.id}`)
  if (it.place) {
    const place = graph.add(`${it.place.kind}:${it.place.id}`, 'body', it.place.name)
    graph.link('case', place, relations.happenedAt)
  }
  const about = it.about && tx.house.registry.records.get(it.about.kind)
  const found = about && it.about ? await about.find(tx, it.about.id, false) : undefined
  if (about && found) {
    const id = graph.add(`paper:${found.id}`, 'paper', joined([about.caption(found)]), about.page?.(found.id) ?? null)
    graph.link('case', id, relations.from)
  }
  await addPersons(tx, graph, it)
  await addAuthorities(tx, graph, it)
  await addPapers(tx, graph, it)
  await addEvidence(tx, graph, it)
  return graph.chart()
}
