// The screens of documents: the register and one document.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Шығыс құжаттары', ru: 'Исходящие документы', en: 'Outgoing documents' }

export const screens: Screen[] = [
  {
    path: '/documents',
    title: register,
    nav: { group: 'management', title: register, order: 3 },
    needs: ['documents.read', 'documents.draft', 'documents.send'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/documents/new',
    title: { kk: 'Құжат дайындау', ru: 'Подготовить документ', en: 'Draft a document' },
    needs: 'documents.draft',
    palette: { kk: 'Құжат дайындау', ru: 'Подготовить документ', en: 'Draft a document' },
    component: () => import('./new.tsx'),
  },
  {
    path: '/documents/$id',
    title: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
    component: () => import('./record.tsx'),
  },
]
