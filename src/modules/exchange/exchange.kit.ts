// Files of the state register for the tests of exchange: invented appeals, some rows bad in every way that a row can be.
import { castIin } from '../../app/cast.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { bringFile, listProfiles, openImport, startImport } from './operations.ts'

export const heading = [
  'Номер обращения',
  'Дата поступления',
  'Вид обращения',
  'Язык обращения',
  'Заявитель',
  'ИИН/БИН',
  'Адрес',
  'Суд',
  'Регион',
  'Тема',
  'Содержание',
]

export const iin = castIin('inspector')

/** A good row of the file. */
export const goodRow = (n: number, more: Partial<Record<string, string>> = {}): string[] => {
  const cells: Record<string, string> = {
    'Номер обращения': `ЖТ-2026-${String(n).padStart(6, '0')}`,
    'Дата поступления': `${String((n % 20) + 1).padStart(2, '0')}.11.2026`,
    'Вид обращения': n % 2 ? 'Жалоба' : 'Сообщение',
    'Язык обращения': n % 3 ? 'казахский' : 'русский',
    Заявитель: `Ойдан шығарылған ${n}`,
    'ИИН/БИН': iin,
    Адрес: 'Семей қаласы, Абай көшесі, 1-үй',
    Суд: 'REG-10',
    Регион: '10',
    Тема: `Тақырып ${n}`,
    Содержание: `Кеңсе қызметкері ақы сұрады, ${n}.`,
    ...more,
  }
  return heading.map((name) => cells[name] ?? '')
}

/** Each bad in one way; the column that must be named in its explanation. */
export const badRows: readonly [field: string, more: Partial<Record<string, string>>][] = [
  ['outsideNumber', { 'Номер обращения': '' }],
  ['receivedOn', { 'Дата поступления': '2026/11/32' }],
  ['receivedOn', { 'Дата поступления': '01.01.2099' }],
  ['kind', { 'Вид обращения': 'Донос' }],
  ['language', { 'Язык обращения': 'латынь' }],
  ['number', { 'ИИН/БИН': '123456789012' }],
  ['address', { Адрес: '' }],
  ['region', { Регион: '99' }],
  ['text', { Содержание: '' }],
  ['name', { Заявитель: '' }],
]

const quoted = (value: string): string => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
export const csvOf = (rows: readonly string[][]): string =>
  [heading, ...rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('')

export const defaultProfile = async (stage: Stage) => {
  const { rows } = await stage.as('registrar', listProfiles, {})
  const found = rows.find(({ id }) => id === '0199f000-0000-7000-8000-000000000001')
  if (!found) throw new Error('the profile of the state register is not there')
  return found
}

/** Brings a file and waits for its trial. */
export async function tried(stage: Stage, name: string, bytes: string | Buffer, profile?: string): Promise<string> {
  const file = await stage.bring(await stage.actor('registrar'), name, bytes as string)
  const wish = { profile: profile ?? (await defaultProfile(stage)).id, files: [file] }
  const { import: id } = await stage.as('registrar', bringFile, wish)
  await stage.news()
  return id
}

export const look = (stage: Stage, id: string) => stage.as('registrar', openImport, { id })

/** Tried, started and done. */
export async function imported(stage: Stage, name: string, bytes: string | Buffer, profile?: string) {
  const id = await tried(stage, name, bytes, profile)
  await stage.as('registrar', startImport, { id })
  await stage.news()
  return look(stage, id)
}
