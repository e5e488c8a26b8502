// Contracts as hooks: useCall for queries, useCommand for commands. Whatever a command changes is asked for again.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Query, QueryClient, UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { call } from './call.ts'
import type { CallRefused, Input, Output, Reply, Shape } from './call.ts'

export interface CallOptions {
  /** Kinds of record whose live changes refresh this query, beyond those of its own module. */
  kinds?: readonly string[]
  enabled?: boolean
  /** Keeps showing the last answer while the input changes, as lists do. */
  keep?: boolean
}

export type Called<S extends Shape> = UseQueryResult<Reply<Output<S>>, Error>

/** `const appeal = useCall(openAppeal, { id })`, then `appeal.data.result` and `appeal.data.may`, or `<Loaded of={appeal}>`. */
export const useCall = <S extends Shape>(shape: S, input: Input<S>, options: CallOptions = {}): Called<S> =>
  useQuery<Reply<Output<S>>, Error>({
    queryKey: [shape.name, input],
    queryFn: ({ signal }) => call(shape, input, { signal }),
    enabled: options.enabled ?? true,
    meta: { kinds: options.kinds ?? [] },
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })

/** `const assign = useCommand(assignAppeal)`, then `await assign.mutateAsync({ id, to })`; a refusal is `assign.error`.
 * `settles`: done only when the screen shows what was changed, so that the next act is never taken on an older version. */
export const useCommand = <S extends Shape>(
  shape: S,
  { settles = false, ...more }: { guarded?: boolean; settles?: boolean } = {},
): UseMutationResult<Reply<Output<S>>, CallRefused | Error, Input<S>> => {
  const queries = useQueryClient()
  return useMutation<Reply<Output<S>>, CallRefused | Error, Input<S>>({
    mutationFn: (input) => call(shape, input, { ...more, refreshes: true }),
    onSuccess: () => {
      const asked = queries.invalidateQueries()
      return settles ? asked : undefined
    },
  })
}

const concerns =
  (kind: string) =>
  (query: Query): boolean => {
    const [name] = query.queryKey
    const kinds = query.meta?.kinds
    const module = typeof name === 'string' ? (name.split('.')[0] ?? '') : ''
    return module.startsWith(kind) || module === 'work' || (Array.isArray(kinds) && kinds.includes(kind))
  }

/** Something of this kind changed elsewhere: the queries on the screen that show it are asked again. */
export const refresh = (queries: QueryClient, kind: string): void =>
  void queries.invalidateQueries({ predicate: concerns(kind) })
