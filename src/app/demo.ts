// The first furnishing of a house: reference data in every one; the invented cast and its work in a demonstration.
import { dayOf, movableClock, timeOf, wallClock } from '../kernel/clock.ts'
import { openHouse, type HouseSettings } from '../kernel/house.ts'
import { plantAppeals, type Planting } from './demo/appeals.ts'
import { plantAuthorities } from './demo/authorities.ts'
import { plantCriminalCases } from './demo/criminal-cases.ts'
import { plantEvidence } from './demo/evidence.ts'
import { plantExchange } from './demo/exchange.ts'
import { plantDoor } from './demo/door.ts'
import { plantDocuments } from './demo/documents.ts'
import { plantHandling } from './demo/handling.ts'
import { plantShutouts } from './demo/shutout.ts'
import { plantInspections } from './demo/inspections.ts'
import { plantInvestigations } from './demo/investigations.ts'
import { plantOutcomes } from './demo/outcomes.ts'
import { plantPersons } from './demo/persons.ts'
import { pathSteps } from './demo/paths.ts'
import { plantQuestioning } from './demo/questioning.ts'
import { plantRedaction } from './demo/redaction.ts'
import { plantSignatures } from './demo/signatures.ts'
import { plantRequests } from './demo/requests.ts'
import { plantReference } from '../modules/org/index.ts'
import { cast, castActor, castNames, demoPassword, plantCast } from './cast.ts'
import { modules } from './modules.ts'

/** The demonstration's history begins so long before the first start. */
const historyMs = 7 * 7 * 86_400_000

const localOf = (at: Date): string => `${dayOf(at)}T${timeOf(at)}`

/** Plants reference data that is missing and, into a fresh demonstration, its people and their work. `tell` hears what takes long. */
export const plant = async (settings: HouseSettings, fresh: boolean, tell: (line: string) => void): Promise<void> => {
  const house = openHouse({ ...settings, connections: 4 }, modules, wallClock)
  try {
    await plantReference(house)
  } finally {
    await house.close()
  }
  if (settings.mode !== 'demonstration' || !fresh) return
  const now = wallClock.now()
  const clock = movableClock(localOf(new Date(now.getTime() - historyMs)))
  const past = openHouse({ ...settings, connections: 4 }, modules, clock)
  try {
    tell('planting the demonstration: fifteen invented people and some weeks of their work')
    await plantCast(past)
    await plantRequests({ house: past, clock })
    const planting: Planting = { house: past, clock, today: dayOf(now), actor: (role) => castActor(past, role) }
    await plantAppeals(planting, await pathSteps(planting))
    await plantHandling(planting)
    await plantDoor(planting)
    await plantShutouts({ house: past, clock, actor: (role) => castActor(past, role) })
    await plantRedaction(past, await castActor(past, 'head'))
    await plantDocuments({ house: past, actor: (role) => castActor(past, role) })
    await plantSignatures({ house: past, actor: (role) => castActor(past, role) })
    await plantAuthorities(past)
    await plantPersons(past)
    await plantInvestigations(past)
    await plantEvidence(past)
    await plantQuestioning(past)
    await plantOutcomes(past)
    await plantInspections(past)
    await plantExchange(planting)
    await plantCriminalCases(planting)
  } finally {
    await past.close()
  }
}

/** The sign-ins of the demonstration, a line each. */
export const demonstrationSignIns = (): string =>
  [`The password of all: ${demoPassword}`, ...castNames.map((name) => `  ${name.padEnd(14)} ${cast[name].name}`)].join(
    '\n',
  )
