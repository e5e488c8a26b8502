// Screens of the register of persons.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = []
