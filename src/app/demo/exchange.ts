// The demonstration's exchange: one file of the state register taken in, with rows that were bad, another checked and waiting.
import { receiveFile } from '../../kernel/files/index.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import type { Planting } from './appeals.ts'

const heading =
  'Номер обращения;Дата поступления;Вид обращения;Язык обращения;Заявитель;Адрес;Суд;Регион;Тема;Содержание'

const matters = [
  ['Жалоба', 'русский', 'Волокита в канцелярии', 'Иск не регистрируют вторую неделю. Вымышлено для показа.'],
  ['Шағым', 'қазақша', 'Құжат берілмейді', 'Сот актісінің көшірмесі берілмей жатыр. Көрсетілім үшін ойдан шығарылған.'],
  ['Сообщение', 'русский', 'Просили вознаграждение', 'За приём документов просили деньги. Вымышлено для показа.'],
  ['Өтініш', 'қазақша', 'Кезек тәртібі', 'Істер кезексіз қабылданады. Көрсетілім үшін ойдан шығарылған.'],
] as const
const people = ['Ойдан шығарылған Ақылбеков', 'Вымышленный Семёнов', 'Ойдан шығарылған Нұрбаева', 'Вымышленная Орлова']
const regions = ['10', '35', '75', '71', '39', '63']

const rowOf = (n: number, on: string): string[] => {
  const [kind, language, subject, text] = matters[n % matters.length] ?? matters[0]
  const number = `ЖТ-2026-${String(4_100 + n)}`
  const where = 'Көрсетілім көшесі, 1'
  const region = regions[n % regions.length] ?? '71'
  return [number, on, kind, language, people[n % people.length] ?? '', where, `REG-${region}`, region, subject, text]
}

const fileOf = (from: number, count: number, on: string): string => {
  const rows = Array.from({ length: count }, (_, n) => rowOf(from + n, on))
  // What goes wrong in such files: an unknown kind, a day that is none, nowhere to answer to.
  rows[3]?.splice(2, 1, 'Донос')
  rows[7]?.splice(1, 1, '31.02.2026')
  rows[9]?.splice(5, 1, '')
  return [heading, ...rows.map((row) => row.join(';'))].join('\r\n')
}

/** Brings two files as the registrar; the first is imported and reported back. */
export async function plantExchange({ house, today, actor }: Planting): Promise<void> {
  const { calendar } = await house.parameters.current()
  const day = calendar.addWorkingDays(today, -1)
  const registrar = await actor('registrar')
  const act = async (operation: string, input: object): Promise<Record<string, unknown>> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, found, { ...registrar, session }, input)).result as Record<string, unknown>
  }
  const [profile] = (await act('exchange.profiles', {}))['rows'] as { id: string; system: string }[]
  if (!profile) return
  const bring = async (name: string, words: string): Promise<unknown> => {
    const source = (async function* () {
      yield Buffer.from(words)
    })()
    const file = await receiveFile(house, source, { name, by: registrar })
    const { import: id } = await act('exchange.bring', { profile: profile.id, files: [file.id] })
    await drainJobs(house)
    return id
  }
  const first = await bring('eotinish-1.csv', fileOf(0, 14, day))
  await act('exchange.start', { id: first })
  await drainJobs(house)
  await act('exchange.makeExport', { system: profile.system, from: day, until: today })
  await bring('eotinish-2.csv', fileOf(8, 12, day))
}
