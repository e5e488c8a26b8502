// A reporter beside the usual one: the ten test files that took longest, told at the end of the suite so that they stay in sight.
import { writeSync } from 'node:fs'
import type { TestEvent } from 'node:test/reporters'

const took: { file: string; seconds: number }[] = []

// The runner ends without waiting for its reporters, so this is said while it goes.
process.once('exit', () => {
  if (took.length < 2) return
  const longest = took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)
  const lines = longest.map(({ file, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${file}\n`)
  writeSync(1, `\nThe files that took longest:\n${lines.join('')}`)
})

export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events)
    // A file is a test too, named after itself; its time is that of the whole process.
    if (type === 'test:complete' && data.nesting === 0 && data.file?.endsWith(`/${data.name}`))
      took.push({ file: data.name, seconds: data.details.duration_ms / 1000 })
  yield ''
}
