// The law's data of a running house: read once, dropped when the database tells of a change.
import { listenTo } from './channel.ts'
import type { Database } from './database.ts'
import { loadParameters, parametersChannel, parameterShelf, type ParameterShelf } from './overrides.ts'

export interface ParameterWatch extends ParameterShelf {
  close(): Promise<void>
}

export const watchParameters = (url: string, database: Database): ParameterWatch => {
  const shelf = parameterShelf(() => loadParameters(database))
  const channel = listenTo(url, parametersChannel, { hear: shelf.drop, awake: shelf.drop })
  return { ...shelf, close: channel.close }
}
