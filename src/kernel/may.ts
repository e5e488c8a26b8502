// What this actor may do now, from the same rules that judge: the screens show these buttons and no others.
import type { May } from './contract.ts'
import { mayTake } from './lifecycle.ts'
import type { Registry } from './module.ts'
import type { Operation } from './operation.ts'
import type { Found } from './record.ts'
import { granted, standing, type Actor, type Moment } from './rules.ts'

const row = (operation: Operation, actor: Actor, subject: unknown, moment: Moment): May[] => {
  if (operation.inner || operation.kind !== 'command') return []
  if (!granted(operation.rules, actor, subject, moment)) return []
  const against = standing(operation.rules, actor, subject, moment)
  const { name, shape, dangerous } = operation
  const why = against && { clause: against.clause, says: against.why, offer: against.offer }
  return [{ operation: name, title: shape.title, allowed: !against, dangerous, why }]
}

/** Commands on this record that some permit opens in its present state; those that a forbid row stops say why. */
export const mayOn = (registry: Registry, kind: string, actor: Actor, subject: Found, moment: Moment): May[] => {
  if (registry.records.get(kind)?.works(actor, subject) === false) return []
  return (registry.onRecord.get(kind) ?? []).flatMap((operation) => {
    const { life } = operation.record ?? {}
    if (operation.step && life && !mayTake(life, operation.step, subject.state ?? '')) return []
    return row(operation, actor, subject, moment)
  })
}

/** Commands of the same module that need no record, such as registering a new one. */
export const mayBegin = (registry: Registry, operation: Operation, actor: Actor, moment: Moment): May[] =>
  (registry.moduleOf.get(operation.name)?.operations ?? []).flatMap((it) =>
    it.record ? [] : row(it, actor, undefined, moment),
  )
