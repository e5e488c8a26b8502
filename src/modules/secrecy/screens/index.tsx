// The screens of official secrets: outside references of secret documents, and the register of marked ones.
import type { Screen } from '../../../ui/screen.ts'

const marked = { kk: 'ҚБПҮ құжаттары', ru: 'Документы ДСП', en: 'Official-use documents' }
const outside = {
  kk: 'Құпия құжаттардың деректемелері',
  ru: 'Реквизиты секретных документов',
  en: 'References of secret documents',
}

export const screens: Screen[] = [
  {
    path: '/secrecy/marked',
    title: marked,
    nav: { group: 'management', title: marked, order: 6 },
    needs: ['documents.draft', 'documents.read', 'documents.send'],
    component: () => import('./marked.tsx'),
  },
  {
    path: '/secrecy',
    title: outside,
    nav: { group: 'management', title: outside, order: 7 },
    needs: 'secrecy.keep',
    palette: {
      kk: 'Сыртқы деректемені тіркеу',
      ru: 'Зарегистрировать внешние реквизиты',
      en: 'Keep an outside reference',
    },
    component: () => import('./references.tsx'),
  },
]
