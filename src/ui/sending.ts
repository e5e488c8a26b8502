// Files on their way belong to their form: what is submitted meanwhile waits for them, so that none is left behind.
import { createContext } from 'react'

/** A field says that it begins (1) or has ended (-1) sending, and whether something failed. */
export const SendingContext = createContext<(change: 1 | -1, failed: boolean) => void>(() => {})
