// This room has no screens of its own: it stands on the page of an appeal.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = []
