// Who has taken note of something and what each said; whoever has not stands there too.
import { useLingui } from '@lingui/react/macro'
import type { Text } from '../kernel/text.ts'
import { useFormat } from './format.ts'
import { State } from './notes.tsx'
import { useText } from './text.ts'

interface Word {
  by: Text
  /** ISO instant. */
  at: string
  instruction: string | null
  until: string | null
}

export const Acknowledged = ({ rows }: { rows: readonly { key: string; who: Text; word: Word | null }[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <ul className="files">
      {rows.map(({ key, who, word }) => {
        const until = word?.until ? format.day(word.until) : ''
        return (
          <li key={key} className="file">
            <span>{text(who)}</span>
            {word ? (
              <State tone="ok">{word.instruction ? t`Нұсқау берді` : t`Танысты`}</State>
            ) : (
              <State tone="warn">{t`Танысқан жоқ`}</State>
            )}
            {word ? (
              <span className="quiet">
                {text(word.by)} · {format.instantShort(word.at)}
              </span>
            ) : null}
            {word?.instruction ? (
              <p className="said">
                {word.instruction} {until ? <span className="quiet">{t`Мерзімі: ${until}`}</span> : null}
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
