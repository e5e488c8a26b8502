// The drafter's words: what a draft may hold, and what must be there before it is offered for signature.
import type { z } from 'zod'
import { invalidInput, parse } from '../../kernel/invalid.ts'
import { Refusal, type FieldFault } from '../../kernel/refusal.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { drafted, unprintable, type Drafted, type Template } from '../templates/index.ts'

export type Fields = Record<string, string | null>

/** @throws Refusal 'invalid' for a name that the house does not know. */
export function templateOf(name: string): Drafted {
  const found = drafted.find((it) => it.name === name)
  if (found) return found
  const says: Text = {
    kk: 'Мұндай құжат түрі жоқ.',
    ru: 'Такого вида документа нет.',
    en: 'There is no such kind of document.',
  }
  throw invalidInput([{ path: 'template', says }])
}

const cannotPrint = (characters: readonly string[]): Text => {
  const list = characters.slice(0, 10).join(' ')
  return {
    kk: `Бұл таңбаларды құжатқа басып шығару мүмкін емес, оларды алып тастаңыз: ${list}`,
    ru: `Эти знаки нельзя напечатать в документе, уберите их: ${list}`,
    en: `These characters cannot be printed in a document, remove them: ${list}`,
  }
}

const isBlank = (it: string | null | undefined): boolean => it === undefined || it === null || it.trim() === ''

/** Faults of one field, with the sentences that the kernel says for any form. */
function faultsOf(schema: z.ZodType, path: string, value: string | null | undefined): readonly FieldFault[] {
  try {
    parse(schema, value ?? '')
  } catch (fault) {
    if (fault instanceof Refusal) return fault.fields.map(({ says }) => ({ path, says }))
    throw fault
  }
  const lacking = isBlank(value) ? [] : unprintable(value ?? '')
  return lacking.length ? [{ path, says: cannotPrint(lacking) }] : []
}

const kept = (template: Template, raw: Fields): Fields =>
  Object.fromEntries(
    Object.keys(template.fields.shape).map((name) => [name, isBlank(raw[name]) ? null : (raw[name] ?? '').trim()]),
  )

const judge = (template: Template, raw: Fields, complete: boolean): Fields => {
  const secret = Object.keys(template.fields.shape).filter((name) => refusesStateSecret(raw[name] ?? ''))
  if (secret.length) throw stateSecretRefused(...secret.map((name) => `fields.${name}`))
  const faults = Object.entries(template.fields.shape as Record<string, z.ZodType>).flatMap(([name, schema]) =>
    !complete && isBlank(raw[name]) ? [] : faultsOf(schema, `fields.${name}`, raw[name]),
  )
  if (faults.length) throw invalidInput(faults)
  return kept(template, raw)
}

/** The known fields of a draft, trimmed, blank ones null. @throws Refusal 'invalid' for a field that can never stand. */
export const draftFields = (template: Template, raw: Fields): Fields => judge(template, raw, false)

/** The same, with nothing missing. @throws Refusal 'invalid' naming every field that is not yet ready to be signed. */
export const readyFields = (template: Template, raw: Fields): Fields => judge(template, raw, true)

/** A draft as it is shown while fields are missing. */
export const shownFields = (template: Template, raw: Fields): Fields =>
  Object.fromEntries(
    Object.entries(template.fields.shape as Record<string, z.ZodType>).map(([name, schema]) => {
      const isOptional = schema.safeParse(null).success
      return [name, isBlank(raw[name]) ? (isOptional ? null : '…') : (raw[name] ?? null)]
    }),
  )

/** What the editor asks for, in the template's order. */
export const asksOf = (template: Template) =>
  Object.entries(template.fields.shape as Record<string, z.ZodType>).map(([name, schema]) => {
    const asked = template.labels?.[name]
    if (!asked) throw new Error(`template ${template.name} has no label for ${name}`)
    return { name, ...asked, optional: schema.safeParse(null).success }
  })
