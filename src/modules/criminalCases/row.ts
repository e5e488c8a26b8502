// One case as a line of any list.
import type { Text } from '../../kernel/text.ts'
import type * as store from './store.ts'

export type Regions = ReadonlyMap<string, Text>

type Shown =
  | 'id'
  | 'state'
  | 'person_name'
  | 'post_title'
  | 'place_name'
  | 'region_code'
  | 'article'
  | 'article_words'
  | 'qualification'
  | 'erdr'
  | 'registered_on'
  | 'outcome'
  | 'force_on'

export const rowOf = (it: Pick<store.Case, Shown>, regions: Regions) => ({
  id: it.id,
  state: it.state,
  personName: it.person_name,
  postTitle: it.post_title,
  place: it.place_name,
  region: it.region_code ? (regions.get(it.region_code) ?? null) : null,
  article: it.article,
  articleWords: it.article_words,
  qualification: it.qualification,
  erdr: it.erdr,
  registeredOn: it.registered_on,
  outcome: it.outcome,
  forceOn: it.force_on,
})
