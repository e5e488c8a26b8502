// What Vite adds to the language: import.meta.glob, styles and pictures as modules, PO catalogs.
/// <reference types="vite/client" />

declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
