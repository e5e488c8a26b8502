// A person with a fixed id, for the demonstration: the same hiring as by hand, performed by the house itself.
import { z } from 'zod'
import { day, id, language, shape } from '../../kernel/contract.ts'
import { command } from '../../kernel/operation.ts'
import { postalAddress } from './people/contract.ts'
import { takeOn } from './people/hiring.ts'
import { houseItself } from './rules.ts'

export const plantPerson = command(
  shape(
    'org.plantPerson',
    z.object({
      id,
      name: z.string(),
      iin: z.string().nullable().default(null),
      email: postalAddress.nullable(),
      language,
      joinedOn: day,
    }),
    z.object({ id }),
    {
      kk: 'Көрсетілім қызметкерін енгізу',
      ru: 'Внести демонстрационного работника',
      en: 'Plant a demonstration employee',
    },
  ),
  {
    clauses: ['1'],
    inner: true,
    rules: [houseItself],
    run: async ({ input, tx }) => ({
      id: (await takeOn(tx, input.id, { ...input, nameRu: null, nameEn: null }, input.joinedOn)).id,
    }),
  },
)
