// Kinds, states and causes of investigations.
export const investigationKinds = ['service', 'superior'] as const
export const investigationStates = [
  'proposed',
  'prepared',
  'opened',
  'halted',
  'concluded',
  'reviewed',
  'closed',
  'discontinued',
] as const
export const offences = ['ordinary', 'discrediting', 'corruption'] as const
export const recusalCauses = ['kinship', 'interest', 'other'] as const
export const roles = ['leader', 'member'] as const
export type InvestigationKind = (typeof investigationKinds)[number]
export type InvestigationState = (typeof investigationStates)[number]
export type Offence = (typeof offences)[number]
export type RecusalCause = (typeof recusalCauses)[number]
export type Role = (typeof roles)[number]
