// What may be done with the appeal now, in the order of its life, each with its own short form.
import { useLingui } from '@lingui/react/macro'
import type { May } from '../../../ui/call.ts'
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import {
  appealChoices,
  appealKinds,
  assignAppeal,
  kindTitles,
  listAssignees,
  messageAppeal,
  noteAppeal,
  reassignAppeal,
  registerAppeal,
  takeUpAppeal,
} from '../contract.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { Opened } from './record.tsx'
import { optionsOf } from '../../../ui/fields.ts'

/** Asks the server whom the appeal may be given to, with their load and absence. */
const useAssignees = (id: string) => {
  const { t } = useLingui()
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(listAssignees, { id, words })
    return result.rows
      .filter(({ absent }) => !absent)
      .map(({ id: value, name, unit, open }) => {
        const place = text(unit)
        return { value, label: text(name), hint: t`${place} · ашық өтініштері: ${open}` }
      })
  }
}

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const find = useAssignees(it.id)
  const choices = useCall(appealChoices, {}, { enabled: it.state === 'received' }).data?.result
  const units = choices?.units ?? []
  const questions = (choices?.questions ?? []).map(({ code, title }) => ({ value: code, label: text(title) }))
  const fixed = { id: it.id, version: it.version }
  return [
    act({
      shape: registerAppeal,
      fixed,
      lead: t`Өтінішке нөмір беріледі. Қысқаша мазмұнында өтініш берушінің аты-жөнін жазбаңыз: ол тізімдерде көрінеді.`,
      fields: [
        { kind: 'line', path: 'subject', label: t`Қысқаша мазмұны`, optional: true, max: 200, start: it.subject ?? '' },
        {
          kind: 'choice',
          path: 'kind',
          label: t`Түрі`,
          options: optionsOf(appealKinds, kindTitles, text),
          start: it.kind,
        },
        { kind: 'choice', as: 'search', path: 'question', label: t`Мәселесі`, optional: true, options: questions },
        {
          kind: 'choice',
          path: 'unit',
          label: t`Қарайтын бөлімше`,
          start: it.unitId,
          options: units.map(({ id, name }) => ({ value: id, label: text(name) })),
        },
      ],
    }),
    act({
      shape: assignAppeal,
      fixed,
      fields: [
        { kind: 'find', path: 'to', label: t`Орындаушы`, find },
        { kind: 'prose', path: 'note', label: t`Нұсқау`, optional: true, max: 2000, rows: 3 },
      ],
    }),
    act({
      shape: takeUpAppeal,
      fixed,
      fields: [],
      place: 'middle',
      lead: t`Өтінішті қарауға кіріскеніңіз белгіленеді.`,
    }),
    act({
      shape: messageAppeal,
      fixed,
      lead: t`Өтініш беруші хабарды өз коды арқылы көреді.`,
      fields: [
        { kind: 'prose', path: 'text', label: t`Хабар мәтіні`, rows: 8 },
        { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
      ],
    }),
    act({
      shape: noteAppeal,
      fixed,
      lead: t`Жазбаны осы өтінішпен жұмыс істейтін қызметкерлер ғана көреді.`,
      fields: [{ kind: 'prose', path: 'text', label: t`Жазба`, rows: 6 }],
    }),
    act({
      shape: reassignAppeal,
      fixed,
      fields: [
        { kind: 'find', path: 'to', label: t`Жаңа орындаушы`, find },
        { kind: 'prose', path: 'note', label: t`Себебі`, max: 2000, rows: 3 },
      ],
    }),
  ]
}

export const Acts = ({ it, may, more }: { it: Opened; may: readonly May[]; more: readonly RecordPart<Opened>[] }) => {
  const own = useActs(it)
  const added = more.flatMap((part) => part.useActs?.(it) ?? [])
  return <MayBar may={may} acts={[...own, ...added]} />
}
