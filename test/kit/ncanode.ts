// A small NCANode on loopback: answers POST /cms/verify in the JSON of NCANode 3, from what it is told of the signature.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  cms: string
  data: string
  revocationCheck: string[]
}

export interface Ncanode {
  url: string
  asked: Asked[]
  /** Status and body of the next answers. */
  answer: (asked: Asked) => { status: number; body: unknown }
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Asked> => {
  const parts = await Array.fromAsync(request as AsyncIterable<Buffer>)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Asked
}

export const openNcanode = async (answer: Ncanode['answer']): Promise<Ncanode> => {
  const it: Ncanode = { url: '', asked: [], answer, close: async () => {} }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await bodyOf(request)
    it.asked.push(asked)
    if (request.method !== 'POST' || request.url !== '/cms/verify') return void response.writeHead(404).end('{}')
    const { status, body } = it.answer(asked)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  it.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return it
}
