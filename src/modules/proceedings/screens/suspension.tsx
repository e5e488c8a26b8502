// A suspension from office: whom an order in force names, and for whom one has still to be asked.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import type { Act } from '../../../ui/may.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { askingPath } from '../../authorities/contract.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import { listOrders, suspendPerson } from '../suspending-contract.ts'

type Opened = Output<typeof readInvestigation>
type Person = Output<typeof listOrders>['people'][number]

const Lacking = ({ it, people }: { it: Opened; people: readonly Person[] }) => {
  const text = useText()
  return (
    <div className="stack">
      {people.map(({ id, name, missing }) =>
        missing ? (
          <div key={id}>
            <b>{text(name)}</b>
            <p>
              {text(missing.says)} <ClauseChip id={missing.clause} />
            </p>
            <Go
              to={askingPath('suspension', [
                { kind: 'investigation', id: it.id },
                { kind: 'person', id },
              ])}
              className="button"
            >
              <Trans>Бұйрық сұрау</Trans>
            </Go>
          </div>
        ) : null,
      )}
    </div>
  )
}

/** Asked when its window opens: whom an order in force names, and what is missing for the others. */
const Suspending = ({ it, close }: { it: Opened; close: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const orders = useCall(listOrders, { id: it.id }, { kinds: ['investigation', 'authority'], keep: true })
  const people = orders.data?.result.people ?? []
  const lacking = people.filter(({ missing }) => missing)
  const options = people.flatMap(({ id, name, order }) => {
    if (!order) return []
    const days = `${format.day(order.from)} – ${format.day(order.until)}`
    return [{ value: id, label: text(name), hint: `№ ${order.number}. ${text(order.issuer)}. ${days}` }]
  })
  if (!options.length)
    return (
      <Dialog title={text(suspendPerson.title)} onClose={close}>
        <Loaded of={orders}>{() => <Lacking it={it} people={lacking} />}</Loaded>
      </Dialog>
    )
  return (
    <ActionForm
      shape={suspendPerson}
      fixed={{ id: it.id, version: it.version }}
      lead={
        <>
          <p>{t`Актінің нөмірі, күні мен мерзімі бұйрықтан алынады.`}</p>
          <Lacking it={it} people={lacking} />
        </>
      }
      fields={[
        {
          kind: 'choice',
          as: 'radio',
          path: 'person',
          label: t`Бұйрықта аталған адам`,
          options,
          start: options[0]?.value,
        },
      ]}
      onClose={close}
    />
  )
}

/** A button for each case under way; its window says what is missing where no order stands. */
export const suspending = (it: Opened): Act | null =>
  it.state === 'opened' && !it.brief
    ? { operation: suspendPerson.name, aside: true, open: (close) => <Suspending it={it} close={close} /> }
    : null
