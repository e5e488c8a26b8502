// The head of a form: for which purpose, what it would open, what it names, and whether one is in force already.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { purposeNames, purposes, type Purpose } from '../../authorities/contract.ts'
import type { authorityChoices } from '../contract.ts'

export type Choices = Output<typeof authorityChoices>

interface PurposesProps {
  path: string
  purpose: Purpose
  about: readonly string[]
  more?: string
}

/** `about` stands in the address once or several times; both are read. */
export const aboutIn = (search: Readonly<Record<string, string>>): string[] =>
  (search['about'] ?? '').split(',').filter(Boolean)

export const purposeIn = (search: Readonly<Record<string, string>>): Purpose =>
  purposeNames.find((it) => it === search['purpose']) ?? 'investigation'

export const Purposes = ({ path, purpose, about, more = '' }: PurposesProps) => {
  const { t } = useLingui()
  const text = useText()
  const named = about.length ? `&about=${about.join(',')}` : ''
  return (
    <nav className="row" aria-label={t`Мақсаты`}>
      {purposeNames.map((each) => (
        <Go
          key={each}
          to={`${path}?purpose=${each}${named}${more}`}
          className={each === purpose ? 'button first' : 'button'}
          aria-current={each === purpose ? 'page' : undefined}
        >
          {text(purposes[each].title)}
        </Go>
      ))}
    </nav>
  )
}

const Named = ({ it }: { it: Choices }) => {
  const { t } = useLingui()
  const text = useText()
  const lost = it.lost
  return (
    <>
      {it.subjects.length ? (
        <Banner title={t`Құжат мыналарды атайды:`}>
          {it.subjects.map((subject, at) => (
            <span key={subject.id}>
              {at ? '; ' : ''}
              {subject.page ? (
                <Go to={subject.page} className="link">
                  {subject.label}
                </Go>
              ) : (
                subject.label
              )}
              {subject.kindTitle ? <small> ({text(subject.kindTitle)})</small> : null}
            </span>
          ))}
        </Banner>
      ) : null}
      {lost ? (
        <Banner tone="late" title={t`Сілтемедегі жазбаның бәрі табылған жоқ.`}>
          <Trans>Сұрауды сол жазбаның бетінен қайта бастаңыз.</Trans>
        </Banner>
      ) : null}
    </>
  )
}

/** What the purpose demands, and what stands already. */
export const Explained = ({ purpose, it }: { purpose: Purpose; it: Choices }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [standing] = it.standing
  const { clause, onlyBy, missing } = purposes[purpose]
  return (
    <>
      <p>
        {text(onlyBy)} <ClauseChip id={clause} />
      </p>
      <Named it={it} />
      {standing ? (
        <Banner tone="ok" title={t`Күшіндегі құжат бар:`}>
          <Go to={`/authorities/${standing.id}`} className="number">
            {standing.number}
          </Go>
          {standing.until ? `, ${format.day(standing.until)}` : ''}
        </Banner>
      ) : it.subjects.length && !it.lost ? (
        <Banner tone="warn">{text(missing)}</Banner>
      ) : null}
    </>
  )
}
