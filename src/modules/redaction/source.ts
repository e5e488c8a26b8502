// The file to be copied: found through its record in the actor's sight, and read by the very operation that gives it out.
// So whoever may not read a file cannot make a copy of it, whatever room the record lives in.
import { createHash } from 'node:crypto'
import { parse } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Found, RecordKind } from '../../kernel/record.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { isFile } from '../../kernel/reply.ts'
import { judge } from '../../kernel/rules.ts'
import { copyableTypes, type Copyable } from './raster/order.ts'

export interface Asked {
  kind: string
  id: string
  file: string
}

export interface Source {
  record: { kind: string; table: string; id: string; caption: string; page: string | null }
  name: string
  type: Copyable
  bytes: Buffer
  sha256: string
}

/** Larger files are turned away before a byte is read: the whole of a file is held in memory while it is drawn. */
const mostBytes = 40 * 1024 * 1024

const wrongType = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Бұл файлдан редакцияланған көшірме жасалмайды. PDF, PNG немесе JPEG файлын таңдаңыз.',
      ru: 'Из этого файла копию с изъятиями изготовить нельзя. Выберите файл PDF, PNG или JPEG.',
      en: 'No redacted copy can be made of this file. Choose a PDF, PNG or JPEG file.',
    },
    { clause: '5.16' },
  )

const tooLarge = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Файл тым үлкен. Көлемі 40 МБ аспайтын файлдың көшірмесі жасалады.',
    ru: 'Файл слишком большой. Копия изготавливается из файла не больше 40 МБ.',
    en: 'The file is too large. A copy is made of a file of 40 MB at most.',
  })

/** The kind and the record itself as the actor sees it. @throws Refusal 'unknown' */
export async function recordInSight(tx: Tx, kind: string, id: string): Promise<{ kind: RecordKind; found: Found }> {
  const known = tx.house.registry.records.get(kind)
  const found = await known?.find(tx, id, false)
  if (!known || !found) throw unknownRecord()
  return { kind: known, found }
}

const isCopyable = (type: string): type is Copyable => copyableTypes.some((each) => each === type)

/** @throws Refusal 'unknown', 'forbidden' as the file's own room says, 'wrong-state' where no copy can be made of it */
export async function readSource(tx: Tx, asked: Asked): Promise<Source> {
  const { kind, found } = await recordInSight(tx, asked.kind, asked.id)
  const gives = tx.house.registry.onRecord.get(kind.name)?.find(({ name }) => name.endsWith('.file'))
  // A file that asks for a fresh proof of identity would have to ask for it here too; no room has one yet.
  if (!gives || gives.dangerous || gives.inner) throw unknownRecord()
  judge(gives.rules, tx.actor, found, tx)
  const input = parse(gives.shape.input, { id: asked.id, file: asked.file })
  const reply = await gives.run({ input, subject: found, actor: tx.actor, tx })
  if (reply instanceof Refusal) throw reply
  if (!isFile(reply)) throw unknownRecord()
  const refuse = (refusal: Refusal): never => {
    reply.stream.destroy()
    throw refusal
  }
  if (!isCopyable(reply.type)) return refuse(wrongType())
  if (reply.bytes > mostBytes) return refuse(tooLarge())
  const bytes = Buffer.concat((await reply.stream.toArray()) as Buffer[])
  return {
    record: {
      kind: kind.name,
      table: kind.table,
      id: asked.id,
      caption: kind.caption(found),
      page: kind.page?.(asked.id) ?? null,
    },
    name: reply.name,
    type: reply.type,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
