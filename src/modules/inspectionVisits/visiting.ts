// Entries into the department and courts with the service certificate (5.5), hindrances and demands for papers (5.6, 12).
import { dotted } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { partyOn, type Party } from '../incoming/index.ts'
import { beginRequest } from '../requests/index.ts'
import { files as kept, gates, inspectionRecord, membersOf, type Inspection } from '../inspections/index.ts'
import * as shapes from './contract.ts'
import * as course from './store.ts'
import type { OpenPremises, Premises } from './kinds.ts'
import { entryRules } from './premises.ts'
import { premisesTitles } from './words.ts'

const says = {
  place: {
    kk: 'Сотты не аумақтық бөлімшені тізімнен таңдаңыз.',
    ru: 'Выберите суд или территориальное подразделение из списка.',
    en: 'Choose a court or a territorial department from the list.',
  },
  notOnTeam: {
    kk: 'Ол күні бұл қызметкер тексеру тобында болмаған.',
    ru: 'В тот день этот работник не входил в группу.',
    en: 'On that day this employee was not on the team.',
  },
  ahead: {
    kk: 'Бұл уақыт әлі болған жоқ.',
    ru: 'Это время ещё не наступило.',
    en: 'This time has not come yet.',
  },
  before: {
    kk: 'Тексеру басталғанға дейінгі бару жазылмайды.',
    ru: 'Посещение до начала проверки не записывается.',
    en: 'No visit is recorded from before the inspection was opened.',
  },
  order: {
    kk: 'Шыққан уақыт кірген уақыттан ерте бола алмайды.',
    ru: 'Время выхода не может быть раньше входа.',
    en: 'The time of leaving cannot be before the entry.',
  },
  noVisit: {
    kk: 'Мұндай аяқталмаған бару жоқ.',
    ru: 'Такого незавершённого посещения нет.',
    en: 'There is no such visit to be ended.',
  },
} satisfies Record<string, Text>

interface Coming {
  who?: string | undefined
  certificate: string
  place: string
  premises: Premises
  room: string | null
  cameAt: string
}

/** Clause 5.5 is about courts; the department inspected is entered for 5.10. The Supreme Court is not inspected. */
export const mayBeVisited = ({ kind, group }: Party): boolean =>
  kind === 'court' ? group !== 'supreme' : kind === 'body' && group === 'court-administration'

/** @throws Refusal 'forbidden' under 5.5 for restricted-regime premises */
async function came(tx: Tx, subject: Inspection, it: Coming) {
  judge(entryRules, tx.actor, { premises: it.premises, room: it.room }, tx)
  const party = await partyOn(tx, it.place, tx.today)
  if (!party || !mayBeVisited(party)) throw invalidField('place', says.place)
  const cameAt = new Date(it.cameAt)
  if (cameAt > tx.at) throw invalidField('cameAt', says.ahead)
  const on = dayOf(cameAt)
  if (subject.opened_on !== null && on < subject.opened_on) throw invalidField('cameAt', says.before)
  const who = it.who ?? tx.actor.id
  const member = (await membersOf(tx, subject.id)).find(
    (row) => row.employee_id === who && row.from_on <= on && (row.ended_on === null || on <= row.ended_on),
  )
  if (!member) throw invalidField('who', says.notOnTeam)
  return {
    who_id: who,
    certificate: it.certificate,
    place_kind: party.kind === 'court' ? ('court' as const) : ('body' as const),
    place_id: party.id,
    place_name: party.name,
    // The rules above have let through no other kind.
    premises: it.premises as OpenPremises,
    room: it.room,
    came_at: cameAt,
  }
}

export const enterVisit = command(shapes.enterVisit, {
  clauses: ['5.5', '5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.beingVisited, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    const visit = await course.insertVisit(tx, subject.id, {
      ...(await came(tx, subject, input)),
      vehicle: input.vehicle,
      accompanied: input.accompanied,
      entered: true,
      hindered_by: null,
      hindrance: null,
      request_id: null,
    })
    if (input.leftAt) await leave(tx, visit, new Date(input.cameAt), new Date(input.leftAt))
    return { visit }
  },
})

