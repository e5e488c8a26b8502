// Every module's screens in one list, each knowing the module whose words it needs.
import type { Screen } from '../ui/screen.ts'

export interface Placed extends Screen {
  module: string
}

const found = import.meta.glob<{ screens: Screen[] }>('../modules/*/screens/index.tsx', { eager: true })

export const screens: readonly Placed[] = Object.entries(found).flatMap(([path, module]) =>
  module.screens.map((screen) => ({ ...screen, module: path.split('/')[2] ?? '' })),
)
