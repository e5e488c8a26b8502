// The SQL of passkeys.
import type { Kysely } from 'kysely'
import type { Tables } from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type {} from './store.ts'

type Db = { db: Kysely<Tables> }

export interface Passkey {
  id: string
  version: number
  employeeId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  addedAt: Date
  usedAt: Date | null
}

const passkeys = ({ db }: Db) =>
  db
    .selectFrom('passkeys')
    .select([
      'id',
      'version',
      'employee_id as employeeId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'counter',
      'transports',
      'name',
      'added_at as addedAt',
      'used_at as usedAt',
    ])

export const passkeysOf = (tx: Db, employeeId: string): Promise<Passkey[]> =>
  passkeys(tx).where('employee_id', '=', employeeId).orderBy('added_at').execute()

export const passkeyByCredential = (tx: Db, credentialId: string): Promise<Passkey | undefined> =>
  passkeys(tx).where('credential_id', '=', credentialId).forUpdate().executeTakeFirst()

export const findPasskey = (tx: Tx, id: string, lock: boolean): Promise<Passkey | undefined> => {
  const row = passkeys(tx).where('id', '=', id)
  return (lock ? row.forUpdate() : row).executeTakeFirst()
}

export const addPasskey = async ({ db }: Db, it: Omit<Passkey, 'id' | 'version' | 'usedAt'>): Promise<string> => {
  const id = newId()
  await db
    .insertInto('passkeys')
    .values({
      id,
      employee_id: it.employeeId,
      credential_id: it.credentialId,
      public_key: it.publicKey,
      counter: it.counter,
      transports: it.transports,
      name: it.name,
      added_at: it.addedAt,
      used_at: null,
    })
    .execute()
  return id
}

export const usePasskey = async ({ db }: Db, id: string, counter: number, at: Date): Promise<void> => {
  await db.updateTable('passkeys').set({ counter, used_at: at }).where('id', '=', id).execute()
}

export const deletePasskey = async ({ db }: Db, id: string): Promise<void> => {
  await db.deleteFrom('passkeys').where('id', '=', id).execute()
}

export const deletePasskeysOf = async ({ db }: Db, employeeId: string): Promise<void> => {
  await db.deleteFrom('passkeys').where('employee_id', '=', employeeId).execute()
}
