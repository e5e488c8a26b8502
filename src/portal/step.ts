// What a question page is, and what all of them share: how typed words become the input of an operation, and faults come back.
import type { z } from 'zod'
import { parse } from '../kernel/invalid.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Fault, Sheet } from './fields.ts'
import type { Html } from './html.ts'

export type Answers = Readonly<Record<string, string>>

export interface Court {
  id: string
  name: Text
  region: Text | null
}

export interface Step {
  name: string
  title: Text
  /** Whether the answers so far lead past this page. */
  asked: (answers: Answers) => boolean
  fields: readonly string[]
  draw: (sheet: Sheet, courts: readonly Court[]) => Html
  check: (answers: Answers, today: string) => Fault[]
  /** Rows for the page that shows all answers. */
  show: (answers: Answers, language: Language, courts: readonly Court[]) => { label: Text; value: string }[]
}

export const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })
export const always = () => true

/** 'YYYY-MM-DD' of the three parts as they were typed; null where all are blank. What is no day stays as it is and is refused. */
export const dayOfParts = (answers: Answers, field: string): string | null => {
  const part = (name: string) => answers[`${field}-${name}`]?.trim() ?? ''
  const parts = [part('year'), part('month').padStart(2, '0'), part('day').padStart(2, '0')]
  return part('day') || part('month') || part('year') ? parts.join('-') : null
}

/** What was typed as a number; what is none is refused as it stands, nothing is nothing. */
const numberOf = (typed = ''): number | null => (typed.trim() ? Number(typed.replace(/\s/g, '')) : null)

/** What was typed, in the shape of the operation that takes it; blanks are left out. */
export const inputOf = (answers: Answers, language: Language, key: string, files: readonly string[]) => {
  const given = (name: string) => answers[name]?.trim() || null
  const ways = { name: answers['name'] ?? '', address: given('address'), phone: given('phone'), email: given('email') }
  const isNamed = answers['as'] === 'person' || answers['as'] === 'entity'
  const acting =
    isNamed && answers['acting']
      ? {
          representative: given('representative'),
          ground: given('ground'),
          groundNumber: given('groundNumber'),
          groundOn: dayOfParts(answers, 'groundOn'),
        }
      : {}
  const who = {
    person: { as: 'person', iin: given('iin'), ...ways, ...acting },
    entity: { as: 'entity', bin: given('bin'), ...ways, ...acting },
  }[answers['as'] ?? ''] ?? { as: 'anonymous' }
  const together =
    isNamed && answers['collective']
      ? { collective: true, signatories: numberOf(answers['signatories']), coApplicants: given('coApplicants') }
      : {}
  return {
    submissionKey: key,
    kind: answers['kind'],
    language,
    applicant: who,
    ...together,
    court: given('court'),
    courtName: given('courtName'),
    person: given('person'),
    personPost: given('personPost'),
    eventOn: dayOfParts(answers, 'eventOn'),
    text: answers['text'] ?? '',
    files,
  }
}

/** What the files of the appeal are for is told apart: the scan of the ground goes with the representative. */
export const withGround = <T extends ReturnType<typeof inputOf>>(input: T, groundFile: string | null): T =>
  groundFile && 'representative' in input.applicant
    ? { ...input, applicant: { ...input.applicant, groundFile } }
    : input

/** The last part of a dotted path is the field of our page. */
const fieldOf = (path: string): string => path.split('.').at(-1) ?? path

export const faultsOf = (refusal: Refusal): Fault[] =>
  refusal.fields.length
    ? refusal.fields.map(({ path, says }) => ({ field: fieldOf(path), says }))
    : [{ field: '', says: refusal.says }]

export const checked = (schema: z.ZodType, raw: unknown, labels: Readonly<Record<string, Text>> = {}): Fault[] => {
  try {
    parse(schema, raw)
    return []
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return faultsOf(fault).map((it) => (labels[it.field] ? { ...it, label: labels[it.field] } : it))
  }
}
