// Random walks through the real house: whatever order the cast acts in, what was done stands on an authority that was in force then.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { addDays } from '../../src/kernel/clock.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { castId, type CastName } from '../../src/app/cast.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { revokeAuthority } from '../../src/modules/authorities/ending.ts'
import { askAuthority, decideAuthority } from '../../src/modules/issuing/operations.ts'
import { openInvestigation } from '../../src/modules/investigations/opening.ts'
import { aCase } from '../../src/modules/investigations/investigations.kit.ts'
import { prepareInvestigation } from '../../src/modules/investigations/preparing.ts'
import { addMember } from '../../src/modules/investigations/team-operations.ts'
import * as files from '../../src/modules/personalFiles/operations.ts'
import { registryOf } from '../../src/modules/persons/persons.kit.ts'
import { planStep } from '../../src/modules/proceedings/planning.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { anAsk } from '../../src/modules/authorities/authorities.kit.ts'
import { clause } from '../kit/clause.ts'

after(closeRenderer)
const stage = await openStage()
const { as, house, owner, news } = stage
const register = registryOf(stage)
