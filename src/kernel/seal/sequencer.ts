// The one sequencer: takes entries out of the inbox in batches, grows the tree, signs a checkpoint, carries it outside.
import type { Pool, PoolClient } from 'pg'
import type { Clock } from '../clock.ts'
import { signCheckpoint } from './notes.ts'
import type { Checkpoint, Signer } from './notes.ts'
import { keepCopy, prepareOutside, readNewest, writeNewest } from './outside.ts'
import type { Occasion } from './outside.ts'
import { Tampered, askClient, assertGrown, readState, takeBatch, writeCheckpoint, writeTiles } from './store.ts'
import type { State } from './store.ts'

export interface SequencerOptions {
  /** Connections of the owner: the roles of the servers cannot write the log. */
  pool: Pool
  signer: Signer
  /** The folder of checkpoints outside the database. */
  outside: string
  clock: Clock
  /** How often the inbox is looked at, in milliseconds. */
  everyMs?: number
  /** The most entries of one batch. */
  batch?: number
  /** Where faults are told, one line each. */
  tell?: (line: string) => void
}

/** How the journal is; `fault` means tampering and stops the sealing, `trouble` is passing (no database, disk full). */
export interface SealHealth {
  ok: boolean
  fault: string | null
  trouble: string | null
  /** Whether this instance seals; another one may. */
  leads: boolean
  size: number
  root: string | null
  sealedAt: Date | null
}

export interface Sequencer {
  /** Looks into the inbox soon; many calls are one look. */
  wake(): void
  /** Seals what is in the inbox now. Errors: Tampered; Error where it is not sealed in ten seconds. */
  flush(): Promise<void>
  health(): SealHealth
  /** Seals what is left, keeps a dated copy and lets go. */
  stop(): Promise<void>
}

// Two numbers that name our advisory lock: the RFC of the tree, and the sequencer in it.
const lock = [6962, 1] as const
const hourMs = 3_600_000

// A connection that breaks is noticed by the next query on it.
const ignore = (): void => undefined

