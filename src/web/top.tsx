// The top bar: the house's name, the search, the language, the bell, who is here.
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { languages, type Language } from '../kernel/text.ts'
import { setLanguage, signOut } from '../modules/access/contract.ts'
import { call } from '../ui/call.ts'

import { useMe } from '../ui/me.ts'
import { Go } from '../ui/route.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { Bell } from './bell.tsx'
import { beginAnew } from './session.ts'
import { choose } from './words.ts'

const short = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' }
const full = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

export const LanguageSwitch = ({ onChoose }: { onChoose?: (language: Language) => void }) => {
  const { t } = useLingui()
  const language = useLanguage()
  const speakTo = async (each: Language): Promise<void> => {
    await choose(each)
    onChoose?.(each)
  }
  return (
    <div className="languages" role="group" aria-label={t`Тіл`}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={full[each]}
          aria-pressed={each === language}
          onClick={() => void speakTo(each)}
        >
          {short[each]}
        </button>
      ))}
    </div>
  )
}

export const Brand = () => (
  <>
    <i className="brand-mark" aria-hidden="true" />
    <Trans>Қорған</Trans>
  </>
)

const Who = () => {
  const me = useMe()
  const text = useText()
  const id = useId()
  const actingFor = me.actingFor ? text(me.actingFor) : null
  const leave = async (): Promise<void> => {
    await call(signOut, {}, { guarded: false }).catch(() => undefined)
    await beginAnew()
  }
  return (
    <div className="who">
      <button type="button" popoverTarget={id} className="who-name">
        {text(me.employee.name)}
        <small>{text(me.employee.post)}</small>
      </button>
      <div id={id} popover="auto" className="who-card">
        <b>{text(me.employee.name)}</b>
        <span className="quiet">{text(me.employee.post)}</span>
        <span className="quiet">{text(me.employee.unit)}</span>
        {actingFor ? (
          <span className="state mark">
            <Trans>Міндетін атқарады: {actingFor}</Trans>
          </span>
        ) : null}
        <Go to="/account" className="button small" onClick={() => document.getElementById(id)?.hidePopover()}>
          <Trans>Кіру және қауіпсіздік</Trans>
        </Go>
        <button type="button" className="button small" onClick={() => void leave()}>
          <Trans>Шығу</Trans>
        </button>
      </div>
    </div>
  )
}

/** The session speaks the chosen language too: letters and reminders come in it. A lost call costs nothing. */
const remember = (language: Language): Promise<unknown> => call(setLanguage, { language }).catch(() => null)

interface TopProps {
  openPalette: () => void
  toggleMenu: () => void
  menuOpen: boolean
}

export const Top = ({ openPalette, toggleMenu, menuOpen }: TopProps) => {
  const { t } = useLingui()
  return (
    <header className="top">
      <button type="button" className="burger" aria-expanded={menuOpen} aria-label={t`Бөлімдер`} onClick={toggleMenu}>
        <span aria-hidden="true">☰</span>
      </button>
      <Go to="/" className="brand">
        <Brand />
      </Go>
      <span className="push" />
      <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Control+K">
        <span>
          <Trans>Іздеу: нөмір, ЖСН, аты-жөні</Trans>
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <LanguageSwitch onChoose={(language) => void remember(language)} />
      <Bell />
      <Who />
    </header>
  )
}
