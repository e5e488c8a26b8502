// Asks NCALayer, the program beside the browser that holds people's keys, for a detached CMS. The key never comes here.
import whole from 'ncalayer-js-client'

/** What went wrong, for the screen to say in words. */
export type LayerTrouble = 'not-running' | 'cancelled' | 'failed'

export class LayerRefused extends Error {
  readonly trouble: LayerTrouble
  constructor(trouble: LayerTrouble, words: string) {
    super(words)
    this.trouble = trouble
  }
}

const { NCALayerClient } = whole
type Client = InstanceType<typeof NCALayerClient>

const usual = 'wss://127.0.0.1:13579'
const answersWithinMs = 8_000

const trouble =
  (of: LayerTrouble) =>
  (fault: unknown): never => {
    const cancelled = fault instanceof Error && 'canceledByUser' in fault && fault.canceledByUser === true
    throw new LayerRefused(cancelled ? 'cancelled' : of, fault instanceof Error ? fault.message : String(fault))
  }

const within = <R>(ms: number, work: Promise<R>): Promise<R> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const clock = setTimeout(() => reject(new Error('NCALayer does not answer')), ms)
  return Promise.race([work, promise]).finally(() => clearTimeout(clock))
}

const openClient = (url: string): Client => {
  const client = new NCALayerClient(url, false)
  // The client looks for the web interface of another program too; no page of ours may speak to that.
  client.kmdHttpApiUrl = typeof location === 'undefined' ? 'data:,' : location.origin
  return client
}

export interface LayerAsk {
  /** The bytes to sign, base64. */
  content: string
  /** Language of NCALayer's own window: 'kk', 'ru', 'en'. */
  language: string
  /** Called when NCALayer has answered and the person chooses a key in its window. */
  onConnected?: () => void
  url?: string
}

const locales: Readonly<Record<string, string>> = { kk: 'kk', ru: 'ru', en: 'en' }

/** The person's detached CMS, base64. @throws LayerRefused */
export const signByLayer = async ({ content, language, onConnected, url = usual }: LayerAsk): Promise<string> => {
  const client = openClient(url)
  try {
    await within(answersWithinMs, client.connect()).catch(trouble('not-running'))
    onConnected?.()
    const { basicsStorageAll, basicsCMSParamsDetached, basicsSignerSignAny } = NCALayerClient
    const made = await client
      .basicsSignCMS(basicsStorageAll, content, basicsCMSParamsDetached, basicsSignerSignAny, locales[language] ?? 'ru')
      .catch(trouble('failed'))
    const cms = [made].flat()[0]
    if (typeof cms !== 'string' || !cms) throw new LayerRefused('failed', 'NCALayer gave no signature')
    // PEM or base64 in lines, as its versions differ.
    return cms.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')
  } finally {
    client.wsConnection?.close()
  }
}
