// The fields of an entry of the incoming register, for entering and for correcting.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import type { Option, Value } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { findAnswered, incomingChoices, receivingWays } from '../contract.ts'
import { languageTitles, markTitles, senderKindTitles, wayTitles } from '../words.ts'

type Values = Readonly<Record<string, Value>>

/** With the mark of a state secret nothing more is asked: its words must not even be typed here. */
export const isKept = ({ mark }: Values): boolean => mark !== 'state-secret'
const isMarked = ({ mark }: Values): boolean => mark === 'official-use'

/** Asks the server for the record that the paper answers. */
export const useAnswered = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findAnswered, { words })
    return result.rows.map(({ value, caption, kindTitle, title }) => ({
      value,
      label: caption,
      hint: `${text(kindTitle)} · ${title}`,
    }))
  }
}

interface Start {
  mark: 'none' | 'official-use'
  markGround: string | null
  readers: readonly string[]
  sender: string | null
  senderName: string | null
  senderNumber: string | null
  senderOn: string | null
  subject: string
  pages: number
  enclosures: number
  way: string
  language: string
}

const blank: Start = {
  mark: 'none',
  markGround: null,
  readers: [],
  sender: null,
  senderName: null,
  senderNumber: null,
  senderOn: null,
  subject: '',
  pages: 1,
  enclosures: 0,
  way: 'edms',
  language: 'kk',
}

/** What the paper itself says. */
export const useSaidFields = (start: Start = blank) => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(incomingChoices, {}).data?.result
  const senders = (choices?.senders ?? []).map(({ value, name, kind, group }) => ({
    value,
    label: text(name),
    hint: group ? text(group) : text(senderKindTitles[kind]),
  }))
  const people = (choices?.people ?? []).map(({ id, name, unit }) => ({
    value: id,
    label: text(name),
    hint: text(unit),
  }))
  const said = [
    {
      kind: 'choice' as const,
      as: 'radio' as const,
      path: 'mark' as const,
      label: t`Құжаттың белгісі`,
      start: start.mark,
      options: optionsOf(['none', 'official-use', 'state-secret'] as const, markTitles, text).map((option) =>
        option.value === 'state-secret'
          ? { ...option, hint: t`Мұндай құжат бұл жүйеге енгізілмейді: мазмұнын, тақырыбын, файлын жазбаңыз` }
          : option,
      ),
    },
    {
      kind: 'line' as const,
      path: 'markGround' as const,
      label: t`Белгінің негізі`,
      hint: t`Тізбенің тармағы немесе құжаттағы сілтеме`,
      optional: true,
      max: 300,
      start: start.markGround,
      when: isMarked,
    },
    {
      kind: 'choices' as const,
      path: 'readers' as const,
      label: t`Оқырмандары`,
      hint: t`Олардан, сізден және меңгерушіден басқа ешкім көрмейді`,
      optional: true,
      options: people,
      start: start.readers,
      when: isMarked,
    },
    {
      kind: 'choice' as const,
      as: 'search' as const,
      path: 'sender' as const,
      label: t`Жіберуші`,
      hint: t`Тізімде болмаса, атауын төменге жазыңыз`,
      options: senders,
      start: start.sender,
      when: isKept,
    },
    {
      kind: 'line' as const,
      path: 'senderName' as const,
      label: t`Тізімде жоқ жіберуші`,
      optional: true,
      max: 300,
      start: start.senderName,
      when: (values: Values) => isKept(values) && !values.sender,
    },
    {
      kind: 'line' as const,
      path: 'senderNumber' as const,
      label: t`Жіберушінің нөмірі`,
      optional: true,
      max: 100,
      start: start.senderNumber,
      when: isKept,
    },
    {
      kind: 'day' as const,
      path: 'senderOn' as const,
      label: t`Жіберушінің күні`,
      optional: true,
      start: start.senderOn,
      when: isKept,
    },
    {
      kind: 'line' as const,
      path: 'subject' as const,
      label: t`Қысқаша мазмұны`,
      max: 300,
      start: start.subject,
      when: isKept,
    },
    {
      kind: 'number' as const,
      path: 'pages' as const,
      label: t`Парақ саны`,
      least: 1,
      start: start.pages,
      when: isKept,
    },
    {
      kind: 'number' as const,
      path: 'enclosures' as const,
      label: t`Қосымша парақтары`,
      least: 0,
      start: start.enclosures,
      when: isKept,
    },
    {
      kind: 'choice' as const,
      path: 'way' as const,
      label: t`Түскен жолы`,
      options: optionsOf(receivingWays, wayTitles, text),
      start: start.way,
      when: isKept,
    },
    {
      kind: 'choice' as const,
      path: 'language' as const,
      label: t`Тілі`,
      options: optionsOf(['kk', 'ru', 'en'] as const, languageTitles, text),
      start: start.language,
      when: isKept,
    },
  ]
  return { said, people, units: choices?.units ?? [] }
}
