// On the page of a person: the criminal cases about him or her, as far as the reader may see them (5.4, 6.16).
import { Trans } from '@lingui/react/macro'
import { usePower } from '../../../ui/me.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useFormat } from '../../../ui/format.ts'
import { useCall } from '../../../ui/use-call.ts'
import { stateTitles, stateTones } from '../../criminalCases/contract.ts'
import { findAbout } from '../contract.ts'

interface Person {
  id: string
}

const Cases = ({ it }: { it: Person }) => {
  const text = useText()
  const format = useFormat()
  const found = useCall(findAbout, { person: it.id })
  return (
    <Loaded of={found}>
      {({ rows }) =>
        rows.length ? (
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Go to={`/criminal-cases/${row.id}`}>{row.articleWords}</Go> · {format.day(row.registeredOn)} ·{' '}
                <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={<Trans>Тізілімде бұл адамға қатысты қылмыстық іс жоқ.</Trans>} />
        )
      }
    </Loaded>
  )
}

/** Whoever has no part in the register is told nothing, not even that there is nothing. */
const Body = ({ it }: { it: Person }) => {
  const reads = usePower('criminalCases.read')
  return reads ? <Cases it={it} /> : <EmptyState title={<Trans>Тізілім сізге ашық емес.</Trans>} />
}

const part: RecordPart<Person> = {
  tabs: [
    {
      key: 'criminalCases',
      title: { kk: 'Қылмыстық істер', ru: 'Уголовные дела', en: 'Criminal cases' },
      body: Body,
    },
  ],
}
export default part
