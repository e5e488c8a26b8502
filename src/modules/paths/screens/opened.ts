// The appeal as its own page was given it.
import type { Output } from '../../../ui/call.ts'
import type { openAppeal } from '../../appeals/contract.ts'

export type Opened = Output<typeof openAppeal>
