// Accounts of the staff, for the administrator: opened, recovered with a temporary password.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useMe } from '../../../ui/me.ts'
import { listAccounts, openAccount, resetPassword } from '../contract.ts'

type Row = Output<typeof listAccounts>['rows'][number]
type Temporary = Output<typeof resetPassword>

/** Shown once: the password is nowhere to be read again. */
const Shown = ({ it, onClose }: { it: Temporary; onClose: () => void }) => {
  const { t } = useLingui()
  return (
    <Dialog title={t`Уақытша құпиясөз`} onClose={onClose} firm>
      <Banner tone="warn">
        <Trans>Құпиясөз тек осы жерде бір рет көрсетіледі. Иесі алғаш кіргенде оны ауыстырады.</Trans>
      </Banner>
      <dl className="facts">
        <div>
          <dt>{t`Кіру аты`}</dt>
          <dd>
            <code>{it.login}</code>
          </dd>
        </div>
        <div>
          <dt>{t`Уақытша құпиясөз`}</dt>
          <dd>
            <code>{it.temporaryPassword}</code>
          </dd>
        </div>
      </dl>
      <button type="button" className="button first" onClick={onClose}>
        <Trans>Жазып алдым</Trans>
      </button>
    </Dialog>
  )
}

const Act = ({ row, onGiven }: { row: Row; onGiven: (it: Temporary) => void }) => {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const name = text(row.employee.name)
  const word = row.login ? t`Құпиясөз беру` : t`Жазба ашу`
  if (row.employee.id === me.employee.id) return null
  return (
    <>
      <button type="button" className="button small" aria-label={`${word}: ${name}`} onClick={() => setOpen(true)}>
        {word}
      </button>
      {open && row.login ? (
        <ActionForm
          shape={resetPassword}
          fixed={{ id: row.employee.id }}
          keeps={false}
          lead={<Trans>Қазіргі құпиясөзі күшін жояды, ашық сеансы аяқталады.</Trans>}
          fields={[
            {
              kind: 'check',
              path: 'dropSecondFactor',
              label: t`Телефоны жоғалған: код генераторы мен кіру кілттерін де өшіру`,
              optional: true,
            },
          ]}
          onDone={onGiven}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {open && !row.login ? (
        <ActionForm
          shape={openAccount}
          fixed={{ id: row.employee.id }}
          keeps={false}
          fields={[
            {
              kind: 'line',
              path: 'login',
              label: t`Кіру аты`,
              hint: t`Латын әріптері, цифрлар, нүкте, сызықша.`,
              max: 60,
            },
          ]}
          onDone={onGiven}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

const Factors = ({ row }: { row: Row }) => {
  const { t } = useLingui()
  if (!row.login) return <>—</>
  return (
    <>
      {row.totp ? <State tone="ok">{t`Код`}</State> : null} {row.passkeys ? <State tone="ok">{t`Кілт`}</State> : null}
      {row.totp || row.passkeys ? null : <Trans>тек құпиясөз</Trans>}
    </>
  )
}

export default function Accounts() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [given, setGiven] = useState<Temporary | null>(null)
  return (
    <Page
      title={t`Есептік жазбалар`}
      lead={<Trans>Өкілеттік есептік жазбамен емес, лауазыммен және нұсқаулықпен беріледі.</Trans>}
    >
      <DataTable
        shape={listAccounts}
        rowKey={(row) => row.employee.id}
        kinds={['employee', 'session']}
        filters={[{ kind: 'words', path: 'words', title: t`Аты-жөні, кіру аты` }]}
        columns={[
          { key: 'employee', title: t`Қызметкер`, draw: (row) => text(row.employee.name) },
          { key: 'login', title: t`Кіру аты`, number: true, draw: (row) => row.login ?? '—' },
          { key: 'factors', title: t`Екінші тәсіл`, draw: (row) => <Factors row={row} /> },
          {
            key: 'state',
            title: t`Күйі`,
            draw: (row) =>
              row.signedIn ? (
                <State tone="ok">{t`Жүйеде`}</State>
              ) : row.mustChange ? (
                <State tone="warn">{t`Құпиясөз ауыстырады`}</State>
              ) : (
                <span className="quiet">{row.seenAt ? format.instantShort(row.seenAt) : '—'}</span>
              ),
          },
          { key: 'act', title: t`Әрекет`, width: '150px', draw: (row) => <Act row={row} onGiven={setGiven} /> },
        ]}
        empty={{ title: t`Қызметкер әлі енгізілмеген.` }}
      />
      {given ? <Shown it={given} onClose={() => setGiven(null)} /> : null}
    </Page>
  )
}
