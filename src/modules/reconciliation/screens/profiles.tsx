// The profiles of lists: which column is which field, each field with the names it may bear, a comma between.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import type { Field, Value } from '../../../ui/fields.ts'
import { ActionForm, type FieldOf } from '../../../ui/form.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { outcomes, outcomeTitles, qualifications, qualificationTitles } from '../../criminalCases/contract.ts'
import { fields, fieldTitles, listProfiles, saveProfile } from '../contract.ts'

type Profile = Output<typeof listProfiles>['rows'][number]

const listed = (words: readonly string[] | undefined): string => (words ?? []).join(', ')
const split = (typed: Value): string[] =>
  typeof typed === 'string'
    ? typed
        .split(',')
        .map((it) => it.trim())
        .filter(Boolean)
    : []

const Editing = ({ profile, copy, close }: { profile: Profile; copy: boolean; close: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const { mapping } = profile
  const line = (path: string, label: string, start: string): Field => ({
    kind: 'line',
    path,
    label,
    optional: path !== 'columns.name',
    max: 2_000,
    ...(start ? { start } : {}),
  })
  const asked: Field[] = [
    { kind: 'line', path: 'title', label: t`Профильдің атауы`, max: 100, ...(copy ? {} : { start: profile.title }) },
    ...fields.map((field) => {
      const name = text(fieldTitles[field])
      return line(`columns.${field}`, t`Баған атаулары: ${name}`, listed(mapping.columns[field]))
    }),
    ...qualifications.map((it) => {
      const name = text(qualificationTitles[it])
      return line(`qualifications.${it}`, t`Жазылуы: ${name}`, listed(mapping.qualifications[it]))
    }),
    ...outcomes.map((it) => {
      const name = text(outcomeTitles[it])
      return line(`outcomes.${it}`, t`Жазылуы: ${name}`, listed(mapping.outcomes[it]))
    }),
  ]
  const part = <K extends string>(keys: readonly K[], name: string, values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const words = split(values[`${name}.${key}`])
        return words.length ? [[key, words]] : []
      }),
    )
  return (
    <ActionForm
      shape={saveProfile}
      lead={t`Атауларды үтірмен бөліңіз. Бас әріп пен бос орын есепке алынбайды.`}
      fields={asked as FieldOf<typeof saveProfile>[]}
      toInput={(values) =>
        ({
          ...(copy ? {} : { profile: profile.id }),
          title: values.title,
          mapping: {
            encoding: mapping.encoding,
            separator: mapping.separator,
            dates: mapping.dates,
            columns: part(fields, 'columns', values),
            qualifications: part(qualifications, 'qualifications', values),
            outcomes: part(outcomes, 'outcomes', values),
          },
        }) as Input<typeof saveProfile>
      }
      onClose={close}
    />
  )
}

export default function Profiles() {
  const { t } = useLingui()
  const text = useText()
  const found = useCall(listProfiles, {})
  const [open, setOpen] = useState<{ profile: Profile; copy: boolean } | null>(null)
  return (
    <Page
      title={t`Тізім профильдері`}
      lead={<Trans>Орган тізімінің бағандары мен жазылуы осында белгіленеді.</Trans>}
      actions={
        <Go to="/criminal-cases/reconciliations" className="button">
          <Trans>Салыстыру</Trans>
        </Go>
      }
    >
      <Loaded of={found}>
        {({ rows }) => (
          <>
            {rows.map((profile) => {
              const { title } = profile
              return (
                <Card
                  key={profile.id}
                  title={title}
                  extra={
                    <span className="row">
                      <button
                        type="button"
                        className="button small"
                        aria-label={t`Өзгерту: ${title}`}
                        onClick={() => setOpen({ profile, copy: false })}
                      >
                        <Trans>Өзгерту</Trans>
                      </button>
                      <button
                        type="button"
                        className="button small"
                        aria-label={t`Көшірме: ${title}`}
                        onClick={() => setOpen({ profile, copy: true })}
                      >
                        <Trans>Көшірме</Trans>
                      </button>
                    </span>
                  }
                >
                  <Facts
                    facts={fields.map((field) => ({
                      title: text(fieldTitles[field]),
                      value: listed(profile.mapping.columns[field]),
                    }))}
                  />
                </Card>
              )
            })}
            {open ? <Editing {...open} close={() => setOpen(null)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
}
