// The keyboard's way everywhere: Ctrl+K, a few letters, Enter. Screens, actions, and whatever the search finds.
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { holds, useMe } from '../ui/me.ts'
import { useAddress } from '../ui/route.tsx'
import { useText } from '../ui/text.ts'
import { screens } from './screens.ts'
import { useNavRows } from './side.tsx'

interface Choice {
  key: string
  title: string
  note: string
  to: string
}

const matches = (title: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.toLowerCase().includes(word))

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const { go } = useAddress()
  const list = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const nav = useNavRows()

  const choices: Choice[] = [
    ...(words.trim()
      ? [{ key: 'search', title: t`Іздеу: ${words}`, note: t`барлық жазбадан`, to: `/search?words=${encodeURIComponent(words.trim())}` }]
      : []),
    ...screens
      .filter((screen) => screen.palette && holds(me, screen.needs))
      .map((screen) => ({
        key: `act ${screen.path}`,
        title: text(screen.palette ?? screen.title),
        note: t`әрекет`,
        to: screen.path,
      })),
    ...nav
      .flatMap(({ rows }) => rows)
      .map((row) => ({ key: `go ${row.to}`, title: row.title, note: t`бөлім`, to: row.to })),
  ].filter((choice) => choice.key === 'search' || matches(choice.title, words))

  const open = (choice: Choice | undefined): void => {
    if (!choice) return
    onClose()
    go(choice.to)
  }

  return (
    <Dialog title={t`Іздеу және өту`} onClose={onClose}>
      <div className="palette">
        <input
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={choices[at] ? `${list}-${at}` : undefined}
          aria-label={t`Нөмір, ЖСН, аты-жөні немесе бөлім`}
          placeholder={t`Нөмір, ЖСН, аты-жөні немесе бөлім`}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(choices.length - 1, at + 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
            else if (event.key === 'Enter') open(choices[at])
            else return
            event.preventDefault()
          }}
        />
        <ul className="palette-list" role="listbox" id={list} aria-label={t`Табылғандар`}>
          {choices.map((choice, index) => (
            <li
              key={choice.key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseMove={() => setAt(index)}
              onClick={() => open(choice)}
            >
              <span>{choice.title}</span>
              <small>{choice.note}</small>
            </li>
          ))}
        </ul>
        <div className="palette-foot">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> <Trans>таңдау</Trans>
          </span>
          <span>
            <kbd>Enter</kbd> <Trans>ашу</Trans>
          </span>
          <span>
            <kbd>Esc</kbd> <Trans>жабу</Trans>
          </span>
        </div>
      </div>
    </Dialog>
  )
}
