// Where the browser keeps a key pair that it made: IndexedDB holds the keys themselves, which no script can read out.

export interface KeptKey {
  privateKey: CryptoKey
  /** DER. */
  certificate: Uint8Array<ArrayBuffer>
  until: Date
}

const shelf = 'keys'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('qorgan-signing', 1)
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(shelf))
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the keys cannot be opened')))
  })

const ask = async <R>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest<R>): Promise<R> => {
  const database = await open()
  try {
    return await new Promise<R>((resolve, reject) => {
      const asked = work(database.transaction(shelf, mode).objectStore(shelf))
      asked.addEventListener('success', () => resolve(asked.result))
      asked.addEventListener('error', () => reject(asked.error ?? new Error('the keys cannot be read')))
    })
  } finally {
    database.close()
  }
}

export const readKey = async (name: string): Promise<KeptKey | null> =>
  (await ask<KeptKey | undefined>('readonly', (keys) => keys.get(name))) ?? null

export const keepKey = (name: string, key: KeptKey): Promise<unknown> => ask('readwrite', (keys) => keys.put(key, name))

export const dropKey = (name: string): Promise<unknown> => ask('readwrite', (keys) => keys.delete(name))
