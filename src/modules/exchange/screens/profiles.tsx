// Profiles of exchange: which column of a file is which field. Several names of a column stand side by side, divided by semicolons.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import type { Values } from '../../../ui/draft.ts'
import { optionsOf, type Field, type Option } from '../../../ui/fields.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { appealKinds, kindTitles, languageTitles } from '../../submissions/contract.ts'
import {
  addProfile,
  applicantKinds,
  applicantTitles,
  changeProfile,
  dateFormats,
  fields,
  fieldTitles,
  fileEncodings,
  fileFormats,
  fileSeparators,
  listProfiles,
  neededFields,
} from '../contract.ts'

type Profile = Output<typeof listProfiles>['rows'][number]
type Mapping = Profile['mapping']

const languages = ['kk', 'ru', 'en'] as const
const plain = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }))
const spelt = (names: readonly string[] | undefined): string => (names ?? []).join('; ')
const listOf = (typed: Values[string]): string[] =>
  String(typed ?? '')
    .split(';')
    .map((it) => it.trim())
    .filter(Boolean)

const gathered = <K extends string>(values: Values, part: string, keys: readonly K[]): Partial<Record<K, string[]>> =>
  Object.fromEntries(
    keys.map((key) => [key, listOf(values[`mapping.${part}.${key}`])]).filter(([, names]) => names?.length),
  ) as Partial<Record<K, string[]>>

const written = (values: Values): Omit<Input<typeof addProfile>, never> =>
  ({
    title: values['title'],
    system: values['system'],
    mapping: {
      format: values['mapping.format'],
      encoding: values['mapping.encoding'],
      separator: values['mapping.separator'],
      dates: values['mapping.dates'],
      register: values['mapping.register'],
      missing: { kind: values['mapping.missing.kind'] ?? null, language: values['mapping.missing.language'] ?? null },
      columns: gathered(values, 'columns', fields),
      kinds: gathered(values, 'kinds', appealKinds),
      languages: gathered(values, 'languages', languages),
      applicants: gathered(values, 'applicants', applicantKinds),
    },
  }) as Input<typeof addProfile>

const useProfileFields = (it: Profile): Field[] => {
  const { t } = useLingui()
  const text = useText()
  const { mapping } = it
  const auto = t`өзі анықтайды`
  const named = (values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: { auto, '\t': t`табуляция` }[value] ?? value.toUpperCase() }))
  const several = t`Бірнешеуі болса, арасына ; қойыңыз`
  const lines = <K extends string>(
    part: 'columns' | 'kinds' | 'languages' | 'applicants',
    keys: readonly K[],
    say: (key: K) => string,
    needed: readonly string[] = [],
  ): Field[] =>
    keys.map((key) => ({
      kind: 'line',
      path: `mapping.${part}.${key}`,
      label: say(key),
      optional: !needed.includes(key),
      start: spelt((mapping[part] as Mapping['columns'])[key as keyof Mapping['columns']]),
    }))
  return [
    { kind: 'line', path: 'title', label: t`Атауы`, start: it.title },
    {
      kind: 'line',
      path: 'system',
      label: t`Жүйенің белгісі`,
      hint: t`Латын әріптерімен. Нөмірмен бірге өтінішті танытады`,
      start: it.system,
    },
    { kind: 'choice', path: 'mapping.format', label: t`Файл түрі`, options: named(fileFormats), start: mapping.format },
    {
      kind: 'choice',
      path: 'mapping.encoding',
      label: t`Әріп кодтауы`,
      options: named(fileEncodings),
      start: mapping.encoding,
    },
    {
      kind: 'choice',
      path: 'mapping.separator',
      label: t`Бағандарды бөлетін белгі`,
      options: named(fileSeparators),
      start: mapping.separator,
    },
    {
      kind: 'choices',
      path: 'mapping.dates',
      label: t`Күннің жазылуы`,
      hint: t`Реті маңызды: алдымен бірінші түрі қолданылады`,
      options: plain(dateFormats),
      start: mapping.dates,
    },
    {
      kind: 'choice',
      as: 'radio',
      path: 'mapping.register',
      label: t`Енгізілген өтінішті кім тіркейді`,
      options: [
        { value: 'registrar', label: t`Тіркеуші бір-бірлеп` },
        { value: 'automatic', label: t`Жүйе бірден, файлды әкелген адамның атынан` },
      ],
      start: mapping.register,
    },
    ...lines(
      'columns',
      fields,
      (key) => {
        const name = text(fieldTitles[key])
        return t`Баған: ${name}`
      },
      neededFields,
    ).map((field, at) => (at === 0 ? { ...field, hint: several } : field)),
    ...lines('kinds', appealKinds, (key) => {
      const name = text(kindTitles[key])
      return t`Түрінің жазылуы: ${name}`
    }),
    {
      kind: 'choice',
      path: 'mapping.missing.kind',
      label: t`Түрі көрсетілмесе`,
      hint: t`Таңдалмаса, ондай жол қате болады`,
      optional: true,
      options: optionsOf(appealKinds, kindTitles, text),
      start: mapping.missing.kind,
    },
    ...lines('languages', languages, (key) => {
      const name = text(languageTitles[key])
      return t`Тілінің жазылуы: ${name}`
    }),
    {
      kind: 'choice',
      path: 'mapping.missing.language',
      label: t`Тілі көрсетілмесе`,
      hint: t`Таңдалмаса, ондай жол қате болады`,
      optional: true,
      options: optionsOf(languages, languageTitles, text),
      start: mapping.missing.language,
    },
    ...lines('applicants', applicantKinds, (key) => {
      const name = text(applicantTitles[key])
      return t`Өтініш берушінің жазылуы: ${name}`
    }),
  ] as Field[]
}

