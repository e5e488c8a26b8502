// Where the staff web begins: the language first, then the router.
import './strict.ts'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/parts.css'
import '../ui/records.css'
import '../ui/table.css'
import '../ui/form.css'
import './shell.css'
import './screens.css'
import { queries } from './queries.ts'
import { router } from './routes.tsx'
import { keptLanguage, speak } from './words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('no place to draw in')

await speak(keptLanguage())

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
