// The menu: what the person's powers open, in groups, with the screen they are on marked.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { holds, useMe } from '../ui/me.ts'
import { Go, useAddress } from '../ui/route.tsx'
import type { NavGroup } from '../ui/screen.ts'
import { useText } from '../ui/text.ts'
import { screens } from './screens.ts'

const groups: readonly NavGroup[] = ['work', 'anti-corruption', 'security', 'management', 'administration', 'law']

const GroupTitle = ({ group }: { group: NavGroup }): ReactNode => {
  if (group === 'anti-corruption') return <Trans>Сыбайлас жемқорлыққа қарсы</Trans>
  if (group === 'security') return <Trans>Қауіпсіздік</Trans>
  if (group === 'management') return <Trans>Басқару</Trans>
  if (group === 'administration') return <Trans>Әкімшілендіру</Trans>
  return null
}

interface Row {
  to: string
  title: string
  order: number
}

export const useNavRows = (): { group: NavGroup; rows: Row[] }[] => {
  const me = useMe()
  const text = useText()
  const { t } = useLingui()
  const own: Partial<Record<NavGroup, Row[]>> = {
    work: [{ to: '/', title: t`Менің жұмысым`, order: 0 }],
    law: [{ to: '/law', title: t`Ереже`, order: 0 }],
  }
  return groups
    .map((group) => ({
      group,
      rows: [
        ...(own[group] ?? []),
        ...screens.flatMap(({ path, nav, needs }) =>
          nav?.group === group && holds(me, needs)
            ? [{ to: path, title: text(nav.title), order: nav.order ?? 50 }]
            : [],
        ),
      ].sort((a, b) => a.order - b.order),
    }))
    .filter(({ rows }) => rows.length > 0)
}

export const Side = ({ open }: { open: boolean }) => {
  const { t } = useLingui()
  const { path } = useAddress()
  const groupsShown = useNavRows()
  const tos = groupsShown.flatMap(({ rows }) => rows.map((row) => row.to))
  // '/appeals/17' lights up '/appeals', unless a longer row fits better.
  const here = tos
    .filter((to) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0]
  return (
    <nav className={open ? 'side open' : 'side'} aria-label={t`Бөлімдер`}>
      {groupsShown.map(({ group, rows }) => (
        <div key={group} className="side-group">
          <p>
            <GroupTitle group={group} />
          </p>
          {rows.map((row) => (
            <Go
              key={row.to}
              to={row.to}
              className={row.to === here ? 'on' : ''}
              {...(row.to === here ? { 'aria-current': 'page' as const } : {})}
            >
              {row.title}
            </Go>
          ))}
        </div>
      ))}
    </nav>
  )
}
