// A case as the form would enter it again.
import type { Case, Facts } from '../criminalCases/index.ts'

/** The facts of a case as they stand, to be entered again with a change. */
export const factsIn = (it: Case): Facts => ({
  person_id: it.person_id,
  person_name: it.person_name,
  name_key: it.name_key,
  iin: it.iin,
  post_kind: it.post_kind,
  leads: it.leads,
  post_title: it.post_title,
  court_id: it.court_id,
  court_kind: it.court_kind,
  place_name: it.place_name,
  region_code: it.region_code,
  unit_id: it.unit_id,
  articles: it.articles,
  article_words: it.article_words,
  qualification: it.qualification,
  erdr: it.erdr,
  court_case: it.court_case,
  body_id: it.body_id,
  body_name: it.body_name,
  offence_on: it.offence_on,
})
