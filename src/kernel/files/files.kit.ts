// Files for tests: made, received, attached to a paper, read again.
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addPaper, doing, employee } from '../../../test/kit/room.ts'
import { publicActor } from '../../../test/kit/house.ts'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import type { Actor } from '../rules.ts'
import { attachFile, readBytes, receiveFile } from './index.ts'

export const unit = newId()
export const inspector = employee(unit)
export const stranger = employee(newId())
export const visitor = publicActor('ab')
export const pdf = (length = 1000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)])

export const receive = (
  house: House,
  bytes: Buffer,
  by: Actor = inspector,
  more: { name?: string; maxBytes?: number } = {},
) => receiveFile(house, Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), { name: 'арыз.pdf', by, ...more })

export const read = (house: House, actor: Actor, id: string): Promise<Buffer> =>
  doing(house, actor, (tx) => readBytes(tx, id))

/** A file attached to a paper of the inspector's unit. */
export const attached = async (house: House, bytes = pdf()) => {
  const { id } = await receive(house, bytes)
  const paper = await doing(house, inspector, async (tx) => {
    const made = await addPaper(tx, unit)
    await attachFile(tx, id, 'paper', made)
    return made
  })
  return { id, paper, bytes }
}

export const filesOn = ({ files }: House): string[] =>
  readdirSync(files.directory, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
