// The bytes of evidence: checked to the last one before the first leaves; what is damaged is refused, journaled and rung.
import { attachFile, copyFile, isWhole, readFile } from '../../kernel/files/index.ts'
import type { Job } from '../../kernel/module.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { systemActor } from '../../kernel/system.ts'
import { asActor } from '../../kernel/database.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { evidenceRecord, type Evidence } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const damaged = () =>
  new Refusal(
    'conflict',
    {
      kk: 'Файл бүлінген: оның хэші қабылданған кездегіден өзгеше. Файл берілмейді, жетекші мен меңгерушіге хабарланды.',
      ru: 'Файл повреждён: его хеш не тот, что при приёме. Файл не выдаётся, руководитель и заведующий извещены.',
      en: 'The file is damaged: its hash is not the one at intake. It is not handed out; the leader and the head were told.',
    },
    { clause: '5.16' },
  )

const held = ({ holder, outside }: Evidence): store.Party => ({ id: holder, outside })

/** Loud once: an act in the chain and the bell of everybody who answers for it. */
async function ring(tx: Tx, it: Evidence, file: store.KeptFile, which: 'copy' | 'original'): Promise<void> {
  await store.markChecked(tx, file.id, which)
  tx.note({ damaged: file.id, which })
  if (file.damaged === which) return
  const words = `${file.name} (${which === 'copy' ? 'жұмыс көшірмесі' : 'түпнұсқа'})`
  if (!it.endedOn) await store.insertAct(tx, it.id, { act: 'damaged', giver: held(it), taker: held(it), words })
  const deputies = await holdersIn(tx, { codes: ['deputy-head'], day: tx.today })
  const head = await headOn(tx, tx.today)
  await tell(tx, {
    to: [it.investigation.leader, it.holder, head?.id ?? null, ...deputies.map(({ id }) => id)],
    news: 'damaged',
    kind: 'evidence',
    recordId: it.id,
    number: it.number,
    words: file.name,
  })
}

async function handOut(tx: Tx, it: Evidence, asked: string, which: 'copy' | 'original') {
  const file = await store.findFile(tx, it.id, asked)
  if (!file) throw unknownRecord()
  tx.note({ file: file.id, which, sha256: file.sha256 })
  const id = which === 'copy' ? file.copy_id : file.original_id
  if (!(await isWhole(tx, id))) {
    await ring(tx, it, file, which)
    return damaged()
  }
  if (file.damaged === null) await store.markChecked(tx, file.id, null)
  return readFile(tx, id, file.name)
}

export const takeEvidenceFile = query(shapes.takeEvidenceFile, {
  clauses: ['6.21', '5.15', '5.16'],
  record: evidenceRecord,
  rules: [rules.worksOnIt, rules.isDestroyed, ...rules.standsOn],
  personal: true,
  run: async ({ input, subject, tx }) => handOut(tx, subject, input.file, 'copy'),
})

export const takeOriginal = query(shapes.takeOriginal, {
  clauses: ['6.21', '5.16'],
  record: evidenceRecord,
  rules: [rules.leadsTeam, rules.originalIsSealed, rules.stillRuns, ...rules.standsOn],
  personal: true,
  run: async ({ input, subject, tx }) => handOut(tx, subject, input.file, 'original'),
})

/** From an original that is whole; its bytes go to no one. */
export const renewCopy = command(shapes.renewCopy, {
  clauses: ['5.16', '6.21'],
  record: evidenceRecord,
  rules: [rules.leadsTeam, rules.isGone, rules.stillRuns, ...rules.standsOn],
  run: async ({ input, subject, tx }) => {
    const file = await store.findFile(tx, subject.id, input.file)
    if (!file) throw unknownRecord()
    if (!(await isWhole(tx, file.original_id))) {
      await ring(tx, subject, file, 'original')
      return damaged()
    }
    const copy = await copyFile(tx, file.original_id)
    await attachFile(tx, copy.id, 'evidence', subject.id)
    await store.replaceCopy(tx, file.id, copy.id)
    const words = file.name
    await store.insertAct(tx, subject.id, { act: 'renewed', giver: held(subject), taker: held(subject), words })
    return {}
  },
})

export const checkEvidence = command(shapes.checkEvidence, {
  clauses: ['5.16'],
  record: evidenceRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    let found = 0
    for (const file of await store.filesOf(tx, subject.id)) {
      const copy = await isWhole(tx, file.copy_id)
      const original = await isWhole(tx, file.original_id)
      if (!copy || !original) found += 1
      if (!original) await ring(tx, subject, file, 'original')
      else if (!copy) await ring(tx, subject, file, 'copy')
      else await store.markChecked(tx, file.id, null)
    }
    return { damaged: found }
  },
})

const eachNight = 500

export const nightly: Job = {
  cron: '30 2 * * *',
  run: async (house) => {
    const ids = await asActor(house.database, systemActor, (db) => store.oldestChecked({ db }, eachNight))
    for (const id of ids) await perform(house, checkEvidence, systemActor, { id })
  },
}
