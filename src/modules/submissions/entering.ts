// What the registrar takes by hand: the paper or spoken appeal typed in, and its slip printed while the code is on the screen.
import { dayOf, instantOf, timeOf } from '../../kernel/clock.ts'
import { invalidField, parse } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { oral, renderPdf, slip, unsigned } from '../templates/index.ts'
import { anonymousOr, applicantWarnings, groundTitles } from './applicant.ts'
import * as shapes from './contract.ts'
import { receiptOf } from './codes.ts'
import { houseReceives, secretOf, takeIn } from './intake.ts'
import { answeringUnits, courtsInForce } from './places-store.ts'
import { protocolByReceipt, type SpokenAgreement } from './protocols-store.ts'
import * as rules from './rules.ts'
import { findByReceipt, slipOf } from './store.ts'
import { kindTitles, type Agreement } from './words.ts'

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

const readItBack = {
  kk: 'Ауызша өтініш хаттамаланады: мәтінді оқып беріп, өтініш берушінің келісімін белгілеңіз.',
  ru: 'Устное обращение заносится в протокол: зачитайте текст и отметьте согласие заявителя.',
  en: 'What is said is put into a protocol: read the text back and mark the applicant’s agreement.',
}
const whatRemarks = {
  kk: 'Өтініш берушінің ескертпесін жазыңыз.',
  ru: 'Запишите замечания заявителя.',
  en: 'Write down the applicant’s remarks.',
}

/** By word of mouth there is a protocol, and no protocol without its having been read back. */
const protocolOf = (it: {
  channel: 'paper' | 'oral'
  agreement?: Agreement | null | undefined
  remarks: string | null
}): SpokenAgreement | undefined => {
  if (it.channel !== 'oral') return undefined
  return spokenAgreement(it)
}

/** @throws Refusal 'invalid' where nobody says that the text was read back */
export const spokenAgreement = ({
  agreement,
  remarks,
}: {
  agreement?: Agreement | null | undefined
  remarks: string | null
}): SpokenAgreement => {
  if (!agreement) throw invalidField('agreement', readItBack)
  if (agreement === 'remarks' && !remarks) throw invalidField('remarks', whatRemarks)
  return { agreement, remarks: agreement === 'remarks' ? remarks : null }
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
    const protocol = protocolOf(input)
    const key = `${tx.actor.id} ${input.entryKey}`
    const brought = { ...input, applicant: parse(anonymousOr, input) }
    const taken = await takeIn(tx, brought, {
      channel: input.channel,
      key,
      receivedAt,
      subject: input.subject,
      unit: input.unit,
      ...(protocol ? { protocol } : {}),
    })
    const warnings = [...applicantWarnings(brought.applicant)]
    if (taken) return { ...taken, warnings }
    const { code, hash } = secretOf(tx, key)
    const before = await findByReceipt(tx, hash)
    // Typed before and hidden since: whoever typed it was named in it.
    if (!before) throw unknownRecord()
    tx.about('appeal', before.id)
    return {
      id: before.id,
      slipNumber: before.slip_number,
      receivedAt: before.received_at.toISOString(),
      registeredOn: before.registered_on,
      dueOn: before.due_on,
      receiver: tx.actor.name,
      code,
      warnings,
    }
  },
})

export const printSlip = query(shapes.printSlip, {
  clauses: ['6.23'],
  rules: [rules.hasTakenIn],
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
      unsigned(tx.at, it.unit),
    )
    return { name: `${it.slip_number}.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})

/** In the language in which it was spoken: whoever signs must have read it. */
export const printProtocol = query(shapes.printProtocol, {
  clauses: ['6.23'],
  rules: [rules.hasTakenIn],
  personal: true,
  run: async ({ input: { code }, tx }) => {
    const hash = receiptOf(tx.house.pepper, code)
    const it = hash ? await protocolByReceipt(tx, hash) : undefined
    if (!it) throw unknownRecord()
    tx.about('appeal', it.id)
    const { language } = it
    const ground = it.ground ? groundTitles[it.ground][language] : null
    const pdf = await renderPdf(
      oral,
      {
        number: it.number,
        takenOn: dayOf(it.taken_at),
        takenAt: timeOf(it.taken_at),
        name: it.name,
        iin: it.iin,
        address: it.address,
        phone: it.phone,
        representative: [it.representative, ground].filter(Boolean).join(', ') || null,
        text: it.body,
        remarks: it.remarks,
        taker: it.taker[language],
      },
      language,
      unsigned(tx.at, it.unit),
    )
    return { name: `${it.number.replaceAll('/', '-')}-protocol.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})

export const listPlaces = query(shapes.listPlaces, {
  clauses: ['6.23'],
  rules: [rules.enters],
  run: async ({ tx }) => ({ courts: [...(await courtsInForce(tx))] }),
})
