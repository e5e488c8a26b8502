// Whether the server's `may` opens an operation to the reader now.
import type { May, Shape } from '../../../ui/call.ts'

export const allows = (may: readonly May[], shape: Shape): boolean =>
  may.some(({ operation, allowed }) => operation === shape.name && allowed)
