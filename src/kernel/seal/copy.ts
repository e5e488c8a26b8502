// Rows out of PostgreSQL by COPY in binary form: bytes need no hexadecimal, which costs more than their hashing.
import pg from 'pg'
import type { ClientBase } from 'pg'

/** The fields of one row. They are views that hold until the handler returns; copy what must last longer. */
export type RowHandler = (fields: readonly Buffer[]) => void

const headerBytes = 19

class CopyOut extends pg.Query {
  readonly #onRow: RowHandler
  #rest: Buffer = Buffer.alloc(0)
  #begun = false
  fault: Error | null = null

  constructor(sql: string, onRow: RowHandler, done: (error: Error | undefined) => void) {
    super(`copy (${sql}) to stdout (format binary)`, (error) => done(error ?? undefined))
    this.#onRow = onRow
  }

  /** Called by pg for each piece of the answer; a throw here would end the process. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.fault) return
    try {
      this.#read(this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk)
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error('the reading of copied rows failed', { cause: error })
    }
  }

  #read(bytes: Buffer): void {
    let at = 0
    if (!this.#begun && bytes.length >= headerBytes) [at, this.#begun] = [headerBytes + bytes.readInt32BE(15), true]
    while (this.#begun) {
      const end = this.#readRow(bytes, at)
      if (end === null) break
      at = end
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : Buffer.alloc(0)
  }

  /** Hands on the row at this place and gives the place after it; null where it is not all there yet. */
  #readRow(bytes: Buffer, start: number): number | null {
    if (start + 2 > bytes.length) return null
    const count = bytes.readInt16BE(start)
    if (count < 0) return bytes.length
    const fields: Buffer[] = []
    let at = start + 2
    for (let left = count; left > 0; left--) {
      if (at + 4 > bytes.length) return null
      const length = bytes.readInt32BE(at)
      if (length < 0) throw new Error('a field of the copied rows is null')
      at += 4 + length
      if (at > bytes.length) return null
      fields.push(bytes.subarray(at - length, at))
    }
    this.#onRow(fields)
    return at
  }
}

/** Runs the handler for each row of a query without parameters and nulls. Rejects with what the handler throws. */
export const copyRows = (client: ClientBase, sql: string, onRow: RowHandler): Promise<void> =>
  new Promise((resolve, reject) => {
    const copy: CopyOut = new CopyOut(sql, onRow, (error) => {
      const fault = error ?? copy.fault
      if (fault) reject(fault)
      else resolve()
    })
    client.query(copy)
  })
