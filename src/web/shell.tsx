// The frame around every screen: the strip of the demonstration, the top bar, the menu, the way to the content.
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useMe } from '../ui/me.ts'
import { useAddress } from '../ui/route.tsx'
import { Side } from './side.tsx'
import { Top } from './top.tsx'

const Palette = lazy(() => import('./palette.tsx'))

/** Ctrl+K (or Cmd+K) anywhere. */
const usePaletteKey = (open: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}

export const DemonstrationStrip = () => (
  <aside className="strip">
    <Trans>Көрсетілім режимі: адамдар мен істер ойдан шығарылған, нақты деректерді енгізбеңіз.</Trans>
  </aside>
)

export const Shell = ({ children }: { children: ReactNode }) => {
  const { t } = useLingui()
  const me = useMe()
  const { path } = useAddress()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  // The menu belongs to the screen it was opened on: going elsewhere closes it.
  const [menuAt, setMenuAt] = useState<string | null>(null)
  const menu = menuAt === path
  const [palette, setPalette] = useState(false)
  const [openPalette] = useState(() => () => setPalette(true))
  usePaletteKey(openPalette)
  useEffect(() => {
    // A screen reader begins at the new screen, not at the link that led to it.
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [path])
  return (
    <>
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        <Trans>Негізгі мазмұнға өту</Trans>
      </a>
      {me.mode === 'demonstration' ? <DemonstrationStrip /> : null}
      <Top openPalette={openPalette} toggleMenu={() => setMenuAt(menu ? null : path)} menuOpen={menu} />
      <div className="body">
        <Side open={menu} />
        <main id="main" ref={main} tabIndex={-1} aria-label={t`Мазмұны`}>
          {children}
        </main>
      </div>
      {palette ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
