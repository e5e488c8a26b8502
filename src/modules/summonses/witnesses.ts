// Who witnesses an act of refusal, as the rules see them: how many are needed, and whether somebody stands there twice.
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { mayBeOne } from '../persons/index.ts'
import type { Summons, Witness } from './store.ts'

export interface Cast {
  people: readonly Witness[]
  needed: number
  isAuthor: boolean
  isPerson: boolean
  isTwice: boolean
}

const spellings = ({ kk, ru, en }: Text): string[] => [...new Set([kk, ru, en])]
const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => mayBeOne(one, other)))

export async function castOf(
  tx: Tx,
  it: Pick<Summons, 'name'>,
  given: readonly { employee?: string | undefined; name: string; post: string }[],
): Promise<Cast> {
  const known = await captionOfEmployees(
    tx,
    given.map(({ employee }) => employee ?? null),
  )
  const author = spellings(tx.actor.name)
  const person = spellings(it.name)
  const seen = given.map(({ employee, name }) => {
    const own = employee ? known.get(employee) : undefined
    return { employee, names: [name, ...(own ? spellings(own) : [])] }
  })
  const same = (a: (typeof seen)[number], b: (typeof seen)[number]): boolean =>
    (a.employee !== undefined && a.employee === b.employee) || meet(a.names, b.names)
  return {
    people: given.map(({ employee, name, post }) => ({ name, post, employee: employee ?? null })),
    needed: tx.parameter('investigation.witnesses').value,
    isAuthor: seen.some(({ employee, names }) => employee === tx.actor.id || meet(author, names)),
    isPerson: seen.some(({ names }) => meet(person, names)),
    isTwice: seen.some((one, place) => seen.slice(place + 1).some((other) => same(one, other))),
  }
}
