// The cache of answers: fresh for half a minute, renewed at once when a live message says so.
import { QueryClient } from '@tanstack/react-query'
import { CallLost } from '../ui/call.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer and is not asked again; a lost connection is, twice.
      retry: (count, error) => error instanceof CallLost && count < 2,
    },
  },
})
