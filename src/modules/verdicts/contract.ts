// What the house itself performs between the register of cases and investigations; not reachable over HTTP.
import { z } from 'zod'
import { id, shape } from '../../kernel/contract.ts'
import { superiorStates } from '../criminalCases/contract.ts'

export const proposeInvestigation = shape(
  'verdicts.propose',
  z.object({ verdict: id, superior: id }),
  z.object({ id }),
  {
    kk: 'Тікелей басшыға қатысты тексеру ұсынылды',
    ru: 'Предложено расследование в отношении руководителя',
    en: 'An investigation of the superior was proposed',
  },
)
export const noteOnCase = shape('verdicts.note', z.object({ id, became: z.enum(superiorStates) }), z.object({}), {
  kk: 'Істер тізіліміне басшыға қатысты нәтиже жазылды',
  ru: 'В реестр дел внесён итог по руководителю',
  en: 'The register of cases was told of the superior',
})

export const followVerdict = shape('verdicts.follow', z.object({ verdict: id }), z.object({}), {
  kk: 'Үкімге сүйенген тексеруге қайта қаралды',
  ru: 'Пересмотрено, на чём стоит расследование',
  en: 'What stands on the verdict was looked at again',
})