export const startSequencer = async (options: SequencerOptions): Promise<Sequencer> => {
  const { pool, signer, outside, clock, everyMs = 200, batch = 5_000, tell = console.error } = options
  let client: PoolClient | null = null
  let last: Checkpoint | null = null
  let sealedAt: Date | null = null
  let copiedAt: Date | null = null
  let fault: Tampered | null = null
  let trouble: string | null = null
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const letGo = (error?: Error): void => {
    client?.release(error ?? true)
    client = null
  }

  /** Takes the lock and proves that the log grew out of what is known outside. Null while another instance leads. */
  const lead = async (): Promise<PoolClient | null> => {
    if (client) return client
    const candidate = await pool.connect()
    candidate.on('error', ignore)
    try {
      const { rows } = await candidate.query<{ ours: boolean }>('select pg_try_advisory_lock($1, $2) as ours', [
        ...lock,
      ])
      if (!rows[0]?.ours) {
        candidate.off('error', ignore)
        candidate.release()
        return null
      }
      client = candidate
    } catch (error) {
      candidate.release(true)
      throw error
    }
    await takeOver(candidate)
    return client
  }

  const within = async <T>(run: (ask: ReturnType<typeof askClient>) => Promise<T>): Promise<T> => {
    if (!client) throw new Error('the sequencer does not lead')
    const ask = askClient(client)
    await ask('begin')
    try {
      await ask(`select set_config('app.operation', 'journal.sequence', true)`)
      const result = await run(ask)
      await ask('commit')
      return result
    } catch (error) {
      await ask('rollback').catch(() => undefined)
      throw error
    }
  }

  const takeOver = async (candidate: PoolClient): Promise<void> => {
    await prepareOutside(outside, signer)
    const known = await readNewest(outside, signer)
    const state = await readState(askClient(candidate), signer)
    for (const { file, checkpoint, fault: why } of known) {
      if (!checkpoint) throw new Tampered(`the checkpoint outside (${file}) is false: ${why}`)
      await assertGrown(askClient(candidate), state, checkpoint)
    }
    if (known.length === 0 && state.size > 0)
      tell(`journal: no checkpoint outside the database; ${state.size} entries are taken as they are`)
    // A crash between commit and file leaves the file behind the database; from here on they are equal again.
    const note = state.note ?? (await within((ask) => seal(ask, state)))
    await carryOut({ origin: signer.name, size: state.size, root: state.root }, note)
    if (!copiedAt) await copy(note, state.size, 'start')
  }

  const seal = async (ask: ReturnType<typeof askClient>, { tree }: Pick<State, 'tree'>): Promise<string> => {
    const note = signCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() }, signer)
    await writeCheckpoint(ask, tree.size, tree.root(), note, clock.now())
    return note
  }

  const carryOut = async (checkpoint: Checkpoint, note: string): Promise<void> => {
    last = checkpoint
    sealedAt = clock.now()
    await writeNewest(outside, note)
  }

  const copy = async (note: string, size: number, occasion: Occasion): Promise<void> => {
    copiedAt = clock.now()
    await keepCopy(outside, note, size, copiedAt, occasion)
  }

  /** One batch; gives how many entries it took. */
  const sequence = async (): Promise<number> => {
    const made = await within(async (ask) => {
      const state = await readState(ask, signer)
      if (last) await assertGrown(ask, state, last)
      const leaves = await takeBatch(ask, batch, state.size)
      if (leaves.length === 0) return null
      for (const leaf of leaves) state.tree.push(leaf)
      await writeTiles(ask, state.tree.changed())
      const note = await seal(ask, state)
      return {
        taken: leaves.length,
        note,
        checkpoint: { origin: signer.name, size: state.tree.size, root: state.tree.root() },
      }
    })
    if (!made) return 0
    await carryOut(made.checkpoint, made.note)
    return made.taken
  }

  /** Seals all that is there; false where another instance leads. */
  const work = async (): Promise<boolean> => {
    if (fault) return true
    try {
      const ours = await lead()
      if (!ours) return false
      const waiting = await ours.query<{ some: boolean }>('select exists (select from journal_inbox) as some')
      const due = copiedAt !== null && clock.now().getTime() - copiedAt.getTime() >= hourMs
      if (waiting.rows[0]?.some || due) while ((await sequence()) === batch);
      if (due) await copyNewest('hour')
      trouble = null
    } catch (error) {
      letGo(error instanceof Error ? error : undefined)
      if (error instanceof Tampered) {
        fault = error
        tell(`journal: SEALING IS STOPPED. ${error.message}. See docs/journal.md.`)
      } else {
        const message = error instanceof Error ? error.message : String(error)
        if (trouble !== message) tell(`journal: sealing waits: ${message}`)
        trouble = message
      }
    }
    return true
  }

  const copyNewest = async (occasion: Occasion): Promise<void> => {
    if (last) await copy(signCheckpoint(last, signer), last.size, occasion)
  }

  const enqueue = (): Promise<boolean> => {
    const next = turn.then(work)
    turn = next
    return next
  }

  const plan = (afterMs: number): void => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void enqueue().then(() => plan(everyMs)), afterMs)
    timer.unref()
  }

  const flush = async (): Promise<void> => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const done = await enqueue()
      if (fault) throw fault
      if (done && trouble === null) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`the journal was not sealed in time: ${trouble ?? 'another instance leads'}`)
  }

  await enqueue()
  plan(everyMs)
  return {
    wake: () => plan(0),
    flush,
    health: () => ({
      ok: !fault && !trouble,
      fault: fault?.message ?? null,
      trouble,
      leads: client !== null,
      size: last?.size ?? 0,
      root: last?.root.toString('base64') ?? null,
      sealedAt,
    }),
    stop: async () => {
      if (stopped) return
      stopped = true
      clearTimeout(timer)
      await enqueue()
      if (client)
        await copyNewest('stop').catch((error: unknown) =>
          tell(`journal: no copy at stop: ${error instanceof Error ? error.message : error}`),
        )
      letGo()
    },
  }
}