const Editor = ({ it, isNew, onClose }: { it: Profile; isNew: boolean; onClose: () => void }) => {
  const own = useProfileFields(it)
  // The paths are those of the nested input, where the server's faults stand.
  const common = { onClose, fields: own as never }
  return isNew ? (
    <ActionForm shape={addProfile} {...common} toInput={written} />
  ) : (
    <ActionForm
      shape={changeProfile}
      {...common}
      fixed={{ id: it.id, version: it.version }}
      toInput={(values) => ({ id: it.id, version: it.version, ...written(values) })}
    />
  )
}

const Rows = ({ rows, edit }: { rows: readonly Profile[]; edit: ((row: Profile) => void) | null }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="card table-card">
      <div className="table-frame">
        <table>
          <caption className="hidden">{t`Алмасу профильдері`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Атауы`}</th>
              <th scope="col">{t`Жүйе`}</th>
              <th scope="col">{t`Міндетті бағандар`}</th>
              <th scope="col">{t`Тіркеу`}</th>
              <th scope="col">{t`Соңғы өзгерісі`}</th>
              <th scope="col">{t`Күйі`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {edit ? (
                    <button type="button" className="link" onClick={() => edit(row)}>
                      {row.title}
                    </button>
                  ) : (
                    row.title
                  )}
                </td>
                <td>{row.system}</td>
                <td>{neededFields.map((field) => row.mapping.columns[field]?.[0]).join(', ')}</td>
                <td>{row.mapping.register === 'automatic' ? t`жүйе бірден` : t`тіркеуші`}</td>
                <td className="number">
                  {row.changedBy ? (
                    <>
                      {format.instantShort(row.changedAt)}
                      <div className="quiet">{text(row.changedBy)}</div>
                    </>
                  ) : (
                    '—'
                  )}
                </td>
                <td>
                  {row.unverified ? (
                    <State tone="mark">{t`Расталмаған үлгі`}</State>
                  ) : (
                    <State tone="ok">{t`Расталған`}</State>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export default function Profiles() {
  const { t } = useLingui()
  const runs = usePower('exchange.run')
  const keeps = usePower('exchange.profiles')
  const [open, setOpen] = useState<{ it: Profile; isNew: boolean } | null>(null)
  const profiles = useCall(listProfiles, {})
  const [first] = profiles.data?.result.rows ?? []
  return (
    <Page
      title={t`Алмасу профильдері`}
      lead={
        <>
          <Trans>Профиль файлдың қай бағаны қай өріс екенін айтады. Әр өзгерісі журналда қалады.</Trans>{' '}
          {runs ? <Go to="/exchange">{t`Енгізілген файлдар`}</Go> : null}
        </>
      }
      actions={
        keeps && first ? (
          <button
            type="button"
            className="button first"
            onClick={() => setOpen({ it: { ...first, title: '' }, isNew: true })}
          >
            <Trans>Профиль қосу</Trans>
          </button>
        ) : null
      }
    >
      <Loaded of={profiles}>
        {({ rows }) => <Rows rows={rows} edit={keeps ? (it) => setOpen({ it, isNew: false }) : null} />}
      </Loaded>
      {open ? <Editor {...open} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
