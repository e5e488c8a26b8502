// States of inspections, roles of the team and causes of a withdrawal.
export const inspectionStates = [
  'prepared',
  'opened',
  'drawn',
  'signed',
  'acquainted',
  'remedying',
  'closed',
  'discontinued',
] as const
export const roles = ['leader', 'member'] as const
export const recusalCauses = ['kinship', 'interest', 'other'] as const

export type InspectionState = (typeof inspectionStates)[number]
export type Role = (typeof roles)[number]
export type RecusalCause = (typeof recusalCauses)[number]
