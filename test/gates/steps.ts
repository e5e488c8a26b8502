// The steps of a walk: what anybody may try, with what, on which day. Each performs real operations.
import { randomUUID } from 'node:crypto'
import { castId, type CastName } from '../../src/app/cast.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { receiptOf } from '../../src/modules/submissions/index.ts'
import { publicActor } from '../kit/house.ts'
import {
  actorOf,
  at,
  dayAfter,
  hearNews,
  idIn,
  personIn,
  reader,
  scopeOf,
  tried,
  whoever,
  type Step,
  type Walk,
} from './trying.ts'

type Doing = (walk: Walk, step: Step) => Promise<void>

const keep = (walk: Walk, id: string | null): void => {
  if (id) walk.authorities.push(id)
}
const onAuthority =
  (name: string, usual: CastName, more: (walk: Walk, step: Step) => object = () => ({})): Doing =>
  async (walk, step) =>
    void (await tried(walk, name, actorOf(walk, step, usual), {
      id: at(walk.authorities, step.a),
      ...more(walk, step),
    }))
const decide: Doing = async (walk, { a, ...step }) => {
  const input = { id: at(walk.authorities, a), granted: step.b % 5 !== 4, word: 'Рұқсат етемін.' }
  await tried(
    walk,
    'authorities.decide',
    actorOf(walk, { a, ...step }, step.c % 4 === 0 ? 'caHead' : 'chairman'),
    input,
  )
}
const onInvestigation =
  (name: string, usual: CastName, more: (walk: Walk, step: Step) => object = () => ({})): Doing =>
  async (walk, step) =>
    void (await tried(walk, name, actorOf(walk, step, usual), {
      id: at(walk.investigations, step.a),
      ...more(walk, step),
    }))
const onQuestioning =
  (name: string, more: (walk: Walk, step: Step) => object = () => ({}), usual: CastName = 'inspector'): Doing =>
  async (walk, step) =>
    void (await tried(walk, name, actorOf(walk, step, usual), {
      id: at(walk.questionings, step.a).id,
      ...more(walk, step),
    }))
const onFile =
  (name: string, usual: (step: Step) => CastName, more: (walk: Walk, step: Step, document: string) => object): Doing =>
  async (walk, step) => {
    const { id, document } = at(walk.ground.files, step.a)
    await tried(walk, name, actorOf(walk, step, usual(step)), { id, ...more(walk, step, document) })
  }
const onInspection =
  (name: string, usual: CastName, more: (walk: Walk, step: Step) => object = () => ({})): Doing =>
  async (walk, step) =>
    void (await tried(walk, name, actorOf(walk, step, usual), { id: walk.ground.inspection, ...more(walk, step) }))

const night: Doing = async (walk) => {
  const ended = (await tried(walk, 'authorities.watch', systemActor, {})) as { ended: string[] } | null
  for (const id of ended?.ended ?? []) await tried(walk, 'authorities.expire', systemActor, { id })
  await tried(walk, 'investigations.index', systemActor, {})
  await tried(walk, 'questioning.watch', systemActor, {})
  await hearNews(walk)
}

const nobody = randomUUID()

