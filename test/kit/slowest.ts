// A reporter beside the usual one: the ten test files that took longest, told at the end of the suite so that they stay in sight.
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

const root = `${import.meta.dirname}/../..`

export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const took: { file: string; seconds: number }[] = []
  for await (const { type, data } of events)
    if (type === 'test:summary' && data.file)
      took.push({ file: relative(root, data.file), seconds: data.duration_ms / 1000 })
  if (took.length < 2) return
  const longest = took.sort((a, b) => b.seconds - a.seconds).slice(0, 10)
  const lines = longest.map(({ file, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${file}\n`)
  yield `\nThe files that took longest:\n${lines.join('')}`
}
