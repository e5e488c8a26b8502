// Job descriptions: which powers each post gives, from which day, by whose approval.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { postCodes, postTitles } from '../../structure/contract.ts'
import { describePost, listDescriptions } from '../contract.ts'
import { DecidedState } from './decided.tsx'

type Listed = Output<typeof listDescriptions>

const Table = ({ it }: { it: Listed }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Лауазым`}</th>
            <th scope="col">{t`Өкілеттіктері`}</th>
            <th scope="col">{t`Бірінші күні`}</th>
            <th scope="col">{t`Соңғы күні`}</th>
            <th scope="col">{t`Күйі`}</th>
          </tr>
        </thead>
        <tbody>
          {it.descriptions.map((row) => (
            <tr key={row.id}>
              <td>
                <Go to={`/descriptions/${row.id}`}>{text(row.postTitle)}</Go>
              </td>
              <td className="quiet">{row.powers.map(({ title }) => text(title)).join(' · ') || '—'}</td>
              <td className="number">{format.day(row.fromOn)}</td>
              <td className="number">{row.untilOn ? format.day(row.untilOn) : '—'}</td>
              <td>{row.inForce ? <State tone="ok">{t`Күшінде`}</State> : <DecidedState it={row} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export default function Descriptions() {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const [proposing, setProposing] = useState(false)
  const list = useCall(listDescriptions, {}, { kinds: ['description'] })
  const may = list.data?.may.some((row) => row.operation === describePost.name && row.allowed)
  const powers = list.data?.result.powers ?? []
  return (
    <Page
      title={t`Лауазымдық нұсқаулықтар`}
      lead={
        <>
          <Trans>
            Қызметкер Сот әкімшілігінің басшысы бекіткен нұсқаулықтың өкілеттіктері шегінде ғана әрекет етеді.
          </Trans>{' '}
          <ClauseChip id="5.15" />
        </>
      }
      actions={
        may ? (
          <button type="button" className="button first" onClick={() => setProposing(true)}>
            <Trans>Нұсқаулық ұсыну</Trans>
          </button>
        ) : null
      }
    >
      {proposing ? (
        <ActionForm
          shape={describePost}
          fields={[
            {
              kind: 'choice',
              path: 'postCode',
              label: t`Лауазым`,
              options: postCodes.map((value) => ({ value, label: text(postTitles[value]) })),
            },
            {
              kind: 'choices',
              path: 'powers',
              label: t`Өкілеттіктер`,
              options: powers.map(({ power, title }) => ({ value: power, label: text(title) })),
            },
            { kind: 'day', path: 'fromOn', label: t`Бірінші күні` },
            {
              kind: 'day',
              path: 'untilOn',
              label: t`Соңғы күні`,
              hint: t`Мерзімсіз болса, бос қалдырыңыз.`,
              optional: true,
            },
            { kind: 'prose', path: 'basis', label: t`Негіздемесі`, max: 2000, rows: 3 },
          ]}
          onDone={({ id }) => go(`/descriptions/${id}`)}
          onClose={() => setProposing(false)}
        />
      ) : null}
      <Card>
        <Loaded of={list}>{(it) => <Table it={it} />}</Loaded>
      </Card>
    </Page>
  )
}
