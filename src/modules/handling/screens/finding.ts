// What the forms of handling ask the server as one types: colleagues, appeals.
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { kindTitles, listAppeals } from '../../appeals/contract.ts'
import { listColleagues } from '../contract.ts'

export const useColleagues = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(listColleagues, { words })
    return result.rows.map(({ id, name, unit }) => ({ value: id, label: text(name), hint: text(unit) }))
  }
}

export const useAppeals = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(listAppeals, { words: words || null, size: 25 })
    return result.rows.map(({ id, number, slipNumber, subject, kind, unit }) => ({
      value: id,
      label: number ?? slipNumber,
      hint: [subject ?? text(kindTitles[kind]), text(unit)].join(' · '),
    }))
  }
}
