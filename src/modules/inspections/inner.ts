// What the house itself performs when news comes; not reachable over HTTP.
import { z } from 'zod'
import { id, shape } from '../../kernel/contract.ts'

const none = z.object({})

export const followAuthority = shape('inspections.followAuthority', z.object({ ids: z.array(id) }), none, {
  kk: 'Бұйрық не тапсырма өзгерді',
  ru: 'Приказ или поручение изменились',
  en: 'An authority changed',
})
export const noteAuthority = shape('inspections.noteAuthority', z.object({ id }), none, {
  kk: 'Бұйрықтың күші тексерілді',
  ru: 'Проверено, действует ли приказ',
  en: 'Whether the authority is in force was looked at',
})
export const indexInspections = shape('inspections.index', none, z.object({ indexed: z.int() }), {
  kk: 'Іздеу тізімі жаңартылды',
  ru: 'Список поиска обновлён',
  en: 'The search list was renewed',
})
