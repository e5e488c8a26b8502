// What higher rooms ask: which authorities are in force, and who of theirs may see those that name their record.
import type { Tx } from '../../kernel/operation.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { issuerTitles, type IssuerPost, type Purpose } from './contract.ts'
import { authoritiesNaming, putReaders } from './store.ts'
import { isInForce, type InForce, type Subject } from './validity.ts'

const issuerOf = (post: IssuerPost, person: Text | undefined): Text => {
  const office = issuerTitles[post]
  return person
    ? {
        kk: `${office.kk} ${person.kk}`,
        ru: `${office.ru} ${person.ru}`,
        en: `${office.en} ${person.en}`,
      }
    : office
}

const isCommand = ({ house, operation }: Tx): boolean => house.registry.operations.get(operation)?.kind !== 'query'

/**
 * In force on the day, for the purpose, naming EVERY subject given; whatever the actor may see. In a command the rows are share-locked
 * until its end: a revocation waits for the act, and the act sees a revocation that came first.
 */
export async function authoritiesFor(
  tx: Tx,
  { purpose, subjects, on }: { purpose: Purpose; subjects: readonly Subject[]; on: Day },
): Promise<readonly InForce[]> {
  if (!subjects.length) throw new Error('an authority is asked for something, not for everything')
  const found = (await authoritiesNaming(tx, purpose, subjects, isCommand(tx))).filter((it) =>
    isInForce(
      {
        state: it.state,
        from: it.from_on,
        until: it.until_on,
        revokedOn: it.revoked_on,
        issuerHeld: it.issuer_held,
      },
      on,
    ),
  )
  const people = await captionOfEmployees(
    tx,
    found.map(({ issuer_id }) => issuer_id),
  )
  return found.map((it) => ({
    id: it.id,
    kind: it.kind,
    purpose,
    number: it.number,
    issuedOn: it.issued_on,
    from: it.from_on,
    until: it.until_on,
    issuer: issuerOf(it.issuer_post, people.get(it.issuer_id ?? '')),
  }))
}

/** Those who work on a record see the authorities that name it; call it whenever they change. An empty list closes them. */
export const setAuthorityReaders = (tx: Tx, subject: Subject, employees: readonly string[]): Promise<void> =>
  putReaders(tx, subject, employees)
