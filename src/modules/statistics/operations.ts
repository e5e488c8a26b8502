// The form of appeals: read, drilled into, taken away as a sheet or a paper, signed off by the head.
import { randomBytes } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import * as shapes from './contract.ts'
import { askedOf, figuresOf, hashOf, isOver, makeForm } from './figures.ts'
import { paperOf, sheetOf } from './printing.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Counts alone, of what the asker may see: no person stands in them. */
export const readForm = query(shapes.readForm, {
  clauses: ['6.23', '5.12', '5.14', '6.18'],
  rules: [rules.reads],
  run: async ({ input, tx }) => makeForm(tx, input),
})

export const listCases = query(shapes.listCases, {
  clauses: ['6.23', '5.14'],
  rules: [rules.reads],
  run: async ({ input: { page, size, measure, dimension, value, ...wish }, tx }) => {
    const asked = askedOf(tx, wish)
    const cell = { measure, dimension: dimension ?? null, value: value ?? shapes.none }
    const { rows, total } = await store.listCell(tx, asked, cell, { size, start: (page - 1) * size })
    return {
      rows: rows.map((it) => ({
        id: it.id,
        number: it.number ?? it.slip_number,
        subject: it.subject,
        kind: it.kind,
        state: it.state,
        unit: it.unit,
        receivedOn: it.received_on,
        dueOn: it.due_on,
        doneOn: it.done_on,
      })),
      total,
      capped: false,
    }
  },
})

export const exportForm = query(shapes.exportForm, {
  clauses: ['6.23', '5.14'],
  rules: [rules.reads],
  export: true,
  run: async ({ input: { language, ...wish }, actor, tx }) => {
    const form = await makeForm(tx, wish)
    tx.note({ from: form.from, until: form.until, asOf: form.asOf, unit: form.unit })
    return sheetOf(form, language ?? actor.language)
  },
})

export const printForm = query(shapes.printForm, {
  clauses: ['6.23', '5.14'],
  rules: [rules.reads],
  export: true,
  run: async ({ input: { language, ...wish }, tx }) => {
    const form = await makeForm(tx, wish)
    tx.note({ from: form.from, until: form.until, asOf: form.asOf, unit: form.unit })
    const pdf = await paperOf(form, language, tx.at)
    return { name: `appeals-${form.from}-${form.until}.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})

const notOver = {
  kk: 'Кезең әлі аяқталған жоқ: оның нысанын бекітуге болмайды.',
  ru: 'Период ещё не закончился: его форму нельзя утвердить.',
  en: 'The period is not over: its form cannot be approved.',
}
const approvedBefore = {
  kk: 'Бұл кезеңнің нысаны бекітілген.',
  ru: 'Форма за этот период уже утверждена.',
  en: 'The form of this period has been approved already.',
}
/** The figures of the whole Department stay as they were signed off; what moves later is shown beside them. */
export const approveForm = command(shapes.approveForm, {
  clauses: ['15', '5.14'],
  rules: [rules.approves],
  dangerous: true,
  run: async ({ input: { from, until }, tx }) => {
    const asked = askedOf(tx, { from, until })
    if (!isOver(tx, until)) throw invalidField('until', notOver)
    if (await store.findApproval(tx, from, until)) throw new Refusal('conflict', approvedBefore)
    const figures = await figuresOf(tx, asked)
    const salt = randomBytes(16).toString('hex')
    const hash = hashOf(salt, figures)
    const id = newId()
    await store.keepApproval(tx, { id, from, until, asOf: asked.asOf, hash, figures, salt })
    tx.about('statistics-form', id)
    tx.note({ from, until, hash })
    return { form: id, hash }
  },
})
