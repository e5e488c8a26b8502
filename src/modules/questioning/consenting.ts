// The judge's consent for one occasion: recorded, and withdrawn by the judge alone at any time before the end (5.3).
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { take } from '../../kernel/lifecycle.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { secretOf } from '../submissions/index.ts'
import { printCode, refuseSecrets } from '../summonses/index.ts'
import * as shapes from './contract.ts'
import type { QuestioningState } from './contract.ts'
import * as duties from './duties.ts'
import { keep } from './files.ts'
import { questioningLife } from './lifecycle.ts'
import { questioningRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const whatWasSaid: Text = {
  kk: 'Судьяның не айтқанын жазыңыз.',
  ru: 'Запишите, что сказал судья.',
  en: 'Write down what the judge said.',
}
const whereIsIt: Text = {
  kk: 'Жазбаша келісімнің сканын қосыңыз.',
  ru: 'Приложите скан письменного согласия.',
  en: 'Attach the scan of the written consent.',
}

export const recordConsent = command(shapes.recordConsent, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.isNoJudge, rules.notBegun, rules.consentStands],
  personal: true,
  run: async ({ input: { how, words, files }, subject: it, tx }) => {
    if (how === 'spoken' && !words) throw invalidField('words', whatWasSaid)
    if (how === 'written' && !files.length) throw invalidField('files', whereIsIt)
    refuseSecrets({ words })
    const id = newId()
    const { code, hash } = secretOf(tx, id)
    await store.insertConsent(tx, { id, questioning_id: it.id, how, words, code_hash: hash })
    await keep(tx, it, 'consent', files)
    const { language } = it
    const what = `${shapes.recordConsent.title[language]}: ${it.on.split('-').reverse().join('.')}`
    const slip = { what, who: it.name[language], unit: it.investigation.unit, language }
    return { code, name: `consent-${it.id.slice(0, 8)}.pdf`, pdf: await printCode(tx, slip, code, 'consent') }
  },
})

/** Stops in the same transaction; what was said before stays with its time. */
async function stopped(tx: Tx, it: store.Questioning, why: 'consent' | 'permission' | 'investigation'): Promise<void> {
  const state = take(questioningLife, 'stop', it.state) as QuestioningState
  await store.changeQuestioning(tx, it.id, { state, ended_at: tx.at, stopped_why: why })
  await duties.close(tx, it)
  await duties.awaitProtocol(tx, it)
  await duties.tellStopped(tx, it)
}

export const withdrawConsent = command(shapes.withdrawConsent, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.hears, rules.notEnded, rules.nothingToWithdraw],
  personal: true,
  run: async ({ input: { words }, subject: it, tx }) => {
    if (it.consent) await store.endConsent(tx, it.consent.id, words)
    if (it.state === 'underway') await stopped(tx, it, 'consent')
    return {}
  },
})

const cancelled = 'Тексеру қысқартылды.'

/** The gates look at the day themselves; this stops at once what is under way, also on an open screen. */
export const noteGround = command(shapes.noteGround, {
  clauses: ['5.3', '6.21', '6.22'],
  record: questioningRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject: it, tx }) => {
    const { investigation } = it
    if (it.state === 'planned' && investigation.ended) {
      const state = take(questioningLife, 'cancel', it.state) as QuestioningState
      await store.changeQuestioning(tx, it.id, { state, cancelled_word: cancelled })
      await duties.close(tx, it)
    }
    if (it.state !== 'underway') return {}
    if (!investigation.authority || investigation.state !== 'opened') await stopped(tx, it, 'investigation')
    else if (it.judge && !it.permission) await stopped(tx, it, 'permission')
    // Whoever has become a judge meanwhile never gave the consent of one, even where a permission stood ready.
    else if (it.judge && it.consent === null) await stopped(tx, it, 'consent')
    return {}
  },
})

/** One job each: a questioning that cannot be stopped keeps no other from it. */
export const groundChanged = 'questioning.groundChanged'

export const followGround = command(shapes.followGround, {
  clauses: ['5.3', '6.21', '6.22'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ input, tx }) => {
    if (!input.investigation && !input.person) return {}
    for (const id of await store.living(tx, input)) tx.emit(groundChanged, { id })
    return {}
  },
})

/** A post of a judge may begin on a day without news, and so may an authority end. */
export const watchGrounds = command(shapes.watchGrounds, {
  clauses: ['5.3', '6.21', '6.22'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ tx }) => {
    for (const id of await store.living(tx, { investigation: null, person: null })) tx.emit(groundChanged, { id })
    return {}
  },
})

/** The judge withdrew under the code: the database stopped it in that moment, and the team hears of it. */
export const noteWithdrawn = command(shapes.noteWithdrawn, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject: it, tx }) => {
    if (it.state === 'stopped') {
      await duties.close(tx, it)
      await duties.awaitProtocol(tx, it)
    }
    await duties.tellStopped(tx, it)
    return {}
  },
})

const open = { clauses: ['5.3'], anonymous: true, inner: true } as const

export const isConsent = query(shapes.isConsent, {
  ...open,
  rules: [rules.holdsCode],
  run: async ({ tx }) => ({ found: (await store.inHand(tx)) !== undefined }),
})

const known = async (tx: Tx) => {
  const it = await store.inHand(tx)
  if (!it) throw unknownRecord()
  tx.about('questioning', it.id)
  return it
}

export const consentInHand = query(shapes.consentInHand, {
  ...open,
  rules: [rules.holdsCode],
  personal: true,
  run: async ({ tx }) => {
    const it = await known(tx)
    return {
      id: it.id,
      language: it.language,
      name: it.name,
      author: it.author,
      on: it.on_day,
      at: it.at_time,
      place: it.place,
      givenAt: it.given_at.toISOString(),
      withdrawnAt: it.withdrawn_at?.toISOString() ?? null,
      open: it.withdrawn_at === null && (it.state === 'planned' || it.state === 'underway'),
    }
  },
})

const tooLate = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Келісім бұрын кері қайтарылған немесе жауап алу аяқталған.',
      ru: 'Согласие уже отозвано, или опрос окончен.',
      en: 'The consent was withdrawn already, or the questioning has ended.',
    },
    { clause: '5.3' },
  )

export const withdrawInHand = command(shapes.withdrawInHand, {
  ...open,
  rules: [rules.holdsCode],
  personal: true,
  run: async ({ tx }) => {
    const { id } = await known(tx)
    if (!(await store.withdrawInHand(tx))) throw tooLate()
    tx.emit('questioning.withdrawn', { id })
    return { at: tx.at.toISOString() }
  },
})
