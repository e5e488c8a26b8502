// Files of the state register that one has brought, and the bringing of another.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { bringFile, importLife, listImports, listProfiles } from '../contract.ts'
import { stateTones } from './states.ts'

const Bring = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const profiles = useCall(listProfiles, {}).data?.result.rows
  if (!profiles) return null
  return (
    <ActionForm
      shape={bringFile}
      onClose={onClose}
      onDone={({ import: id }) => go(`/exchange/imports/${id}`)}
      lead={
        <Trans>
          Файл алдымен тексеріледі: не енгізілетінін, не белгілі екенін, қай жол қате екенін көресіз. Ештеңе өзгермейді.
        </Trans>
      }
      fields={[
        {
          kind: 'choice',
          path: 'profile',
          label: t`Профиль`,
          hint: t`Файлдың қай бағаны қай өріс екенін профиль айтады`,
          options: profiles.map(({ id, title, unverified }) => ({
            value: id,
            label: title,
            ...(unverified ? { hint: t`расталмаған үлгі` } : {}),
          })),
          as: 'radio',
          ...(profiles.length === 1 ? { start: profiles[0]?.id } : {}),
        },
        {
          kind: 'files',
          path: 'files',
          label: t`Файл`,
          hint: t`CSV, XLSX немесе JSON`,
          accept: '.csv,.txt,.xlsx,.json',
          most: 1,
        },
      ]}
    />
  )
}

export default function Imports() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={t`Мемлекеттік жүйеден өтініштер`}
      lead={
        <>
          <Trans>Сыртқы жүйедегі нөмірі сақталады, бір өтініш екі рет тіркелмейді.</Trans> <ClauseChip id="6.23" />
        </>
      }
      actions={
        <>
          <Go to="/exchange/profiles" className="button">
            <Trans>Профильдер</Trans>
          </Go>
          <Go to="/exchange/exports" className="button">
            <Trans>Жүйеге жіберу</Trans>
          </Go>
          <button type="button" className="button first" onClick={() => setOpen(true)}>
            <Trans>Файлды тексеру</Trans>
          </button>
        </>
      }
    >
      {open ? <Bring onClose={() => setOpen(false)} /> : null}
      <DataTable
        shape={listImports}
        kinds={['import']}
        rowKey={(row) => row.id}
        rowTo={(row) => `/exchange/imports/${row.id}`}
        columns={[
          { key: 'file', title: t`Файл`, draw: (row) => row.file },
          { key: 'profile', title: t`Профиль`, draw: (row) => row.profile },
          {
            key: 'startedAt',
            title: t`Әкелінген уақыты`,
            number: true,
            draw: (row) => format.instantShort(row.startedAt),
          },
          {
            key: 'state',
            title: t`Күйі`,
            draw: (row) => <State tone={stateTones[row.state]}>{text(importLife.states[row.state])}</State>,
          },
          { key: 'fresh', title: t`Жаңа`, number: true, draw: (row) => format.number(row.fresh) },
          { key: 'known', title: t`Белгілі`, number: true, draw: (row) => format.number(row.known) },
          { key: 'differing', title: t`Өзгеше`, number: true, draw: (row) => format.number(row.differing) },
          { key: 'bad', title: t`Қате`, number: true, draw: (row) => format.number(row.bad) },
        ]}
        empty={{
          title: t`Әлі бірде-бір файл әкелінген жоқ.`,
          hint: t`eӨтініш жүйесінен алынған CSV, XLSX немесе JSON файлын тексеруге беріңіз.`,
        }}
      />
    </Page>
  )
}
