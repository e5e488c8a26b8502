// No word of a state secret enters (5.16): asked of everything that a person types here.
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'

export const refuseSecrets = (path: string, ...words: readonly (string | null)[]): void => {
  if (words.some((it) => it !== null && refusesStateSecret(it))) throw stateSecretRefused(path)
}
