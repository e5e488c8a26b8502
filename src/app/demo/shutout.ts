// The demonstration of shutting out and of likeness: one named, one who may be, one who recused herself; a repeat and a duplicate.
import { drainJobs } from '../../kernel/jobs/index.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { systemActor } from '../../kernel/system.ts'
import type { DemoRole, Planting } from './appeals.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

const writer = {
  as: 'person',
  name: 'Бағлан Түсіпұлы Сарманов',
  address: 'Көрсетілім көшесі, 5',
  phone: '+7 700 000 00 05',
  email: 'baglan@example.kz',
}

const cashier = [
  'Сот кеңсесінде мемлекеттік бажды қолма-қол төлеуді талап етті, түбіртек бермеді.',
  'Кассада кезек болған жоқ, терминал жұмыс істеп тұрды.',
  'Келесі күні барсам, құжаттарым тіркелмей қалған екен. Мөлшері қырық мың теңге.',
  invented,
].join(' ')

const citizen: Actor = { ...systemActor, kind: 'public', reach: [] }

/** Told on the morning of `today`, after the other appeals. */
export async function plantShutouts({
  house,
  clock,
  actor,
}: Pick<Planting, 'house' | 'clock' | 'actor'>): Promise<void> {
  const act = async (role: DemoRole | 'citizen', operation: string, input: object): Promise<Record<string, string>> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    const who = role === 'citizen' ? citizen : await actor(role)
    const session = { id: newId(), steppedUpAt: clock.now() }
    const { result } = await perform(house, found, who.kind === 'public' ? who : { ...who, session }, input)
    return result as Record<string, string>
  }
  const brought = async (text: string, subject: string, applicant: object, kind = 'complaint'): Promise<string> => {
    const form = { kind, language: 'kk', courtName: 'Аудандық сот', person: 'Кеңсе маманы', submissionKey: newId() }
    const { id = '' } = await act('citizen', 'appeals.submit', { ...form, applicant, text })
    await drainJobs(house)
    await act('registrar', 'appeals.register', { id, subject })
    return id
  }
  const nobody = { as: 'anonymous' }
  await brought(
    `Бөлім инспекторы Айгүл Серікова өтінішімді екі ай бойы жауапсыз қалдырды. ${invented}`,
    'Өтініштің жауапсыз қалғаны туралы',
    writer,
  )
  await brought(
    `Бөлімде меңгерушінің орынбасары Сәрсенова мені қабылдамай қойды. ${invented}`,
    'Қабылдамағаны туралы',
    nobody,
  )
  const own = await brought(
    `Кеңсе маманы істі таныстырудан бас тартты. ${invented}`,
    'Іспен таныстырмағаны туралы',
    nobody,
  )
  await act('head', 'appeals.assign', { id: own, to: (await actor('inspector')).id })
  const reason = 'Аталған маман – жақын туысым.'
  await act('inspector', 'shutout.recuse', { id: own, cause: 'kinship', reason })
  const first = await brought(cashier, 'Мемлекеттік бажды қолма-қол алғаны туралы', writer)
  const again = await brought(cashier.replace('Келесі күні', 'Ертесіне'), 'Баж туралы қайта жазды', writer)
  await act('registrar', 'likeness.join', { id: again, other: first })
  const repeated = await brought(
    `Мемлекеттік баж туралы бұрын да жазғанмын, ақша қайтарылмады. ${invented}`,
    'Баж туралы',
    writer,
  )
  await act('registrar', 'likeness.repeat', { id: repeated, other: first })
  await brought(cashier.replace('қырық мың', 'отыз мың'), 'Баж талап еткені туралы', writer)
  await drainJobs(house)
}
