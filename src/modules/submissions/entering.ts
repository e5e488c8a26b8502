// What the registrar takes by hand: the paper or spoken appeal typed in, and its slip printed while the code is on the screen.
import { dayOf, instantOf, timeOf } from '../../kernel/clock.ts'
import { invalidField, parse } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { renderPdf, slip } from '../templates/index.ts'
import { anonymousOr } from './applicant.ts'
import * as shapes from './contract.ts'
import { receiptOf } from './codes.ts'
import { houseReceives, secretOf, takeIn } from './intake.ts'
import { answeringUnits, courtsInForce } from './places-store.ts'
import * as rules from './rules.ts'
import { findByReceipt, slipOf } from './store.ts'
import { kindTitles } from './words.ts'

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
const handedOver = (
  tx: Tx,
  { receivedOn, receivedTime }: { receivedOn?: string | undefined; receivedTime?: string | undefined },
): Date => {
  if (!receivedOn && !receivedTime) return tx.at
  if (!receivedTime) throw invalidField('receivedTime', whichHour)
  const at = instantOf(`${receivedOn ?? tx.today}T${receivedTime}`)
  if (at > tx.at) throw invalidField(receivedOn ? 'receivedOn' : 'receivedTime', notYet)
  return at
}

/** A unit that answers appeals and lies in the actor's reach. @throws Refusal 'invalid' on the field `unit` */
export const checkUnit = async (tx: Tx, unit: string | undefined): Promise<void> => {
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
      channel: input.channel,
      key,
      receivedAt,
      subject: input.subject,
      unit: input.unit,
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

export const printSlip = query(shapes.printSlip, {
  clauses: ['6.23'],
  rules: [rules.enters],
  personal: true,
  run: async ({ input: { code, language }, tx }) => {
    const hash = receiptOf(tx.house.pepper, code)
    const it = hash ? await slipOf(tx, hash) : undefined
    if (!it) throw unknownRecord()
    tx.about('appeal', it.id)
    const receiver = it.receiver ?? houseReceives
    const pdf = await renderPdf(
      slip,
      {
        number: it.number ?? it.slip_number,
        kind: kindTitles[it.kind][language],
        applicant: it.applicant,
        receivedOn: dayOf(it.received_at),
        receivedAt: timeOf(it.received_at),
        registeredOn: it.registered_on,
        due: it.due_on,
        receiver: receiver[language],
        attachments: it.files,
        code,
        where: tx.house.portalUrl,
      },
      language,
      {
        at: tx.at,
        unit: it.unit,
        number: null,
        on: null,
        signatory: null,
        executor: null,
        answers: null,
        complaintMonths: 0,
        check: null,
        mark: null,
        draft: false,
      },
    )
    return { name: `${it.slip_number}.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})

export const listPlaces = query(shapes.listPlaces, {
  clauses: ['6.23'],
  rules: [rules.enters],
  run: async ({ tx }) => ({ courts: [...(await courtsInForce(tx))] }),
})
