// What we use of a package that brings no types.
declare module 'ncalayer-js-client' {
  export class NCALayerClient {
    constructor(url?: string, allowKmdHttpApi?: boolean)
    static readonly basicsStorageAll: null
    static readonly basicsCMSParamsDetached: object
    static readonly basicsSignerSignAny: object
    wsConnection: WebSocket | null
    kmdHttpApiUrl: string
    connect(): Promise<string>
    basicsSignCMS(
      storages: readonly string[] | null,
      content: string,
      params: object,
      signer: object,
      locale?: string,
    ): Promise<string | string[]>
  }
  const whole: { NCALayerClient: typeof NCALayerClient }
  export default whole
}
