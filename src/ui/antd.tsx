// The component library in the house's own look and in the reader's language. Wrap whatever comes from antd in <Antd>.
import ConfigProvider from 'antd/es/config-provider'
import type { ThemeConfig } from 'antd/es/config-provider'
import en from 'antd/es/locale/en_US'
import kk from 'antd/es/locale/kk_KZ'
import ru from 'antd/es/locale/ru_RU'
import type { ReactNode } from 'react'
import type { Language } from '../kernel/text.ts'
import { useLanguage } from './text.ts'

const locales = { kk, ru, en } satisfies Record<Language, typeof en>

// The same values as tokens.css: the library computes shades from them, so it needs them as colours, not as variables.
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#00708c',
    colorInfo: '#00708c',
    colorSuccess: '#1a6f45',
    colorWarning: '#8f5400',
    colorError: '#b3261e',
    colorText: '#14202b',
    colorTextSecondary: '#465664',
    colorTextPlaceholder: '#5a6976',
    colorBorder: '#7b8c99',
    colorLink: '#00708c',
    borderRadius: 6,
    controlHeight: 36,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motion: false,
  },
}

/** Popups open inside the window they belong to: what lies outside an open dialog cannot be clicked. */
const inDialog = (trigger?: HTMLElement): HTMLElement => trigger?.closest('dialog') ?? document.body

export const Antd = ({ children }: { children: ReactNode }) => {
  const language = useLanguage()
  return (
    <ConfigProvider theme={theme} locale={locales[language]} getPopupContainer={inDialog}>
      {children}
    </ConfigProvider>
  )
}
