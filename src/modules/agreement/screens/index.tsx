// The route of agreement has no screen of its own: it stands on the document's page, and its duties in My work.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = []
