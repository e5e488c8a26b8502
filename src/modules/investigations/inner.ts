// What the house itself performs when news comes; not reachable over HTTP.
import { z } from 'zod'
import { id, shape } from '../../kernel/contract.ts'

const none = z.object({})

export const followAuthority = shape('investigations.followAuthority', z.object({ ids: z.array(id) }), none, {
  kk: 'Тапсырма өзгерді',
  ru: 'Поручение изменилось',
  en: 'An authority changed',
})
export const noteAuthority = shape('investigations.noteAuthority', z.object({ id }), none, {
  kk: 'Тапсырманың күші тексерілді',
  ru: 'Проверено, действует ли поручение',
  en: 'Whether the authority is in force was looked at',
})
export const indexInvestigations = shape('investigations.index', none, z.object({ indexed: z.int() }), {
  kk: 'Іздеу тізімі жаңартылды',
  ru: 'Список поиска обновлён',
  en: 'The search list was renewed',
})
