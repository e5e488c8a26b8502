// What every house has from the first start: the structure, and the powers that rest on no description.
import { z } from 'zod'
import { shape } from '../../kernel/contract.ts'
import type { House } from '../../kernel/house.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fixedId, isPlanted, plantRows } from '../structure/index.ts'
import { outsideTheDepartment, standardDescriptions } from './descriptions.ts'
import { houseItself } from './rules.ts'
import { plantDescription } from './store.ts'

const fromTheStart = '2023-01-19'

export const plantReferenceRows = command(
  shape('org.plantReference', z.object({}), z.object({}), {
    kk: 'Анықтамалық деректерді енгізу',
    ru: 'Внести справочные данные',
    en: 'Plant the reference rows',
  }),
  {
    clauses: ['1'],
    inner: true,
    rules: [houseItself],
    run: async ({ tx }) => {
      await plantRows(tx)
      for (const postCode of outsideTheDepartment) {
        const id = fixedId(`description:${postCode}`)
        await plantDescription(tx, { id, postCode, powers: standardDescriptions[postCode], fromOn: fromTheStart })
      }
      return {}
    },
  },
)

/** Brings in whatever reference row is lacking; does nothing, and writes no journal entry, when all are there. */
export const plantReference = async (house: House): Promise<void> => {
  if (await isPlanted({ db: house.database })) return
  await perform(house, plantReferenceRows, systemActor, {})
}
