// What the registrar does: enters what came on paper or by word of mouth, registers everything, prints the slip.
import { instantOf, timeOf } from '../../kernel/clock.ts'
import { invalidField, parse } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { drawNumber, renderPdf, slip } from '../documents/index.ts'
import { anonymousOr } from './applicant.ts'
import * as shapes from './contract.ts'
import { receiptOf } from './codes.ts'
import { openForRegistrar, openForWork } from './duties.ts'
import { houseReceives, secretOf, takeIn } from './intake.ts'
import { findByReceipt } from './intake-store.ts'
import { answeringUnits, namesOf } from './people-store.ts'
import { appealRecord } from './record.ts'
import * as rules from './rules.ts'
import { reindex } from './reindex.ts'
import * as store from './store.ts'
import { countTerm } from './term.ts'
import { kindTitles } from './words.ts'

/** Series of incoming appeals in the nomenclature of cases. */
const incomingSeries = '7-6'

const notYet = {
  kk: 'Түскен уақыты әлі келген жоқ.',
  ru: 'Время поступления ещё не наступило.',
  en: 'The moment of receipt has not come yet.',
}
const whichHour = {
  kk: 'Түскен сағатын жазыңыз: талонда күні де, уақыты да көрсетіледі.',
  ru: 'Укажите час поступления: в талоне стоят и дата, и время.',
  en: 'Give the hour of receipt: the slip shows both the day and the time.',
}
const outOfReach = {
  kk: 'Бұл бөлімшеге жіберу сіздің құзыретіңізде емес немесе мұндай бөлімше жоқ.',
  ru: 'Направить в это подразделение вы не вправе, или такого подразделения нет.',
  en: 'You may not direct to this unit, or there is no such unit.',
}

/** The true moment of receipt, which the slip keeps. */
const handedOver = (tx: Tx, { receivedOn, receivedTime }: { receivedOn?: string | undefined; receivedTime?: string | undefined }): Date => {
  if (!receivedOn && !receivedTime) return tx.at
  if (!receivedTime) throw invalidField('receivedTime', whichHour)
  const at = instantOf(`${receivedOn ?? tx.today}T${receivedTime}`)
  if (at > tx.at) throw invalidField(receivedOn ? 'receivedOn' : 'receivedTime', notYet)
  return at
}

const checkUnit = async (tx: Tx, unit: string | undefined): Promise<void> => {
  if (unit === undefined) return
  const known = (await answeringUnits(tx)).some(({ id }) => id === unit)
  const { reach } = tx.actor
  if (!known || (reach !== 'all' && !reach.includes(unit))) throw invalidField('unit', outOfReach)
}

export const enterAppeal = command(shapes.enterAppeal, {
  clauses: ['6.23'],
  rules: [rules.enters],
  personal: true,
  run: async ({ input, tx }) => {
    await checkUnit(tx, input.unit)
    const receivedAt = handedOver(tx, input)
    const key = `${tx.actor.id} ${input.entryKey}`
    const brought = { ...input, applicant: parse(anonymousOr, input) }
    const taken = await takeIn(tx, brought, {
      channel: input.channel, key, receivedAt, subject: input.subject, unit: input.unit,
    })
    if (taken) return taken
    const { code, hash } = secretOf(tx, key)
    const before = await findByReceipt(tx, hash)
    if (!before) throw new Error('an appeal was neither stored nor found')
    tx.about('appeal', before.id)
    return {
      id: before.id,
      slipNumber: before.slip_number,
      receivedAt: before.received_at.toISOString(),
      registeredOn: before.registered_on,
      dueOn: before.due_on,
      receiver: tx.actor.name,
      code,
    }
  },
})

/** No rule can refuse it: registration is mandatory. The number is drawn from the nomenclature, without gaps. */
export const registerAppeal = command(shapes.registerAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.registers],
  step: 'register',
  run: async ({ input, subject, actor, tx }) => {
    await checkUnit(tx, input.unit)
    const number = await drawNumber(tx, incomingSeries)
    // The term runs from receipt, so a late registration does not lengthen it; what came on a day off counts from the working day.
    const term = countTerm(await tx.house.parameters.current(), subject.receivedOn)
    const registeredOn = tx.calendar.nextWorking(tx.today)
    await store.change(tx, subject.id, {
      number,
      registered_on: registeredOn,
      registered_at: tx.at,
      registered_by: actor.id,
      due_on: term.dueOn,
      internal_due_on: term.internalDueOn,
      ...(input.subject ? { subject: input.subject } : {}),
      ...(input.kind ? { kind: input.kind } : {}),
      ...(input.unit ? { unit_id: input.unit } : {}),
    })
    await store.keepTerm(tx, subject.id, term.basis)
    const it = await reindex(tx, subject.id)
    if (it) await openForWork(tx, it)
    tx.emit('appeals.registered', { id: subject.id, number })
    return { number, registeredOn, dueOn: term.dueOn }
  },
})

/** A reaction to what came in: the registrars of the unit have until the next working day. */
export const awaitRegistration = command(shapes.awaitRegistration, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    if (subject.state === 'received') await openForRegistrar(tx, subject)
    return {}
  },
})

const wrongCode = {
  kk: 'Код бұл өтініштікі емес.',
  ru: 'Код не от этого обращения.',
  en: 'The code is not of this appeal.',
}

/** The slip as a PDF, with the code where the registrar still has it on the screen. */
export const printSlip = query(shapes.printSlip, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.registers],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { language } = input
    const hash = input.code && receiptOf(tx.house.pepper, input.code)
    if (input.code && (!hash || (await findByReceipt(tx, hash))?.id !== subject.id)) throw invalidField('code', wrongCode)
    const applicant = await store.readApplicant(tx, subject.id)
    const files = await store.readFiles(tx, subject.id)
    const receivers = await namesOf(tx, 'employees', [subject.receivedBy])
    const units = await namesOf(tx, 'units', [subject.unit])
    const unit = units.get(subject.unit)
    if (!unit) throw new Error(`unit ${subject.unit} has no name`)
    const pdf = await renderPdf(
      slip,
      {
        number: subject.number ?? subject.slipNumber,
        kind: kindTitles[subject.kind][language],
        applicant: applicant?.name ?? null,
        receivedOn: subject.receivedOn,
        receivedAt: timeOf(subject.receivedAt),
        registeredOn: subject.registeredOn,
        due: subject.dueOn,
        receiver: (receivers.get(subject.receivedBy ?? '') ?? houseReceives)[language],
        attachments: files.filter((file) => file.side === 'applicant' && !file.message_id).length,
        code: input.code ?? null,
        where: tx.house.portalUrl,
      },
      language,
      {
        at: tx.at, unit, number: null, on: null, signatory: null, executor: null, answers: null, complaintMonths: 0, draft: false,
      },
    )
    return { name: `${subject.slipNumber}.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})
