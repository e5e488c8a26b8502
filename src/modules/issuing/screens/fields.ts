// What every form of an authority has in common: what it names, on what ground, for which days.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import type { FieldOf } from '../../../ui/form.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { employeeOptions } from '../../org/contract.ts'
import { issuerTitles, kindTitles, purposes, type IssuerPost, type Purpose } from '../../authorities/contract.ts'
import { findSubjects } from '../contract.ts'
import type { askAuthority } from '../contract.ts'

type Fields = FieldOf<typeof askAuthority>[]

/** People of the Department by name, and records by number or words, whichever the purpose may name. */
const useFinding = (purpose: Purpose) => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const names = purposes[purpose].names
    const people = names.includes('employee') ? (await call(employeeOptions, { words })).result.options : []
    const { rows } = (await call(findSubjects, { words, purpose })).result
    return [
      ...people.map(({ id, name, post }) => ({ value: `employee:${id}`, label: text(name), hint: text(post) })),
      ...rows.map(({ value, label, kindTitle }) => ({ value, label, hint: text(kindTitle) })),
    ]
  }
}

interface Wish {
  purpose: Purpose
  /** Offices from which it may come in this form. */
  offices: readonly IssuerPost[]
  /** Given in the address; then it is not asked for. */
  about: readonly string[]
  groundLabel: string
  groundHint: string
}

export const useScopeFields = ({ purpose, offices, about, groundLabel, groundHint }: Wish): Fields => {
  const { t } = useLingui()
  const text = useText()
  const find = useFinding(purpose)
  const of = purposes[purpose]
  const issuers = offices.filter((post) => of.issuers.includes(post))
  const fields: (Fields[number] | null)[] = [
    about.length
      ? null
      : {
          kind: 'find',
          path: 'about',
          label: t`Кім немесе не туралы`,
          hint: t`Атын немесе нөмірін теріп, тізімнен таңдаңыз. Бірнешеуін таңдауға болады.`,
          find,
          several: true,
        },
    {
      kind: 'choice',
      as: 'radio',
      path: 'issuer',
      label: t`Кім береді`,
      ...(issuers[0] ? { start: issuers[0] } : {}),
      options: optionsOf(issuers, issuerTitles, text),
    },
    of.kinds.length > 1
      ? {
          kind: 'choice',
          as: 'radio',
          path: 'kind',
          label: t`Құжаттың түрі`,
          ...(of.kinds[0] ? { start: of.kinds[0] } : {}),
          options: optionsOf(of.kinds, kindTitles, text),
        }
      : null,
    { kind: 'prose', path: 'ground', label: groundLabel, hint: groundHint, rows: 5 },
    {
      kind: 'prose',
      path: 'scope',
      label: t`Ауқымы`,
      hint: t`Қай үй-жай, істің қай бөлігі, қандай шектеу`,
      optional: true,
      rows: 3,
    },
    { kind: 'day', path: 'from', label: t`Бірінші күні, бүгін болмаса`, optional: true },
    {
      kind: 'day',
      path: 'until',
      label: t`Соңғы күні`,
      optional: !of.ends,
      ...(of.ends ? {} : { hint: t`Бос қалса, күші жойылғанша қолданылады.` }),
    },
  ]
  return fields.filter((field) => field !== null)
}
