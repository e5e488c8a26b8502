// The demonstration's evidence: a scan with its sealed original, handed to a colleague, and a register that lies with an expert.
import { Readable } from 'node:stream'
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import { receiveFile } from '../../kernel/files/index.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const invented = '(ойдан шығарылған)'
const scan = 'Тіркеу журналының көшірмесі.\nКөрсетілім үшін ойдан шығарылған.\n'

/** Of the investigation that is under way and led by the inspector. */
export async function plantEvidence(house: House): Promise<void> {
  const run = async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const actor = await castActor(house, who)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...actor, session }, input)).result as T
  }
  const today = dayOf(house.clock.now())
  const opened = { state: 'opened', mine: true }
  const [led] = (await run<{ rows: { id: string }[] }>('inspector', 'investigations.list', opened)).rows
  if (!led) throw new Error('the demonstration has no investigation that the inspector leads')
  await run('head', 'investigations.addMember', { id: led.id, employee: castId('inspector2'), role: 'member' })
  const receive = async (more: object): Promise<string> =>
    (
      await run<{ id: string }>('inspector', 'evidence.receive', {
        id: led.id,
        entryKey: newId(),
        fromWhom: `Сот кеңсесінің меңгерушісі ${invented}`,
        ground: 'inspection',
        paper: `Қарап-тексеру хаттамасы № 3 ${invented}`,
        receivedOn: addDays(today, -1),
        keptAt: '2-сейф, 4-сөре',
        ...more,
      })
    ).id
  const by = await castActor(house, 'inspector')
  const file = await receiveFile(house, Readable.from([Buffer.from(scan)]), { name: 'журнал.txt', by })
  const copy = await receive({
    kind: 'electronic',
    what: 'Тіркеу журналының электрондық көшірмесі',
    seal: 'ІҚБ-0417',
    files: [file.id],
  })
  await run('inspector', 'evidence.hand', { id: copy, to: castId('inspector2'), how: 'қолма-қол' })
  await run('inspector2', 'evidence.accept', { id: copy, condition: 'мөрі бүтін' })
  const register = await receive({ kind: 'document', what: 'Тіркеу журналы, 96 парақ', seal: 'ІҚБ-0418' })
  await run('inspector', 'evidence.giveOut', {
    id: register,
    to: `Сот сараптамалары орталығы ${invented}`,
    paper: `Сараптама тағайындау туралы хат ${invented}`,
    until: addDays(today, 14),
    how: 'курьермен',
  })
}
