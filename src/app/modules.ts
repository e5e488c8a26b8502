// THE LIST: every room of the house, ground floor first. A module may import only from those above it in this list.
import type { Module } from '../kernel/module.ts'

export const modules: readonly Module[] = []
