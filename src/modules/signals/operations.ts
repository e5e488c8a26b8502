// Noting a signal, linking it to an appeal and undoing that, and the refusal to register it.
import { attachFile } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { checkUnit, courtPlace, departmentOf } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { signalRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const notYet = { kk: 'Бұл күн әлі келген жоқ.', ru: 'Этот день ещё не наступил.', en: 'This day has not come yet.' }
const noCourt = {
  kk: 'Тізімде мұндай сот жоқ.',
  ru: 'Такого суда в списке нет.',
  en: 'There is no such court in the list.',
}
const outOfReach = {
  kk: 'Бұл өңірдің сигналын сол өңірдің бөлімшесі немесе Бөлімнің өзі жазады.',
  ru: 'Сигнал этого региона записывает его подразделение или сам Отдел.',
  en: 'A signal of this region is noted by its unit or by the Department itself.',
}
const notedAlready = {
  kk: 'Бұл жазба сигнал ретінде бұрын жазылған. Оны тізімнен сілтемесі бойынша табыңыз.',
  ru: 'Эта публикация уже записана. Найдите её в списке по ссылке.',
  en: 'This publication has been noted already. Find it in the list by its link.',
}

const unitOf = async (tx: Tx, court: string | null | undefined, told: string | undefined): Promise<string> => {
  await checkUnit(tx, told)
  const place = court ? await courtPlace(tx, court) : undefined
  if (court && !place) throw invalidField('court', noCourt)
  const { reach, unit: own } = tx.actor
  const asked = told ?? place?.unit ?? (reach === 'all' ? (await departmentOf(tx)).id : own)
  if (!asked || (reach !== 'all' && !reach.includes(asked))) throw invalidField('court', outOfReach)
  return asked
}

/** Noted, and nothing follows: no number of the register, no clock, no duty (the author is not established). */
export const noteSignal = command(shapes.noteSignal, {
  clauses: ['6.23'],
  rules: [rules.notes],
  run: async ({ input, tx }) => {
    if (input.seenOn > tx.today) throw invalidField('seenOn', notYet)
    const unit = await unitOf(tx, input.court, input.unit)
    const { source, link, author, seenOn, gist } = input
    const made = await store.insertSignal(tx, { source, link, author, seenOn, gist, unit, court: input.court ?? null })
    if (!made) throw invalidField('link', notedAlready)
    const files = []
    for (const id of input.files) files.push(await attachFile(tx, id, 'signal', made.id))
    await store.linkFiles(tx, made.id, files)
    await putSearch(tx, {
      ...{ kind: 'signal', id: made.id, unit, number: made.mark, at: tx.at, text: gist },
      title: gist.split('\n')[0]?.slice(0, 120) ?? made.mark,
      names: author ? [author] : [],
    })
    tx.about('signal', made.id)
    tx.note({ mark: made.mark, source, files: files.length })
    return made
  },
})

const noAppeal = {
  kk: 'Мұндай өтініш табылмады.',
  ru: 'Такое обращение не найдено.',
  en: 'No such appeal was found.',
}
const linkedAlready = {
  kk: 'Сигнал бұл өтінішпен байланыстырылған.',
  ru: 'Сигнал уже связан с этим обращением.',
  en: 'The signal is linked to this appeal already.',
}

export const linkSignal = command(shapes.linkSignal, {
  clauses: ['6.23', '5.14'],
  record: signalRecord,
  rules: [rules.keepsThis],
  run: async ({ input, subject, tx }) => {
    // An appeal out of sight is unknown, and not to be told apart from one that is not there.
    if (!(await store.appealSeen(tx, input.appeal))) throw invalidField('appeal', noAppeal)
    if (!(await store.addLink(tx, subject.id, input.appeal, input.reason))) throw invalidField('appeal', linkedAlready)
    tx.note({ appeal: input.appeal, reason: input.reason })
    return {}
  },
})

export const unlinkSignal = command(shapes.unlinkSignal, {
  clauses: ['6.23', '5.14'],
  record: signalRecord,
  rules: [rules.keepsThis],
  run: async ({ input, subject, tx }) => {
    if (!(await store.undoLink(tx, subject.id, input.link, input.reason))) throw unknownRecord()
    tx.note({ link: input.link, reason: input.reason })
    return {}
  },
})

/** Never reached: the forbid row stands against everybody. */
export const registerSignal = command(shapes.registerSignal, {
  clauses: ['6.23'],
  record: signalRecord,
  rules: [rules.keepsThis, rules.isNoAppeal],
  run: () => Promise.resolve(new Refusal('forbidden', rules.isNoAppeal.why, { clause: '6.23' })),
})
