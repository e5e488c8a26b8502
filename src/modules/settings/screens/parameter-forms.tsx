// Changing a term or threshold from a day on, and confirming one that nobody has checked.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useText } from '../../../ui/text.ts'
import { ActionForm } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { changeParameter, confirmParameter } from '../contract.ts'
import type { ParameterRow } from '../contract.ts'

interface FormOf {
  row: ParameterRow
  onClose: () => void
}

type ValueField = FieldOf<typeof changeParameter>

/** Lists are typed apart by commas or on lines of their own. */
const parts = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

const asNumber = (typed: string): number => Number(typed.replace('\u2212', '-'))

const wordsOf = (typed: unknown): string => (typeof typed === 'string' ? typed : '')

const valueOf = ({ many, numeric, options }: ParameterRow, typed: unknown): string | number | string[] | number[] => {
  if (Array.isArray(typed)) return typed.map(wordsOf)
  if (typeof typed === 'number') return typed
  const words = wordsOf(typed)
  if (!many || options.length) return words
  return numeric ? parts(words).map(asNumber) : parts(words)
}

const useValueField = ({ row }: { row: ParameterRow }): ValueField => {
  const { t } = useLingui()
  const text = useText()
  const now = row.current?.value
  const start = Array.isArray(now) ? now.join(row.numeric ? ', ' : '\n') : now
  const options = row.options.map(({ value, title }) => ({ value, label: text(title) }))
  const common = { path: 'value', label: t`Жаңа мәні` } as const
  if (options.length && row.many)
    return { ...common, kind: 'choices', options, start: Array.isArray(now) ? now.map(String) : [] }
  if (options.length) return { ...common, kind: 'choice', as: 'radio', options, start }
  if (row.many && row.numeric) return { ...common, kind: 'line', start, hint: t`Бірнеше мәнді үтірмен бөліңіз.` }
  if (row.many) return { ...common, kind: 'prose', rows: 10, start, hint: t`Әр мәнді жаңа жолдан жазыңыз.` }
  const current = row.current ? text(row.current.says) : '—'
  return { ...common, kind: 'number', least: row.least, most: row.most, start, hint: t`Қазіргі мәні: ${current}` }
}

const Lead = ({ row, children }: { row: ParameterRow; children: ReactNode }) => {
  const text = useText()
  return (
    <>
      <b>{text(row.title)}.</b> {children}
    </>
  )
}

export const ChangeForm = ({ row, onClose }: FormOf) => {
  const { t } = useLingui()
  const value = useValueField({ row })
  return (
    <ActionForm
      shape={changeParameter}
      title={t`Мәнін өзгерту`}
      button={t`Мәнін өзгерту`}
      fixed={{ name: row.name }}
      onClose={onClose}
      lead={
        <Lead row={row}>
          <Trans>
            Жаңа мән көрсетілген күннен бастап қолданылады, бұрынғы мерзімдер өзгермейді. Әрекет журналға жазылады.
          </Trans>
        </Lead>
      }
      fields={[
        value,
        { kind: 'day', path: 'from', label: t`Күшіне енетін күні`, start: today() },
        {
          kind: 'prose',
          path: 'reason',
          label: t`Негіздеме`,
          rows: 3,
          max: 1000,
          hint: t`Өзгерісті белгілеген акт пен оның бабы.`,
        },
      ]}
      toInput={(values) => ({
        name: row.name,
        from: wordsOf(values['from']),
        value: valueOf(row, values['value']),
        reason: wordsOf(values['reason']),
      })}
    />
  )
}

export const ConfirmForm = ({ row, onClose }: FormOf) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const word = row.history.find(({ from }) => from === row.current?.from)
  if (!word) return null
  const says = text(word.says)
  const from = format.day(word.from)
  return (
    <ActionForm
      shape={confirmParameter}
      title={t`Мәнін растау`}
      button={t`Мәнін растау`}
      fixed={{ name: row.name, from: word.from }}
      onClose={onClose}
      lead={
        <Lead row={row}>
          <Trans>
            Расталатын мән: {says}. Күшіне енген күні: {from}. Растағаннан кейін «расталмаған» белгісі алынады.
          </Trans>
        </Lead>
      }
      fields={[
        {
          kind: 'prose',
          path: 'reason',
          label: t`Негіздеме`,
          rows: 3,
          max: 1000,
          hint: t`Қай актіні кім тексергенін жазыңыз.`,
        },
      ]}
    />
  )
}
