// The keyboard's way everywhere: Ctrl+K, a few letters, Enter. Screens, actions, and whatever the search finds.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { findRecords } from '../modules/work/contract.ts'
import { Dialog } from '../ui/dialog.tsx'
import { holds, useMe } from '../ui/me.ts'
import { useAddress } from '../ui/route.tsx'
import { useText } from '../ui/text.ts'
import { useCall } from '../ui/use-call.ts'
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

/** Every search is an entry of the journal, so it waits until the typing pauses. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 300)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const useChoices = (words: string): readonly Choice[] => {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const nav = useNavRows()
  const asked = useSettled(words)
  const found = useCall(findRecords, { q: asked, page: 1, size: 6 }, { enabled: asked.length > 2, keep: true })
  const near = [
    ...screens
      .filter((screen) => screen.palette && holds(me, screen.needs))
      .map(({ path, palette, title }) => ({
        key: `act ${path}`,
        title: text(palette ?? title),
        note: t`әрекет`,
        to: path,
      })),
    ...nav.flatMap(({ rows }) => rows).map(({ to, title }) => ({ key: `go ${to}`, title, note: t`бөлім`, to })),
  ].filter(({ title }) => matches(title, words))
  if (!words) return near
  const records = words.length > 2 ? (found.data?.result.rows ?? []) : []
  return [
    ...records.map(({ kind, id, number, title, kindTitle, page }) => ({
      key: `record ${kind} ${id}`,
      title: number ? `${number} · ${title}` : title,
      note: text(kindTitle),
      to: page ?? '/',
    })),
    ...near,
    {
      key: 'search',
      title: t`Іздеу: ${words}`,
      note: t`барлық жазбадан`,
      to: `/search?words=${encodeURIComponent(words)}`,
    },
  ]
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { go } = useAddress()
  const list = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const choices = useChoices(words.trim())
  const here = Math.min(at, choices.length - 1)

  const open = (choice: Choice | undefined): void => {
    if (!choice) return
    onClose()
    go(choice.to)
  }
  const move = (to: number): void => {
    setAt(to)
    document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <Dialog title={t`Іздеу және өту`} onClose={onClose}>
      <div className="palette">
        <input
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={choices[here] ? `${list}-${here}` : undefined}
          aria-label={t`Нөмір, ЖСН, аты-жөні немесе бөлім`}
          placeholder={t`Нөмір, ЖСН, аты-жөні немесе бөлім`}
          value={words}
          maxLength={200}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(Math.min(choices.length - 1, here + 1))
            else if (event.key === 'ArrowUp') move(Math.max(0, here - 1))
            else if (event.key === 'Enter') open(choices[here])
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
              aria-selected={index === here}
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
