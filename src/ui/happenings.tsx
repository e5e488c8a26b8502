// What happened to a record, told from the journal, as a card of its page.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { Text } from '../kernel/text.ts'
import type { Shape } from './call.ts'
import { Card, Timeline } from './page.tsx'
import { useText } from './text.ts'
import { useCall } from './use-call.ts'

/** The journal is sealed a moment after each step, so the timeline is asked once more then. */
const sealedAfterMs = 2_500

interface Row {
  at: string
  title: Text
  clause: string | null
  who: Text | null
  refused: boolean
}

interface HappeningsProps<S extends Shape> {
  /** The query of the record's timeline: its input is the record's id, its output rows. */
  of: S
  it: { id: string; version: number; state: string }
  /** Kinds of record whose live changes refresh it, beside the page's own. */
  kinds?: readonly string[]
}

export const Happenings = <S extends Shape>({ of, it, kinds = [] }: HappeningsProps<S>) => {
  const { t } = useLingui()
  const text = useText()
  const { data, refetch } = useCall(of, { id: it.id } as never, { keep: true, kinds })
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), sealedAfterMs)
    return () => clearTimeout(timer)
  }, [it.version, it.state, refetch])
  const rows = (data?.result as { rows: readonly Row[] } | undefined)?.rows ?? []
  return (
    <Card title={t`Оқиғалар желісі`}>
      {rows.length ? (
        <Timeline
          happenings={rows.map((row) => ({ ...row, title: text(row.title), who: row.who ? text(row.who) : null }))}
        />
      ) : (
        <p className="quiet">
          <Trans>Журнал жазбалары бірер сәтте осында пайда болады.</Trans>
        </p>
      )}
    </Card>
  )
}
