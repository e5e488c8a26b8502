// The premises that a service certificate opens, and those that it does not.
/** What the service certificate opens (5.5). */
export const openPremises = ['building', 'grounds', 'office', 'courtroom', 'registry', 'archive', 'other'] as const
/** Restricted-regime premises, which it does not open. */
export const restrictedPremises = ['secrecy', 'weapons', 'restricted'] as const
export const premisesKinds = [...openPremises, ...restrictedPremises] as const

export type OpenPremises = (typeof openPremises)[number]
export type RestrictedPremises = (typeof restrictedPremises)[number]
export type Premises = (typeof premisesKinds)[number]
