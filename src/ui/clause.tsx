// A clause of the Regulation as a chip that opens its words in three languages.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../kernel/text.ts'
import { Dialog } from './dialog.tsx'
import { Go } from './route.tsx'
import { useLanguage } from './text.ts'

interface ClauseWords {
  kk: string
  ru: string
  en: string
  chapter: number
  kind: string
}

/** The 63 clauses are a chunk of their own, fetched when first asked for. */
export const useClauses = (wanted = true) =>
  useQuery<Record<string, ClauseWords>>({
    queryKey: ['clauses'],
    queryFn: async () => (await import('../../regulation/clauses.json')).default,
    enabled: wanted,
    staleTime: Infinity,
  })

const names: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }
const order: Record<Language, readonly Language[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'kk', 'ru'],
}

const ClauseDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const language = useLanguage()
  const clauses = useClauses()
  const clause = clauses.data?.[id]
  return (
    <Dialog place="side" title={t`Ереженің ${id}-тармағы`} onClose={onClose}>
      {clauses.isPending ? <div className="bone tall" /> : null}
      {clause
        ? order[language].map((each) => (
            <section key={each} lang={each} className="clause-words">
              <h3>{names[each]}</h3>
              <p>{clause[each]}</p>
            </section>
          ))
        : null}
      <p>
        <Go to={`/law?clause=${id}`} onClick={onClose}>
          <Trans>Ережені толық ашу</Trans>
        </Go>
      </p>
    </Dialog>
  )
}

/** `<ClauseChip id="6.23" />`: anywhere in a sentence, a table or a button row. */
export const ClauseChip = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="chip"
        aria-haspopup="dialog"
        title={t`Ереженің ${id}-тармағы`}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {id}
      </button>
      {open ? <ClauseDrawer id={id} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
