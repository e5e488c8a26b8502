// Counters and durations in the Prometheus text format. No label ever holds a person or a record.
import type { FastifyInstance } from 'fastify'

/** Upper bounds of the duration buckets, seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

interface Series {
  count: number
  seconds: number
  buckets: number[]
}

export interface Metrics {
  observe(name: string, status: number, seconds: number): void
  /** A figure that is asked for at each reading. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  print(): Promise<string>
}

export const openMetrics = (): Metrics => {
  const series = new Map<string, Series>()
  const gauges: { name: string; help: string; read: () => number | Promise<number> }[] = []

  const durations = (): string[] =>
    [...series].flatMap(([labels, { count, seconds, buckets }]) => [
      ...bounds.map((bound, at) => `qorgan_request_seconds_bucket{${labels},le="${bound}"} ${buckets[at] ?? 0}`),
      `qorgan_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
      `qorgan_request_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
      `qorgan_request_seconds_count{${labels}} ${count}`,
    ])

  return {
    observe: (name, status, seconds) => {
      const labels = `operation="${name}",status="${Math.floor(status / 100)}xx"`
      const it = series.get(labels) ?? { count: 0, seconds: 0, buckets: bounds.map(() => 0) }
      it.count += 1
      it.seconds += seconds
      bounds.forEach((bound, at) => {
        if (seconds <= bound) it.buckets[at] = (it.buckets[at] ?? 0) + 1
      })
      series.set(labels, it)
    },
    gauge: (name, help, read) => void gauges.push({ name, help, read }),
    print: async () => {
      const read = await Promise.all(gauges.map(async (it) => ({ ...it, value: await it.read() })))
      return [
        '# HELP qorgan_request_seconds Duration of requests by operation.',
        '# TYPE qorgan_request_seconds histogram',
        ...durations(),
        ...read.flatMap(({ name, help, value }) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} gauge`,
          `${name} ${value}`,
        ]),
        '',
      ].join('\n')
    },
  }
}

/** Counts every request of a server and opens GET /metrics on it. */
export const serveMetrics = (server: FastifyInstance, metrics: Metrics): void => {
  metrics.gauge('qorgan_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss())
  metrics.gauge('qorgan_uptime_seconds', 'Time since the start.', () => Math.round(process.uptime()))
  server.addHook('onResponse', async (request, reply) => {
    const { name } = (request.params ?? {}) as { name?: string }
    const known = reply.statusCode === 404 ? 'unknown' : (name ?? request.routeOptions.url ?? 'unknown')
    metrics.observe(known, reply.statusCode, reply.elapsedTime / 1000)
  })
  server.get('/metrics', async (_, reply) => reply.type('text/plain; version=0.0.4').send(await metrics.print()))
}
