// Who is signed in, asked once and kept; and the way in and out.
import { useQuery } from '@tanstack/react-query'
import { CallRefused, call } from '../ui/call.ts'
import type { Me } from '../ui/me.ts'
import { whoAmI } from '../modules/access/contract.ts'
import { queries } from './queries.ts'
import { spokenByChoice, speak } from './words.ts'

const meKey = [whoAmI.name, {}] as const

/** null = nobody is signed in. */
export const useSession = () =>
  useQuery<Me | null>({
    queryKey: meKey,
    queryFn: async () => {
      try {
        // Inside, an ended session is mended by the window that keeps the page; only at the door nobody is somebody.
        const inside = Boolean(queries.getQueryData(meKey))
        const { result } = await call(whoAmI, {}, { guarded: inside })
        // A person who never chose a language in this browser is greeted in the one of their file.
        if (!spokenByChoice()) await speak(result.language)
        return result
      } catch (error) {
        if (error instanceof CallRefused && error.refused.reason === 'sign-in') return null
        throw error
      }
    },
    staleTime: 60_000,
  })

/** The session changed hands: whatever the last person saw is forgotten. */
export const beginAnew = async (): Promise<void> => {
  await queries.cancelQueries()
  queries.removeQueries({ type: 'inactive' })
  await queries.resetQueries()
}
