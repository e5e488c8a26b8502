// What carries each clause of the Regulation: the rows of the modules, read as they stand.
import type { Clause } from './clauses.ts'
import type { Module } from './module.ts'
import type { Operation } from './operation.ts'
import { parameters } from './parameters.ts'

/** One row bound to a clause, such as { clause: '15', kind: 'operation', name: 'documents.sign' }. */
export interface Carrier {
  readonly clause: Clause
  readonly kind: 'operation' | 'rule' | 'step' | 'template' | 'parameter'
  readonly name: string
}

function ofOperation({ name, clauses, rules }: Operation): Carrier[] {
  return [
    ...clauses.map((clause): Carrier => ({ clause, kind: 'operation', name })),
    ...rules.map((rule): Carrier => {
      const says = rule.effect === 'permit' ? rule.who.en : rule.why.en
      return { clause: rule.clause, kind: 'rule', name: `${rule.effect} ${says}` }
    }),
  ]
}

/** The rows of one module, each once. */
function carriersIn(module: Module): readonly Carrier[] {
  const steps = module.records.flatMap(({ life }) =>
    life
      ? Object.entries(life.steps).map(([step, { clause }]): Carrier => ({
          clause,
          kind: 'step',
          name: `${life.name}.${step}`,
        }))
      : [],
  )
  const papers = module.templates.flatMap(({ name, clauses }) =>
    clauses.map((clause): Carrier => ({ clause, kind: 'template', name })),
  )
  const all = [...module.operations.flatMap(ofOperation), ...steps, ...papers]
  return [...new Map(all.map((it) => [`${it.clause} ${it.kind} ${it.name}`, it])).values()]
}

/** Every row of the house by clause. A parameter counts only where a module works under its clause. */
export function carriersOf(modules: readonly Module[]): ReadonlyMap<Clause, readonly Carrier[]> {
  const found = new Map<Clause, Carrier[]>()
  const add = (it: Carrier) => {
    const list = found.get(it.clause) ?? []
    if (list.every(({ kind, name }) => kind !== it.kind || name !== it.name)) found.set(it.clause, [...list, it])
  }
  modules.flatMap(carriersIn).forEach(add)
  for (const { clause, name } of parameters().rows) if (found.has(clause)) add({ clause, kind: 'parameter', name })
  return found
}
