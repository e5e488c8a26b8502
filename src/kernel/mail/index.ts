// Mail: written into an outbox within the operation, sent by a job where a mail server is configured, readable where not.
import { sql, type Transaction } from 'kysely'
import { asActor, begin, type Tables } from '../database.ts'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../operation.ts'
import { systemActor } from '../system.ts'
import type { Language } from '../text.ts'
import { fillTemplate, type Filling, type MailTemplate } from './templates.ts'

export { mailTemplate, type Filling, type MailTemplate } from './templates.ts'

interface Sending extends Filling {
  to: string
  language: Language
}

/** Writes a letter into the outbox; it leaves after the commit. @throws Error for a number or link that could tell of a case */
export async function sendMail(tx: Tx, template: MailTemplate, { to, language, number, link }: Sending): Promise<void> {
  const { subject, body } = fillTemplate(template, language, { number, link }, [tx.house.staffUrl, tx.house.portalUrl])
  const id = newId()
  await sql`insert into mails (id, at, address, language, template, subject, body)
    values (${id}, ${tx.at}, ${to}, ${language}, ${template.name}, ${subject}, ${body})`.execute(tx.db)
  await tx.enqueue('mail.deliver', { id })
}

export type MailState = 'waiting' | 'sent' | 'kept' | 'failed'

export interface Mail {
  id: string
  at: Date
  address: string
  language: Language
  template: string
  subject: string
  body: string
  state: MailState
  attempts: number
  doneAt: Date | null
  fault: string | null
}

const columns = sql`id, at, address, language, template, subject, body, state, attempts, done_at as "doneAt", fault`

/** A page of the outbox, the latest first; `page` counts from 1. Who may read it is the calling operation's rule. */
export async function outbox(
  tx: Pick<Tx, 'db'>,
  { page, size }: { page: number; size: number },
): Promise<{ rows: Mail[]; total: number }> {
  const { rows } =
    await sql<Mail>`select ${columns} from mails order by at desc, id limit ${size} offset ${(page - 1) * size}`.execute(
      tx.db,
    )
  const counted = await sql<{ total: number }>`select count(*) as total from mails`.execute(tx.db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

const mostAttempts = 12

const senderOf = (smtp: URL): string => smtp.searchParams.get('from') ?? `qorgan@${smtp.hostname}`

/** Sends one waiting letter. @throws the mail server's fault, so that the job is repeated later */
export async function deliverMail(house: House, id: string): Promise<void> {
  const mail = await asActor(house.database, systemActor, (db) => findWaiting(db, id))
  if (!mail) return
  if (!house.smtpUrl) return settle(house, id, { state: 'kept', fault: null })
  const smtp = new URL(house.smtpUrl)
  const from = senderOf(smtp)
  smtp.searchParams.delete('from')
  // Read late: most houses, and every test but one, send nothing.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtp.href)
  try {
    // The same Message-ID at every attempt: a letter that the server took before the line broke is not shown twice.
    await transport.sendMail({
      from,
      to: mail.address,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${id}@${from.split('@')[1] ?? 'qorgan'}>`,
      headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
    })
  } catch (fault) {
    const over = mail.attempts + 1 >= mostAttempts
    await settle(house, id, { state: over ? 'failed' : 'waiting', fault: wordsOf(fault) })
    throw fault
  } finally {
    transport.close()
  }
  await settle(house, id, { state: 'sent', fault: null })
}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).slice(0, 300)

async function findWaiting(db: Transaction<Tables>, id: string): Promise<Mail | undefined> {
  const { rows } = await sql<Mail>`select ${columns} from mails where id = ${id} and state = 'waiting'`.execute(db)
  return rows[0]
}

const settle = (
  house: House,
  id: string,
  { state, fault }: { state: MailState; fault: string | null },
): Promise<void> =>
  house.database.transaction().execute(async (db) => {
    await begin(db, 'mail.deliver', systemActor)
    await sql`update mails set state = ${state}, fault = ${fault}, attempts = attempts + ${state === 'kept' ? 0 : 1},
      done_at = ${state === 'waiting' ? null : house.clock.now()} where id = ${id}`.execute(db)
  })
