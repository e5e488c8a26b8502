// How a department was acquainted, and how the items of its remedy plan stand.
export const remedyStates = ['open', 'remedied', 'not-remedied'] as const
export const verdicts = ['remedied', 'not-remedied', 'extended'] as const
export const acquaintanceWays = ['signed', 'refused'] as const

export type RemedyState = (typeof remedyStates)[number]
export type Verdict = (typeof verdicts)[number]
export type AcquaintanceWay = (typeof acquaintanceWays)[number]
