// The tabs that other rooms add to a record's page, in the order of the work.
import type { Text } from '../kernel/text.ts'
import type { Tab } from './page.tsx'
import type { RecordPart } from './parts.ts'

/** `text` says a title in the reader's language. Tabs without a place keep the order of their rooms, after those with one. */
export const addedTabs = <T,>(parts: readonly RecordPart<T>[], it: T, text: (words: Text) => string): readonly Tab[] =>
  parts
    .flatMap(({ tabs = [] }) => tabs)
    .toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || 0)
    .map(({ key, title, body: Added }) => ({ key, title: text(title), body: () => <Added it={it} /> }))
