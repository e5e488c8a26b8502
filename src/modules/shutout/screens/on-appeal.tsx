// On an appeal: the card of who is shut out, for the head and the deputy alone; and everybody's way to recuse himself.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { act } from '../../../ui/may.tsx'
import { usePower } from '../../../ui/me.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { employeeOptions } from '../../org/contract.ts'
import { listShutouts, recuse, shutOut } from '../contract.ts'
import { useRecusalFields } from './recusal.tsx'
import { Decisions, stateTitles, stateTones, Why } from './decide.tsx'

interface Opened {
  id: string
}

const useRecusal = (it: Opened) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const fields = useRecusalFields()
  return [
    act({
      shape: recuse,
      plain: true,
      fixed: { id: it.id },
      lead: t`Шеттелу бірден қабылданады: бұл өтінішті енді көрмейсіз, жұмыс меңгерушіге қайтады. Қайта жіберуді меңгеруші ғана шешеді.`,
      fields,
      onDone: () => go('/appeals'),
    }),
  ]
}

const ByHand = ({ id }: Opened) => {
  const { t } = useLingui()
  const text = useText()
  const [open, setOpen] = useState(false)
  const find = async (words: string) => {
    const { result } = await call(employeeOptions, { words })
    return result.options.map(({ id: value, name, post, unit }) => {
      const [title, place] = [text(post), text(unit)]
      return { value, label: text(name), hint: `${title} · ${place}` }
    })
  }
  return (
    <>
      <button type="button" className="button small no-print" onClick={() => setOpen(true)}>
        <Trans>Қызметкерді шектеу</Trans>
      </button>
      {open ? (
        <ActionForm
          shape={shutOut}
          fixed={{ id }}
          lead={t`Қызметкер бұл өтінішті еш жерде көрмейді. Жұмысы болса, меңгерушіге қайтады.`}
          fields={[
            { kind: 'find', path: 'person', label: t`Қызметкер`, find },
            { kind: 'prose', path: 'reason', label: t`Себебі`, max: 2000, rows: 3 },
          ]}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

const List = ({ id }: Opened) => {
  const { t } = useLingui()
  const text = useText()
  const listed = useCall(listShutouts, { id }, { kinds: ['appeal'] })
  return (
    <Card title={t`Қолжетімділік шектелген`} extra={<ClauseChip id="5.16" />}>
      <Loaded of={listed} lines={2}>
        {({ rows, decides }) => (
          <div className="stack">
            {rows.length ? null : (
              <p className="quiet">
                <Trans>Бұл өтініштен ешкім шектелмеген.</Trans>
              </p>
            )}
            {rows.map((row) => (
              <div key={row.entry}>
                <div className="row">
                  <b>{text(row.person.name)}</b>
                  <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>
                </div>
                <Why row={row} />
                {decides ? <Decisions id={id} row={row} /> : null}
              </div>
            ))}
            {decides ? (
              <div>
                <ByHand id={id} />
              </div>
            ) : null}
          </div>
        )}
      </Loaded>
    </Card>
  )
}

const Side = ({ it }: { it: Opened }) => (usePower('shutout.keep') ? <List id={it.id} /> : null)

export default { useActs: useRecusal, side: Side } satisfies RecordPart<Opened>
