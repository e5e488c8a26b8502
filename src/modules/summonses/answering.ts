// What became of a summons: the explanation on paper, the absence, the act of refusal, the report to the principals (12).
import { Readable } from 'node:stream'
import { invalidField } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { FileReply } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import { refusalAct, renderPdf, unsigned } from '../templates/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { summonsRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { keep, refuseSecrets } from './summoning.ts'
import { castOf } from './witnesses.ts'

const notThen: Text = {
  kk: 'Бұл күн шақыру тапсырылғаннан ерте де, бүгіннен кеш те бола алмайды.',
  ru: 'Этот день не может быть раньше вручения вызова или позже сегодняшнего дня.',
  en: 'This day cannot be before the summons was served or after today.',
}
const notYet: Text = {
  kk: 'Шақыруда аталған күн әлі келген жоқ.',
  ru: 'День, названный в вызове, ещё не наступил.',
  en: 'The day named in the summons has not come yet.',
}

const checkDay = (tx: Tx, it: store.Summons, on: string): void => {
  if (on > tx.today || (it.served && on < it.served.on)) throw invalidField('on', notThen)
}

export const missSummons = command(shapes.missSummons, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, ...rules.standing],
  step: 'miss',
  run: async ({ input: { on, words }, subject: it, tx }) => {
    refuseSecrets({ words })
    checkDay(tx, it, on)
    if (it.appear && on < it.appear.on) throw invalidField('on', notYet)
    await store.changeSummons(tx, it.id, { missed_on: on, missed_words: words })
    await duties.awaitReport(tx, it)
    return {}
  },
})

export const enterExplanation = command(shapes.enterExplanation, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, ...rules.standing],
  step: 'explain',
  personal: true,
  run: async ({ input: { on, text, files }, subject: it, actor, tx }) => {
    refuseSecrets({ text })
    checkDay(tx, it, on)
    const id = newId()
    const row = { id, summons_id: it.id, at: tx.at, channel: 'paper' as const, body: text, given_on: on }
    await store.insertExplanation(tx, { ...row, entered_by: actor.id })
    await keep(tx, it, { purpose: 'explanation', explanation: id }, files)
    await store.changeSummons(tx, it.id, { explained_at: tx.at })
    await duties.close(tx, it)
    return {}
  },
})

export const refuseSummons = command(shapes.refuseSummons, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, ...rules.standing],
  step: 'refuse',
  personal: true,
  run: async ({ input: { on, words, witnesses, files }, subject: it, actor, tx }) => {
    refuseSecrets({ words })
    checkDay(tx, it, on)
    const cast = await castOf(tx, it, witnesses)
    judge(rules.witnessRules, actor, cast, tx)
    await store.insertWitnesses(tx, it.id, cast.people)
    await store.changeSummons(tx, it.id, { refused_on: on, refused_by: actor.id, refused_words: words })
    await keep(tx, it, { purpose: 'act' }, files)
    await duties.close(tx, it, 'explain')
    await duties.awaitReport(tx, it)
    return {}
  },
})

export const attachAct = command(shapes.attachAct, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, rules.notRefused],
  run: async ({ input, subject: it, tx }) => {
    await keep(tx, it, { purpose: 'act' }, input.files)
    return {}
  },
})

/** Clause 7.2 gives reporting to the principals to the head; here stands that it was done and in which words. */
export const reportSummons = command(shapes.reportSummons, {
  clauses: ['12', '7.2'],
  record: summonsRecord,
  rules: [rules.headReports, rules.notObliged, rules.reportedAlready, rules.nothingUnmet],
  run: async ({ input: { words }, subject: it, actor, tx }) => {
    refuseSecrets({ words })
    await store.changeSummons(tx, it.id, { reported_at: tx.at, reported_by: actor.id, reported_words: words })
    await duties.close(tx, it, 'report')
    return {}
  },
})

const nobody: Text = { kk: '—', ru: '—', en: '—' }

/** A PDF that is made at the asking and kept nowhere. */
export const asFile = (bytes: Buffer, name: string): FileReply => ({
  kind: 'file',
  name,
  type: 'application/pdf',
  bytes: bytes.length,
  stream: Readable.from(bytes, { objectMode: false }),
})

/** The act as those who took part sign it by hand. */
export const printAct = query(shapes.printAct, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }) => {
    const { refused, language, number } = it
    if (!refused || !number) throw unknownRecord()
    const author = (await captionOfEmployees(tx, [refused.by])).get(refused.by ?? '') ?? nobody
    const unit = (await unitsOn(tx, tx.today)).find(({ id }) => id === it.investigation.unit)?.name ?? nobody
    const fields = {
      number,
      on: refused.on,
      who: [it.name[language], it.post?.[language]].filter(Boolean).join(', '),
      said: refused.words,
      author: author[language],
      witnesses: (await store.witnessesOf(tx, it.id)).map(({ name, post }) => `${name}, ${post}`),
    }
    const { bytes } = await renderPdf(refusalAct, fields, language, unsigned(tx.at, unit))
    return asFile(bytes, `act-${number.replaceAll('/', '-')}.pdf`)
  },
})