async function leave(tx: Tx, visit: string, cameAt: Date, leftAt: Date): Promise<void> {
  if (leftAt > tx.at) throw invalidField('leftAt', says.ahead)
  if (leftAt < cameAt) throw invalidField('leftAt', says.order)
  await course.leaveVisit(tx, visit, leftAt)
}

/** Whoever is inside when the order is revoked leaves, and that is written down. */
export const leaveVisit = command(shapes.leaveVisit, {
  clauses: ['5.5', '5.14'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.notEnded],
  run: async ({ input, subject, tx }) => {
    const visit = (await course.visitsOf(tx, subject.id)).find(({ id }) => id === input.visit)
    if (!visit?.entered || visit.left_at) throw invalidField('visit', says.noVisit)
    await leave(tx, visit.id, visit.came_at, new Date(input.leftAt))
    return {}
  },
})

const ground = {
  kk: ({ number, authority, clause }: Ground) =>
    `Ішкі қауіпсіздік бөлімі туралы ереже, ${clause}-тармақтар. Тексеру № ${number}, негізі: ${authority}.`,
  ru: ({ number, authority, clause }: Ground) =>
    `Положение об отделе внутренней безопасности, пункты ${clause}. Проверка № ${number}, основание: ${authority}.`,
  en: ({ number, authority, clause }: Ground) =>
    `Regulation on the Internal Security Department, clauses ${clause}. Inspection No. ${number} on the ground of ${authority}.`,
} satisfies Record<Language, (it: Ground) => string>
interface Ground {
  number: string
  authority: string
  clause: string
}

const groundOf = (it: Inspection, clause: string): string =>
  ground[it.language]({
    number: it.number ?? '',
    authority: it.authority ? `№ ${it.authority.number}, ${dotted(it.authority.issuedOn)}` : '',
    clause,
  })

interface Demand {
  addressee: string
  subject: string
  ground: string
  asked: string
  until?: string | undefined
  personPost?: string | null
}
/** The road of clause 12: a demand about this inspection, signed by the head, with its term and report to the principals. */
const demand = (tx: Tx, it: Inspection, { personPost = null, ...words }: Demand) =>
  beginRequest(tx, {
    entryKey: newId(),
    kind: 'demand',
    language: it.language,
    addresseeName: null,
    address: null,
    effect: null,
    about: `inspection:${it.id}`,
    personPost,
    ...words,
  })

const hindered: Record<Language, string> = {
  kk: 'Тексеруге кедергі келтіруді тоқтату',
  ru: 'О прекращении препятствий проверке',
  en: 'To stop hindering the inspection',
}

export const recordHindrance = command(shapes.recordHindrance, {
  clauses: ['5.5', '12', '5.10'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.beingVisited, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    if (refusesStateSecret(input.words)) throw stateSecretRefused('words')
    const it = await came(tx, subject, input)
    const where = `${it.place_name[subject.language]}, ${premisesTitles[it.premises][subject.language]}`
    const { id: request, document } = await demand(tx, subject, {
      addressee: input.place,
      subject: hindered[subject.language],
      ground: `${groundOf(subject, '5.5, 12')}\n${dotted(dayOf(it.came_at))}, ${where}: ${input.words}`,
      asked: input.demanded,
    })
    const visit = await course.insertVisit(tx, subject.id, {
      ...it,
      vehicle: null,
      accompanied: null,
      entered: input.entered,
      hindered_by: input.by,
      hindrance: input.words,
      request_id: request,
    })
    await kept.keepFiles(tx, subject.id, { part: 'visit', row: visit }, input.files)
    tx.note({ request })
    return { visit, request, document }
  },
})

export const demandPapers = command(shapes.demandPapers, {
  clauses: ['5.6', '12', '5.10'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.leads, gates.beingVisited, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    const { id: request, document } = await demand(tx, subject, {
      addressee: `body:${subject.body_id}`,
      subject: input.subject,
      ground: groundOf(subject, '5.6, 12'),
      asked: input.asked,
      until: input.until,
      personPost: input.personPost,
    })
    tx.note({ request })
    return { request, document }
  },
})
