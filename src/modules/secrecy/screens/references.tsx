// What is kept of documents that may not enter the house: their outside reference, in neutral words.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { keepReference, listReferences } from '../contract.ts'

export default function References() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={t`Құпия құжаттардың деректемелері`}
      actions={
        <button type="button" className="button first" onClick={() => setOpen(true)}>
          {text(keepReference.title)}
        </button>
      }
    >
      <Banner tone="warn" title={t`Мемлекеттік құпия бұл жүйеге енгізілмейді.`}>
        <Trans>
          Құжаттың өзі режим қызметінде сақталады. Мұнда оның нөмірі, күні, органы және сақталатын орны ғана жазылады.
        </Trans>{' '}
        <ClauseChip id="5.16" />
      </Banner>
      <DataTable
        shape={listReferences}
        rowKey={(row) => row.id}
        sort="-keptAt"
        filters={[{ kind: 'words', path: 'words', title: t`Нөмірі, органы, мазмұны` }]}
        columns={[
          { key: 'number', title: t`Нөмірі`, number: true, draw: (row) => row.number },
          {
            key: 'datedOn',
            title: t`Күні`,
            number: true,
            sorts: true,
            width: '120px',
            draw: (row) => format.dayShort(row.datedOn),
          },
          { key: 'body', title: t`Қай орган`, draw: (row) => row.body },
          { key: 'subject', title: t`Бейтарап мазмұны`, draw: (row) => row.subject },
          { key: 'heldAt', title: t`Қайда сақталады`, draw: (row) => row.heldAt },
          { key: 'keptBy', title: t`Тіркеген`, draw: (row) => text(row.keptBy) },
        ]}
        empty={{
          title: t`Деректеме әлі тіркелген жоқ.`,
          hint: t`Құпия құжат келгенде оның сыртқы деректемелері осында тіркеледі.`,
        }}
      />
      {open ? (
        <ActionForm
          shape={keepReference}
          onClose={() => setOpen(false)}
          keeps={false}
          lead={t`Құпия мәліметтің өзін, оның ішінде тақырыбын да, мұнда жазбаңыз.`}
          fields={[
            { kind: 'line', path: 'number', label: t`Нөмірі`, max: 100 },
            { kind: 'day', path: 'datedOn', label: t`Күні` },
            { kind: 'line', path: 'body', label: t`Қай орган`, max: 300 },
            { kind: 'line', path: 'heldAt', label: t`Қайда сақталады`, max: 300 },
            {
              kind: 'line',
              path: 'subject',
              label: t`Бейтарап мазмұны`,
              hint: t`Құпия мәліметі жоқ қысқа сөз, мысалы: «хат алмасу»`,
              max: 300,
            },
          ]}
        />
      ) : null}
    </Page>
  )
}
