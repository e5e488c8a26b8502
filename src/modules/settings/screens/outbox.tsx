// Letters of the house: sent where a mail server is configured, readable here where not.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, State } from '../../../ui/notes.tsx'
import type { Tone } from '../../../ui/notes.tsx'
import { Facts, Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { RowOf } from '../../../ui/table.tsx'
import { listOutbox } from '../contract.ts'

type Mail = RowOf<typeof listOutbox>

const tones: Readonly<Record<Mail['state'], Tone>> = { waiting: 'work', sent: 'ok', kept: 'plain', failed: 'late' }

const useStates = (): Readonly<Record<Mail['state'], string>> => {
  const { t } = useLingui()
  return { waiting: t`кезекте`, sent: t`жіберілді`, kept: t`осы жерде сақталды`, failed: t`жіберілмеді` }
}

const Letter = ({ mail, onClose }: { mail: Mail; onClose: () => void }) => {
  const { t } = useLingui()
  const format = useFormat()
  const states = useStates()
  return (
    <Dialog place="side" title={mail.subject} onClose={onClose}>
      <div className="stack">
        <Facts
          narrow
          facts={[
            { title: t`Кімге`, value: mail.address },
            { title: t`Уақыты`, value: format.instant(mail.at) },
            { title: t`Күйі`, value: <State tone={tones[mail.state]}>{states[mail.state]}</State> },
            mail.attempts > 0 && { title: t`Жіберу әрекеті`, value: format.number(mail.attempts) },
            mail.fault !== null && { title: t`Соңғы қатесі`, value: mail.fault },
          ]}
        />
        {mail.body === null ? (
          <p className="quiet">
            <Trans>Хаттың мәтіні көрсетілім режимінде ғана көрінеді.</Trans>
          </p>
        ) : (
          <div className="said" lang={mail.language}>
            {mail.body}
          </div>
        )}
      </div>
    </Dialog>
  )
}

export default function Outbox() {
  const { t } = useLingui()
  const format = useFormat()
  const states = useStates()
  const [opened, setOpened] = useState<Mail | null>(null)
  return (
    <Page
      title={t`Шығыс пошта`}
      lead={<Trans>Хатта тек нөмір мен сілтеме болады, істің мазмұны ешқашан жазылмайды.</Trans>}
    >
      <Banner>
        <Trans>Пошта сервері бапталмаған болса, хаттар жіберілмейді және осы бетте оқуға сақталады.</Trans>
      </Banner>
      <DataTable
        shape={listOutbox}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', title: t`Уақыты`, number: true, width: '160px', draw: (row) => format.instantShort(row.at) },
          { key: 'address', title: t`Кімге`, draw: (row) => row.address },
          {
            key: 'subject',
            title: t`Тақырыбы`,
            draw: (row) => (
              <button type="button" className="link" lang={row.language} onClick={() => setOpened(row)}>
                {row.subject}
              </button>
            ),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '190px',
            draw: (row) => <State tone={tones[row.state]}>{states[row.state]}</State>,
          },
        ]}
        empty={{
          title: <Trans>Хат жіберілмеген.</Trans>,
          hint: <Trans>Мерзім туралы ескертулер қоңырау белгісімен бірге осы жерге де түседі.</Trans>,
        }}
      />
      {opened ? <Letter mail={opened} onClose={() => setOpened(null)} /> : null}
    </Page>
  )
}
