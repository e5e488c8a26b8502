// What a form or a row of a file becomes before it is written: particulars, posts and superiors, each checked.
import type { Day } from '../../kernel/clock.ts'
import { iinWarnings, parseIin, type Sex } from '../../kernel/identifiers.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { fold } from '../../kernel/search/letters.ts'
import { putSearch } from '../../kernel/search/index.ts'
import type { Text } from '../../kernel/text.ts'
import { partyOn } from '../incoming/index.ts'
import { fullName, unitId, unitsOn } from '../org/index.ts'
import { heldOn, postsEver } from './posts-store.ts'
import { findRow, namesOf, type NewPost, type Particulars } from './store.ts'
import { usualPosts, type PersonKind } from './words.ts'

const untilBeforeFrom: Text = {
  kk: 'Соңғы күн бірінші күннен бұрын.',
  ru: 'Последний день раньше первого.',
  en: 'The last day is before the first.',
}
const noBody: Text = {
  kk: 'Бұл күні анықтамалықта мұндай сот немесе орган жоқ.',
  ru: 'На этот день в справочнике нет такого суда или органа.',
  en: 'The directory has no such court or body on that day.',
}
const bodyOrName: Text = {
  kk: 'Анықтамалықтан таңдаңыз немесе атауын жазыңыз.',
  ru: 'Выберите из справочника или напишите название.',
  en: 'Choose from the directory or write the name.',
}
const threeTitles: Text = {
  kk: 'Лауазымды тізімнен таңдаңыз немесе үш тілде жазыңыз.',
  ru: 'Выберите должность из списка или напишите её на трёх языках.',
  en: 'Choose the post from the list or write it in three languages.',
}

export const iinOf = (raw: string | null, field = 'iin'): string | null => {
  if (!raw) return null
  const { value, fault } = parseIin(raw)
  if (fault) throw invalidField(field, fault)
  return value
}

/** Doubts about the number that stop nobody. */
export const doubtsOf = ({ iin, bornOn, sex }: { iin: string | null; bornOn: Day | null; sex: Sex | null }) =>
  iin ? [...iinWarnings(iin, { bornOn, sex })] : []

interface Named {
  nameKk: string
  nameRu: string | null
  nameEn: string | null
}

export const particularsOf = (
  it: Named & { iin: string | null; bornOn?: Day | undefined; sex?: Sex | undefined },
): Particulars => ({
  name: fullName({ kk: it.nameKk, ru: it.nameRu, en: it.nameEn }),
  iin: iinOf(it.iin),
  bornOn: it.bornOn ?? null,
  sex: it.sex ?? null,
})

interface Titled {
  post?: keyof typeof usualPosts | undefined
  titleKk: string | null
  titleRu: string | null
  titleEn: string | null
}

/** The title of a post, and the key by which the same post of a body is known. */
const titleOf = (it: Titled): { title: Text; key: string } => {
  if (it.post) return { title: usualPosts[it.post], key: it.post }
  const { titleKk: kk, titleRu: ru, titleEn: en } = it
  if (!kk || !ru || !en) throw invalidField('post', threeTitles)
  return { title: { kk, ru, en }, key: keyOfTitle(kk) }
}

export const keyOfTitle = (kk: string): string => fold(kk).replace(/\s+/g, ' ').trim()

interface Posted extends Titled {
  kind: PersonKind
  body?: string | undefined
  bodyName: string | null
  region?: string | undefined
  from: Day
  until?: Day | undefined
}

export async function postOf(tx: Tx, it: Posted): Promise<NewPost> {
  if (it.until && it.until < it.from) throw invalidField('until', untilBeforeFrom)
  const { title, key } = titleOf(it)
  const rest = { kind: it.kind, title, titleKey: key, from: it.from, until: it.until ?? null }
  if (it.body) {
    // A post may be older than the body's present name: then it stands under the name of its last day.
    const party = (await partyOn(tx, it.body, it.from)) ?? (await partyOn(tx, it.body, it.until ?? tx.today))
    if (!party) throw invalidField('body', noBody)
    return { ...rest, bodyKind: party.kind, bodyId: party.id, bodyName: party.name, region: null }
  }
  if (!it.bodyName) throw invalidField('body', bodyOrName)
  const name = { kk: it.bodyName, ru: it.bodyName, en: it.bodyName }
  return { ...rest, bodyKind: 'other', bodyId: null, bodyName: name, region: it.region ?? null }
}

/** The region's own unit, for the reach of the search. */
export async function unitsByRegion(tx: Tx): Promise<(region: string) => string | undefined> {
  const units = await unitsOn(tx, tx.today)
  return (region) => units.find((it) => it.region?.code === region)?.id
}

/** The row of the search: by every name and the IIN, within the region's reach; more than one region is the centre's. */
export async function reindex(tx: Tx, id: string, unitOf: (region: string) => string | undefined): Promise<void> {
  const row = await findRow(tx, id, false)
  if (!row) return
  const names = await namesOf(tx, id)
  const regions = [
    ...new Set((await postsEver(tx, id)).flatMap(({ region, struck }) => (region && !struck ? [region] : []))),
  ]
  const [post] = await heldOn(tx, [id], tx.today)
  const only = regions.length === 1 ? unitOf(regions[0] ?? '') : undefined
  await putSearch(tx, {
    kind: 'person',
    id,
    unit: only ?? unitId('department'),
    ids: row.iin ? [row.iin] : [],
    title: [row.name.kk, post?.title.kk, post?.body.kk].filter(Boolean).join(', '),
    names: [...new Set(names.flatMap(({ name }) => [name.kk, name.ru, name.en]))],
    at: row.notedAt,
  })
}
