// The demonstration's documents: one that has left, one that is being agreed after an objection, one marked, one held outside.
import { drainJobs } from '../../kernel/jobs/index.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { castId, type CastName } from '../cast.ts'

export interface DocumentsPlanting {
  house: House
  actor: (role: CastName) => Promise<Actor>
}

const invented = 'Көрсетілім үшін ойдан шығарылған.'

const request = {
  template: 'request',
  language: 'kk',
  fields: {
    addressee: 'Алматы қалалық соты',
    subject: 'Кіреберіс журналдары туралы',
    asked: `Қараша айындағы келушілер журналының көшірмесі.\nБейнебақылау камераларының тізімі.\n${invented}`,
    ground: 'Ішкі қауіпсіздік бөлімі туралы ереженің 5-тармағының 6) тармақшасы.',
    until: '2026-12-31',
  },
}

const proposal = {
  template: 'proposal',
  language: 'ru',
  fields: {
    addressee: 'Руководителю Судебной администрации',
    subject: 'О пропускном режиме в зданиях судов',
    situation: 'За квартал трижды зафиксирован вход посторонних через служебные двери. Вымышлено для показа.',
    proposed: 'Установить электронные замки на служебных входах. Исполнитель: территориальные подразделения.',
    effect: 'Служебные входы доступны только работникам суда.',
  },
}

const act = {
  template: 'act',
  language: 'kk',
  fields: { subject: 'Қару сақтайтын бөлмені тексеру туралы' },
}

export const plantDocuments = async ({ house, actor }: DocumentsPlanting): Promise<void> => {
  const does = async (role: CastName, operation: string, input: object): Promise<Record<string, string>> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    const { result } = await perform(house, found, { ...(await actor(role)), session }, input)
    return result as Record<string, string>
  }

  const sent = await does('inspector', 'documents.draft', request)
  await does('inspector', 'agreement.ask', { id: sent['id'], people: [castId('deputy')] })
  await does('deputy', 'agreement.agree', { id: sent['id'], comment: 'Мерзімі дұрыс.' })
  await does('inspector', 'documents.offer', { id: sent['id'] })
  await does('head', 'documents.sign', { id: sent['id'] })
  await does('registrar', 'documents.send', { id: sent['id'], way: 'courier' })

  const walking = await does('inspector2', 'documents.draft', proposal)
  const people = [castId('analyst'), castId('deputy')]
  await does('inspector2', 'agreement.ask', { id: walking['id'], people })
  await does('analyst', 'agreement.object', {
    id: walking['id'],
    comment: 'Укажите срок исполнения по каждому зданию.',
  })
  const proposed = `${proposal.fields.proposed} Срок: до конца года.`
  await does('inspector2', 'documents.save', { id: walking['id'], fields: { ...proposal.fields, proposed } })
  await drainJobs(house)
  await does('analyst', 'agreement.agree', { id: walking['id'], comment: null })

  const marked = await does('inspector', 'documents.draft', act)
  const ground = 'Таралуы шектелген мәліметтер тізбесінің 4-тармағы'
  await does('inspector', 'secrecy.mark', { id: marked['id'], ground, readers: [castId('analyst')] })
  await does('registrar', 'secrecy.keepReference', {
    number: '12-7/0045',
    datedOn: '2026-01-15',
    body: 'Көрсетілім департаменті',
    heldAt: 'Режим қызметі, 2-сейф',
    subject: 'Хат алмасу',
  })
  await drainJobs(house)
}
