// A document is begun: its kind, language, to whom and on what; it may be about a record, or stand by itself.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { findRecords } from '../../work/contract.ts'
import { draftDocument, listKinds } from '../contract.ts'
import { languageTitles } from './states.ts'

type Kind = Output<typeof listKinds>['kinds'][number]
const languages = ['kk', 'ru', 'en'] as const

/** A record as one value of a picker: 'appeal:<id>'. */
const splitRecord = (value: unknown) => {
  const [kind = '', id = ''] = typeof value === 'string' ? value.split(':') : []
  return id ? { about: { kind, id } } : {}
}

const useRecords = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findRecords, { q: words.trim(), size: 20 })
    return result.rows.map(({ kind, id, number, title, kindTitle }) => ({
      value: `${kind}:${id}`,
      label: number ? `${number} · ${title}` : title,
      hint: text(kindTitle),
    }))
  }
}

const Desk = ({ kinds }: { kinds: readonly Kind[] }) => {
  const { t } = useLingui()
  const text = useText()
  const find = useRecords()
  const { go, search } = useAddress()
  const [started] = useState(() => ({ about: search['about'] ?? '', title: search['title'] ?? '' }))
  const asks = (name: string) => (values: Readonly<Record<string, unknown>>) =>
    kinds.some(({ template, asks: all }) => template === values['template'] && all.some((ask) => ask.name === name))
  // The two fields that almost every kind has are asked here; the others in the editor.
  const fields = [
    {
      kind: 'choice',
      path: 'template',
      label: t`Құжаттың түрі`,
      options: kinds.map(({ template, title, clauses }) => ({
        value: template,
        label: text(title),
        hint: clauses.join(', '),
      })),
      as: 'search',
    },
    {
      kind: 'choice',
      path: 'language',
      label: t`Тілі`,
      as: 'radio',
      start: 'kk',
      options: languages.map((value) => ({ value, label: text(languageTitles[value]) })),
    },
    {
      kind: 'find',
      path: 'about',
      label: t`Қай жазба бойынша`,
      hint: t`Нөмірін немесе атауын жазыңыз. Алдында жазба болмаса, бос қалдырыңыз.`,
      optional: true,
      find,
      start: started.about,
      ...(started.about ? { chosen: { value: started.about, label: started.title } } : {}),
    },
    { kind: 'line', path: 'addressee', label: t`Кімге`, optional: true, max: 300, when: asks('addressee') },
    { kind: 'line', path: 'subject', label: t`Тақырыбы`, optional: true, max: 300, when: asks('subject') },
  ] as const
  return (
    <Form
      shape={draftDocument}
      // Two of the fields belong to the template's own; toInput puts them in their place.
      fields={fields as unknown as readonly FieldOf<typeof draftDocument>[]}
      button={t`Жобаны бастау`}
      toInput={({ template, language, about, ...typed }) => ({
        template: String(template),
        language: language as 'kk' | 'ru' | 'en',
        ...splitRecord(about),
        fields: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
      })}
      onDone={({ id }) => go(`/documents/${id}`)}
    />
  )
}

export default function NewDocument() {
  const { t } = useLingui()
  const kinds = useCall(listKinds, {})
  return (
    <Page
      title={t`Құжат дайындау`}
      lead={t`Жоба басталған соң қалған өрістері құжаттың өз бетінде толтырылады. Оған меңгеруші немесе оны алмастыратын адам қол қояды.`}
    >
      <Loaded of={kinds}>{(it) => <Desk kinds={it.kinds} />}</Loaded>
    </Page>
  )
}
