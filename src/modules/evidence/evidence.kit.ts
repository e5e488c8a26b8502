// For tests of evidence: an investigation under way with two on its team, and evidence received in a line.
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { castId, type CastName } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { deskOf as investigationDesk } from '../investigations/investigations.kit.ts'
import { addMember } from '../investigations/team-operations.ts'
import type { receiveEvidence as receiveShape } from './contract.ts'
import { receiveEvidence } from './receiving.ts'

type Receiving = z.input<typeof receiveShape.input>

export const aThing = (id: string, more: Partial<Receiving> = {}): Receiving => ({
  id,
  entryKey: randomUUID(),
  kind: 'document',
  what: 'Істерді тіркеу журналы, 96 парақ',
  fromWhom: 'Кеңсе меңгерушісі (ойдан шығарылған)',
  ground: 'inspection',
  paper: 'Қарап-тексеру хаттамасы № 3, 23.11.2026',
  receivedOn: '2026-11-23',
  keptAt: '2-сейф, 4-сөре',
  seal: 'ІҚБ-0417',
  ...more,
})

export const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'

export const deskOf = (stage: Stage) => {
  const { as, bring, actor, owner, house } = stage
  const { opened, register, authorised } = investigationDesk(stage)
  /** Led by the inspector, with the second inspector on the team. */
  const investigated = async () => {
    const { id: person } = await register()
    const it = await opened([person])
    await as('head', addMember, { id: it.id, employee: castId('inspector2'), role: 'member' })
    return it
  }
  const received = async (id: string, more: Partial<Receiving> = {}, who: CastName = 'inspector') =>
    as(who, receiveEvidence, aThing(id, more))
  const withFile = async (id: string, bytes: string | Buffer = pdf, more: Partial<Receiving> = {}) => {
    const original = await bring(await actor('inspector'), 'журнал.pdf', bytes)
    const { id: evidence } = await received(id, { kind: 'electronic', files: [original], ...more })
    const file = await owner
      .selectFrom('evidence_files')
      .selectAll()
      .where('evidence_id', '=', evidence)
      .executeTakeFirstOrThrow()
    return { evidence, file }
  }
  /** Where the encrypted bytes of a file lie. */
  const onDisk = (file: string): string => {
    const found = readdirSync(house.files.directory, { recursive: true, withFileTypes: true }).find(
      (it) => it.isFile() && it.name === file,
    )
    if (!found) throw new Error(`the file ${file} is not on the disk`)
    return join(found.parentPath, found.name)
  }
  return { investigated, received, withFile, onDisk, authorised }
}
