// Authorities on paper: registered by one person with a scan, confirmed against it by another.
import { attachFile, type Attached } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { take } from '../../kernel/lifecycle.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes } from '../authorities/contract.ts'
import { authorityLife, authorityRecord, duties, refuseSecrets, store } from '../authorities/index.ts'
import * as shapes from './contract.ts'
import { entered } from './entering.ts'
import * as rules from './rules.ts'

const notYetWritten: Text = {
  kk: 'Құжаттың күні бүгіннен кеш болмауы керек.',
  ru: 'Дата документа не может быть позже сегодняшней.',
  en: 'The paper cannot bear a day after today.',
}
const beforePaper: Text = {
  kk: 'Құжат өз күнінен бұрын күшіне енбейді.',
  ru: 'Документ не может вступить в силу раньше своей даты.',
  en: 'A paper cannot come into force before its own day.',
}

const attached = async (tx: Tx, id: string, files: readonly string[]): Promise<Attached[]> => {
  const rows: Attached[] = []
  for (const file of files) rows.push(await attachFile(tx, file, 'authority', id))
  return rows
}

export const registerAuthority = command(shapes.registerAuthority, {
  clauses: ['5.16', '5.3', '5.9', '5.10', '6.21', '6.22'],
  rules: [rules.registers],
  run: async ({ input, tx }) => {
    const id = input.entryKey
    if (await store.isEntered(tx, id)) return { id }
    const { number, issuedOn, signer, issuer, purpose } = input
    if (issuedOn > tx.today) throw invalidField('issuedOn', notYetWritten)
    const { row, subjects } = await entered(tx, { ...input, from: input.from ?? issuedOn })
    if (row.from_on < issuedOn) throw invalidField('from', beforePaper)
    if (!(await store.heldOffice(tx, signer, issuer, issuedOn)))
      throw new Refusal('forbidden', rules.heldNoOffice, { clause: purposes[purpose].clause })
    const paper = { issuer_id: signer, number, issued_on: issuedOn }
    const state = take(authorityLife, 'register', 'new') as 'registered'
    await store.insertAuthority(tx, { ...row, state, way: 'paper', ...paper }, subjects)
    await store.linkFiles(tx, id, 'paper', await attached(tx, id, input.files))
    const it = await duties.standing(tx, id)
    await duties.awaitConfirmation(tx, it)
    await duties.reindex(tx, it)
    tx.about('authority', id)
    return { id }
  },
})

const judged = (tx: Tx, word: string | null = null) => ({ decided_by: tx.actor.id, decided_at: tx.at, word })

export const confirmAuthority = command(shapes.confirmAuthority, {
  clauses: ['5.16', '5.3', '5.9', '5.10', '6.21', '6.22'],
  record: authorityRecord,
  rules: [
    rules.compares,
    rules.registeredItself,
    ...rules.officeMayNot,
    ...rules.signerHeldNoOffice,
    rules.scanNotOpened,
  ],
  step: 'confirm',
  run: async ({ subject, tx }) => {
    await store.changeAuthority(tx, subject.id, judged(tx))
    await duties.closeAll(tx, subject)
    const it = await duties.standing(tx, subject.id)
    await duties.tellDecided(tx, it)
    await duties.announceGiven(tx, it)
    await duties.reindex(tx, it)
    return {}
  },
})

export const rejectAuthority = command(shapes.rejectAuthority, {
  clauses: ['5.16'],
  record: authorityRecord,
  rules: [rules.compares, rules.registeredItself, rules.scanNotOpened],
  step: 'reject',
  run: async ({ input, subject, tx }) => {
    refuseSecrets('reason', input.reason)
    await store.changeAuthority(tx, subject.id, judged(tx, input.reason))
    await duties.closeAll(tx, subject)
    await duties.tellReturned(tx, subject)
    return {}
  },
})

const beforeIssue: Text = {
  kk: 'Күшін жою туралы қағаз құжаттың өзінен бұрын шығуы мүмкін емес.',
  ru: 'Бумага об отмене не может быть раньше самого документа.',
  en: 'The paper of revocation cannot come before the authority itself.',
}

/** What stops is stopped at once: a paper of revocation waits for nobody's confirmation. */
export const revokeByPaper = command(shapes.revokeByPaper, {
  clauses: ['5.16', '7.2'],
  record: authorityRecord,
  rules: [rules.registersOn],
  step: 'revoke',
  run: async ({ input, subject, actor, tx }) => {
    const { reason, number, issuedOn, signer } = input
    refuseSecrets('reason', reason)
    if (issuedOn > tx.today) throw invalidField('issuedOn', notYetWritten)
    if (subject.issuedOn && issuedOn < subject.issuedOn) throw invalidField('issuedOn', beforeIssue)
    if (!(await store.heldOffice(tx, signer, subject.issuer, issuedOn)))
      throw new Refusal('forbidden', rules.heldNoOffice, { clause: '7.2' })
    await store.changeAuthority(tx, subject.id, {
      revoked_on: issuedOn,
      revoked_at: tx.at,
      revoked_by: actor.id,
      revoked_word: reason,
      revoked_number: number,
      revoked_signer: signer,
    })
    await store.linkFiles(tx, subject.id, 'revocation', await attached(tx, subject.id, input.files))
    await duties.announceEnd(tx, subject, 'revoked')
    return {}
  },
})
