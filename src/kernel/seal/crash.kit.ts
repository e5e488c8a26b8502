// A sequencer in a process of its own, to be killed: node crash.kit.ts URL FOLDER, the signing key in its environment.
import pg from 'pg'
import { wallClock } from '../clock.ts'
import { readSigner } from './notes.ts'
import { startSequencer } from './sequencer.ts'

const [connectionString, outside = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 2 })
pool.on('error', () => undefined)
const signer = readSigner(process.env['JOURNAL_KEY'] ?? '')
const { health } = await startSequencer({ pool, signer, outside, clock: wallClock, everyMs: 1, batch: 3 })
process.stdout.write(`${health().fault ?? 'sealing'}\n`)
setInterval(() => undefined, 60_000)