/** Weight and work of every step. */
export const doings: Readonly<Record<string, readonly [number, Doing]>> = {
  ask: [
    2,
    async (walk, step) =>
      keep(walk, idIn(await tried(walk, 'authorities.ask', actorOf(walk, step, 'head'), scopeOf(walk, step)))),
  ],
  prepareAsking: [
    1,
    async (walk, step) =>
      keep(walk, idIn(await tried(walk, 'authorities.prepare', actorOf(walk, step, 'inspector'), scopeOf(walk, step)))),
  ],
  send: [1, onAuthority('authorities.send', 'head')],
  decide: [3, decide],
  // Asked by the head and given by the office that was asked.
  grant: [
    10,
    async (walk, step) => {
      const scope = scopeOf(walk, step)
      const id = idIn(await tried(walk, 'authorities.ask', actorOf(walk, { ...step, who: 'usual' }, 'head'), scope))
      if (!id) return
      keep(walk, id)
      const by = scope.issuer === 'ca-head' ? 'caHead' : 'chairman'
      await tried(walk, 'authorities.decide', actorOf(walk, step, by), { id, granted: true, word: 'Рұқсат етемін.' })
    },
  ],
  issue: [
    3,
    async (walk, step) => {
      const scope = scopeOf(walk, step)
      const by = ({ chairman: 'chairman', 'ca-head': 'caHead', head: 'head' } as const)[scope.issuer as 'head']
      keep(walk, idIn(await tried(walk, 'authorities.issue', actorOf(walk, step, by), scope)))
    },
  ],
  register: [
    2,
    async (walk, step) => {
      const paper = {
        signer: castId(at(['chairman', 'caHead', 'deputy'], step.b)),
        number: '11-4/28',
        issuedOn: dayAfter(walk, -(step.c % 3)),
      }
      const input = { ...scopeOf(walk, step), ...paper, files: [at(walk.ground.scans, step.a + step.b)] }
      keep(walk, idIn(await tried(walk, 'authorities.register', actorOf(walk, step, 'registrar'), input)))
    },
  ],
  confirm: [
    2,
    async (walk, step) => {
      const id = at(walk.authorities.slice(-2), step.a)
      for (const file of walk.ground.scans)
        await tried(walk, 'authorities.file', actorOf(walk, step, 'deputy'), { id, file })
      await tried(walk, 'authorities.confirm', actorOf(walk, step, 'deputy'), { id })
    },
  ],
  withdrawAsking: [1, onAuthority('authorities.withdraw', 'head', () => ({ reason: 'Қажет емес.' }))],
  revoke: [3, onAuthority('authorities.revoke', 'chairman', () => ({ reason: 'Мән-жайлар өзгерді.' }))],
  revokeByPaper: [
    1,
    onAuthority('authorities.revokeByPaper', 'registrar', (walk, { b, c }) => ({
      ...{ reason: 'Мән-жайлар өзгерді.', number: '11-4/29', signer: castId('chairman') },
      ...{ issuedOn: dayAfter(walk, -(b % 2)), files: [at(walk.ground.scans, c)] },
    })),
  ],
  prepare: [
    1,
    async (walk, step) => {
      const input = {
        ...{ entryKey: randomUUID(), kind: 'service', language: 'kk', persons: [personIn(walk, step)] },
        ...{ allegations: 'Ақша талап еткені туралы хабар.', offence: 'ordinary' },
        ...{ committedOn: '2026-10-05', discoveredOn: '2026-11-16' },
      }
      const id = idIn(await tried(walk, 'investigations.prepare', actorOf(walk, step, 'head'), input))
      if (id) walk.investigations.push(id)
    },
  ],
  open: [6, onInvestigation('investigations.open', 'head')],
  addMember: [
    2,
    onInvestigation('investigations.addMember', 'head', (_, step) => ({
      employee: whoever(step),
      role: at(['leader', 'member'], step.c),
    })),
  ],
  replaceMember: [
    1,
    onInvestigation('investigations.replaceMember', 'head', (_, step) => ({
      employee: castId('inspector2'),
      by: whoever(step),
      reason: 'Ауысты.',
    })),
  ],
  recuse: [
    1,
    onInvestigation('investigations.recuse', 'inspector2', () => ({ cause: 'interest', reason: 'Таныс адам.' })),
  ],
  discontinue: [1, onInvestigation('investigations.discontinue', 'head', () => ({ reason: 'Негіз жоқ.' }))],
  planStep: [
    2,
    onInvestigation('proceedings.planStep', 'inspector', (walk) => ({
      what: 'Журналды қарау',
      who: castId('inspector'),
      by: dayAfter(walk, 3),
    })),
  ],
  note: [
    2,
    onInvestigation('proceedings.note', 'inspector', (walk) => ({
      happenedOn: dayAfter(walk, 0),
      words: 'Сотқа бардық.',
    })),
  ],
  extend: [1, onInvestigation('proceedings.extend', 'head', () => ({ until: '2027-01-11', reason: 'Күрделі.' }))],
  suspend: [
    1,
    onInvestigation('proceedings.suspend', 'inspector', (walk, step) => ({
      ...{ person: personIn(walk, step), actNumber: '1', actOn: dayAfter(walk, 0), issuer: 'Сот төрағасы' },
      ...{ from: dayAfter(walk, 0), until: dayAfter(walk, 5) },
    })),
  ],
  receive: [
    2,
    onInvestigation('evidence.receive', 'inspector', (walk) => ({
      ...{ entryKey: randomUUID(), kind: 'document', what: 'Журнал', fromWhom: 'Кеңсе', ground: 'inspection' },
      ...{ paper: 'Хаттама № 3', receivedOn: dayAfter(walk, 0), keptAt: '2-сейф', seal: 'ІҚБ-0417' },
    })),
  ],
  plan: [
    2,
    async (walk, step) => {
      const entryKey = randomUUID()
      const input = {
        id: at(walk.investigations, step.a),
        entryKey,
        person: personIn(walk, step),
        language: 'kk',
        on: dayAfter(walk, step.c % 2),
        place: '305',
      }
      if (await tried(walk, 'questioning.plan', actorOf(walk, step, 'inspector'), input))
        walk.questionings.push({ id: entryKey, code: null })
    },
  ],
  rights: [2, onQuestioning('questioning.explainRights')],
  consent: [
    2,
    async (walk, step) => {
      const it = at(walk.questionings, step.a)
      const input = { id: it.id, how: 'spoken', words: 'Келісемін.' }
      it.code =
        idIn(await tried(walk, 'questioning.recordConsent', actorOf(walk, step, 'inspector'), input), 'code') ?? it.code
    },
  ],
  withdraw: [2, onQuestioning('questioning.withdrawConsent', () => ({ words: 'Жауап бермеймін.' }))],
  withdrawInHand: [
    2,
    async (walk, step) => {
      const { code } = at(walk.questionings, step.a)
      await tried(walk, 'questioning.withdraw', publicActor(receiptOf(walk.house.pepper, code ?? 'AAAA') ?? nobody), {})
    },
  ],
  begin: [8, onQuestioning('questioning.begin')],
  put: [
    8,
    onQuestioning('questioning.ask', () => ({
      entryKey: randomUUID(),
      question: 'Іс қалай бөлінді?',
      answer: 'Автоматты түрде.',
    })),
  ],
  finish: [1, onQuestioning('questioning.finish')],
  cancel: [1, onQuestioning('questioning.cancel', () => ({ reason: 'Қажет емес.' }))],
  // The clerk becomes a judge, from today or from some days ago.
  becomeJudge: [
    1,
    async (walk, step) => {
      const post = {
        id: walk.ground.clerk,
        kind: 'judge',
        body: walk.ground.court,
        post: 'judge',
        from: dayAfter(walk, -(step.a % 3)),
        basis: 'Жарлық № 15',
      }
      await tried(walk, 'persons.addPost', actorOf(walk, step, 'analyst'), post)
    },
  ],
  cover: [
    1,
    onFile(
      'personalFiles.one',
      () => 'head',
      () => ({}),
    ),
  ],
  view: [
    6,
    onFile('personalFiles.viewPage', reader, (_, { b }, document) => ({ document, page: 1 + (b % 4 === 3 ? 1 : 0) })),
  ],
  copy: [1, onFile('personalFiles.copy', reader, (_w, _s, document) => ({ document }))],
  addPage: [
    2,
    onFile(
      'personalFiles.add',
      () => 'inspector',
      (walk) => ({ kind: 'other', title: 'Анықтама', datedOn: '2021-03-01', file: walk.ground.page }),
    ),
  ],
  appoint: [
    3,
    onFile(
      'personalFiles.appoint',
      () => 'head',
      (walk, step) => ({ authority: at(walk.authorities.toReversed(), step.b), reader: castId('inspector') }),
    ),
  ],
  openInspection: [4, onInspection('inspections.open', 'head')],
  joinInspection: [
    1,
    onInspection('inspections.addMember', 'head', (_, step) => ({ employee: whoever(step), role: 'member' })),
  ],
  answer: [
    3,
    onInspection('inspections.answer', 'inspector', (walk) => ({
      question: walk.ground.question,
      answer: 'Журнал жүргізіледі.',
    })),
  ],
  endInspection: [1, onInspection('inspections.discontinue', 'head', () => ({ reason: 'Қажет емес.' }))],
  pass: [4, async (walk, { a }) => walk.house.clock.set(`${dayAfter(walk, at([1, 1, 2, 3], a))}T10:00`)],
  news: [3, hearNews],
  night: [2, night],
}

export const take = (walk: Walk, step: Step): Promise<void> => {
  const found = doings[step.do]
  if (!found) throw new Error(`there is no step ${step.do}`)
  return found[1](walk, step)
}
