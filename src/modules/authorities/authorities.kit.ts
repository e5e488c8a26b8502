// For tests of authorities and of the gates above them: one asked for and granted, or entered from paper and confirmed, in a line.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { CastName } from '../../app/cast.ts'
import { castId } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import type { askAuthority as askShape } from '../issuing/contract.ts'
import { askAuthority, decideAuthority } from '../issuing/operations.ts'
import { confirmAuthority, registerAuthority } from '../issuing/papers.ts'
import { takeAuthorityFile } from './queries.ts'

type Asking = z.input<typeof askShape.input>

/** Of an employee: a kind of record that all of the staff may see. */
export const about = (who: CastName): string => `employee:${castId(who)}`

export const anAsk = (more: Partial<Asking> = {}): Asking => ({
  entryKey: randomUUID(),
  purpose: 'questioning',
  issuer: 'chairman',
  about: [about('bailiff')],
  ground: 'Тексеру барысында судьядан түсініктеме алу қажет болды.',
  ...more,
})

export const aPaper = (files: readonly string[], more: object = {}) => ({
  ...anAsk(),
  signer: castId('chairman'),
  number: '11-4/28',
  issuedOn: '2026-11-20',
  ground: 'Жоғарғы Сот Төрағасының бұрыштамасы.',
  files: [...files],
  ...more,
})

export const deskOf = ({ as, actor, bring }: Stage) => {
  const asked = async (more: Partial<Asking> = {}): Promise<string> => (await as('head', askAuthority, anAsk(more))).id
  /** Asked for by the head and granted by the office that was asked. */
  const granted = async (more: Partial<Asking> = {}, days: object = {}): Promise<string> => {
    const id = await asked(more)
    const by = more.issuer === 'ca-head' ? 'caHead' : 'chairman'
    await as(by, decideAuthority, { id, granted: true, word: 'Рұқсат етемін.', ...days })
    return id
  }
  const scan = async (by: CastName = 'registrar', name = 'scan.pdf'): Promise<string> =>
    bring(await actor(by), name, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const registered = async (more: object = {}): Promise<{ id: string; file: string }> => {
    const file = await scan()
    const { id } = await as('registrar', registerAuthority, aPaper([file], more))
    return { id, file }
  }
  /** Registered by the registrar; the deputy has opened the scan and confirmed it. */
  const confirmed = async (more: object = {}): Promise<string> => {
    const { id, file } = await registered(more)
    await as('deputy', takeAuthorityFile, { id, file })
    await as('deputy', confirmAuthority, { id })
    return id
  }
  return { asked, granted, scan, registered, confirmed }
}
