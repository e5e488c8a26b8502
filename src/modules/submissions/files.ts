// Files of an appeal: few and small enough by the law's parameters, given to the appeal, handed out through it with custody.
import { attachFile, readFile, shareFile } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { FileReply } from '../../kernel/reply.ts'
import { sayBytes } from '../../kernel/units.ts'
import { keptFile, linkFiles } from './store.ts'

interface To {
  appeal: string
  message: string | null
  side: 'applicant' | 'department'
}

const tooMany = (most: number) => ({
  kk: `Тым көп файл. Ең көбі: ${most}.`,
  ru: `Слишком много файлов. Не больше: ${most}.`,
  en: `Too many files. At most ${most}.`,
})

const tooMuch = (most: number) => {
  const { kk, ru, en } = sayBytes(most)
  return {
    kk: `Файлдардың жалпы көлемі тым үлкен. Ең көбі: ${kk}.`,
    ru: `Общий размер файлов слишком велик. Не больше: ${ru}.`,
    en: `The files together are too large. At most ${en}.`,
  }
}

/** Gives received files to the appeal. @throws Refusal 'unknown' for another's file, 'invalid' for too many or too much */
export async function attachFiles(tx: Tx, to: To, ids: readonly string[]): Promise<void> {
  const most = tx.parameter('file.count.max').value
  if (ids.length > most) throw invalidField('files', tooMany(most))
  const files = []
  for (const id of ids) files.push(await attachFile(tx, id, 'appeal', to.appeal))
  const bytes = files.reduce((sum, file) => sum + Number(file.bytes), 0)
  const heaviest = tx.parameter('file.total.max').value
  if (bytes > heaviest) throw invalidField('files', tooMuch(heaviest))
  await linkFiles(tx, to, files)
}

/** The signed reply, shown with the appeal from now on. */
export const shareReply = (tx: Tx, appeal: string, file: string): Promise<void> => shareFile(tx, file, 'appeal', appeal)

/** A signed document of the Department becomes a file of the appeal too. */
export async function shareDocument(tx: Tx, to: To, { id, name }: { id: string; name: string }): Promise<void> {
  await shareFile(tx, id, 'appeal', to.appeal)
  await linkFiles(tx, to, [{ ...(await keptFile(tx, id)), name }])
}

export const openFile = (tx: Tx, file: string): Promise<FileReply> => readFile(tx, file)
export const openPublicFile = (tx: Tx, file: string, name: string): Promise<FileReply> => readFile(tx, file, name)
