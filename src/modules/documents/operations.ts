// What is done with a document on its way to the signature and out of the house.
import { touch } from '../../kernel/evidence.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { beginDocument, indexDocument, noteSending } from './begin.ts'
import { checkAddress, drawToken } from './check.ts'
import * as shapes from './contract.ts'
import { layBeforeSigner, takeFromSigner } from './desk.ts'
import { draftFields, readyFields, templateOf } from './drafting.ts'
import { documentLife } from './lifecycle.ts'
import { drawNumber } from '../nomenclature/index.ts'
import { printDocument } from './printing.ts'
import * as rules from './rules.ts'
import { keepPdf } from './signed.ts'
import { setAgreement } from './standing.ts'
import * as store from './store.ts'

export const documentRecord = record({
  name: 'document',
  table: 'documents',
  title: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  life: documentLife,
  find: store.findDocument,
  caption: (it: store.Document) => it.number ?? it.title,
  page: (id) => `/documents/${id}`,
})

export const draftDocument = command(shapes.draftDocument, {
  clauses: ['5.14', '15'],
  rules: [rules.mayDraft],
  run: async ({ input, tx }) => {
    const { about } = input
    // What the drafter may not see cannot be written about.
    if (about && !(await tx.house.registry.records.get(about.kind)?.find(tx, about.id, true))) throw unknownRecord()
    const id = await beginDocument(tx, { ...input, ...(tx.actor.unit ? { unit: tx.actor.unit } : {}) })
    tx.about('document', id)
    return { id }
  },
})

export const saveDocument = command(shapes.saveDocument, {
  clauses: ['5.14'],
  record: documentRecord,
  rules: [rules.drafts],
  step: 'save',
  run: async ({ input, subject, tx }) => {
    const draft = await store.addDraft(tx, subject, draftFields(templateOf(subject.template), input.fields))
    // What was agreed was another text: the route begins anew before this one can be offered.
    if (subject.agreement !== 'none') await setAgreement(tx, subject.id, 'asked')
    await indexDocument(tx, subject.id)
    tx.emit('documents.saved', { documentId: subject.id, draft, agreement: subject.agreement })
    return { draft }
  },
})

export const offerDocument = command(shapes.offerDocument, {
  clauses: ['5.14', '15'],
  record: documentRecord,
  rules: [rules.drafts, rules.lacksResult, rules.notAgreed, rules.objectedTo],
  step: 'offer',
  run: async ({ subject, tx }) => {
    const fields = await store.readDraft(tx, subject.id, subject.draft)
    readyFields(templateOf(subject.template), fields)
    await store.markOffered(tx, subject.id)
    const { id, about, template, drafter } = subject
    const news = { documentId: id, about, template, drafter, signer: subject.signing.signer?.id ?? null }
    tx.emit('documents.offered', news)
    await layBeforeSigner(tx, subject, news)
    return {}
  },
})

export const returnDocument = command(shapes.returnDocument, {
  clauses: ['15'],
  record: documentRecord,
  rules: [rules.signerReturns],
  step: 'return',
  run: async ({ input, subject, tx }) => {
    await store.insertRemark(tx, subject, input.remark)
    await takeFromSigner(tx, subject, 'returned')
    const { id: documentId, about, template, drafter } = subject
    tx.emit('documents.returned', { documentId, about, template, drafter })
    return {}
  },
})

// The signature of this house is the signer's own act after a fresh proof of identity, with the hash of the signed bytes
// in the sealed journal. It claims to be no more: a cryptographic signature is another act, beside this one.
export const signDocument = command(shapes.signDocument, {
  clauses: ['15'],
  record: documentRecord,
  rules: [
    rules.headSigns,
    rules.actingSigns,
    rules.headIsReplaced,
    rules.onlyTheHeadSigns,
    rules.lacksResult,
    rules.isUnheard,
    rules.investigationHalted,
    rules.inspectionHalted,
    rules.notAgreed,
    rules.objectedTo,
  ],
  step: 'sign',
  dangerous: true,
  run: async ({ subject, actor, tx }) => {
    const template = templateOf(subject.template)
    const fields = readyFields(template, await store.readDraft(tx, subject.id, subject.draft))
    // The paper itself carries out what its clauses say: a request is made, a demand is laid down.
    touch(...template.clauses)
    const number = await drawNumber(tx, template.series)
    const { token, hash } = drawToken()
    const pdf = await printDocument(tx, subject, fields, {
      number,
      on: tx.today,
      draft: false,
      check: checkAddress(tx, token),
    })
    const file = await keepPdf(tx, subject, number, pdf)
    const { sha256 } = pdf
    const { acting, post } = subject.signing
    if (!post) throw new Error('a document was signed where nobody holds the post of the head')
    await store.markSigned(tx, subject.id, { number, by: actor.id, post, acting, file, sha256, check: hash })
    await indexDocument(tx, subject.id)
    await takeFromSigner(tx, { ...subject, number }, 'signed')
    tx.note({ number, sha256, draft: subject.draft, acting })
    tx.emit('documents.signed', {
      documentId: subject.id,
      about: subject.about,
      template: subject.template,
      number,
      on: tx.today,
    })
    return { number, on: tx.today, sha256 }
  },
})

const notInPublic: Text = {
  kk: 'ҚБПҮ белгісі бар құжат қоғамдық бет арқылы берілмейді.',
  ru: 'Документ с пометкой ДСП через общедоступную страницу не выдаётся.',
  en: 'A document marked for official use is not given on the public page.',
}

export const sendDocument = command(shapes.sendDocument, {
  clauses: ['15'],
  record: documentRecord,
  rules: [rules.sends, rules.notSealed],
  step: 'send',
  run: async ({ input, subject, tx }) => {
    if (subject.mark && input.way === 'portal') throw invalidField('way', notInPublic)
    await noteSending(tx, subject, input.way)
    return {}
  },
})
