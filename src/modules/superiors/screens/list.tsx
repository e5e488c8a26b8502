// Every verdict that entered into force, with the superior whom it leads to, or why it leads to none.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listVerdicts } from '../contract.ts'

export default function Verdicts() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Үкімдер және тікелей басшылар`}
      lead={
        <Trans>
          Үкім заңды күшіне енгенде жүйе сотталғанның құқық бұзушылық жасалған күнгі тікелей басшысын тізілімнен табады.
        </Trans>
      }
    >
      <DataTable
        shape={listVerdicts}
        rowKey={(row) => row.case}
        kinds={['investigation', 'criminalCase']}
        toInput={({ page, size }) => ({ page, size })}
        columns={[
          {
            key: 'convicted',
            title: t`Сотталған`,
            draw: (row) => <Go to={`/criminal-cases/${row.case}`}>{text(row.convicted.name)}</Go>,
          },
          { key: 'offenceOn', title: t`Жасалған күні`, width: '140px', draw: (row) => format.day(row.offenceOn) },
          { key: 'forceOn', title: t`Күшіне енген күні`, width: '150px', draw: (row) => format.day(row.forceOn) },
          {
            key: 'superior',
            title: t`Тікелей басшы`,
            draw: (row) => (row.superior ? text(row.superior.name) : <span className="quiet">—</span>),
          },
          {
            key: 'outcome',
            title: t`Не ұсынылды`,
            width: '34%',
            draw: (row) =>
              row.investigation ? (
                <>
                  <Go to={`/investigations/${row.investigation}`}>
                    <State tone="work">{t`Қызметтік тексеру`}</State>
                  </Go>{' '}
                  {row.why ? text(row.why) : null}
                </>
              ) : row.why ? (
                text(row.why)
              ) : (
                <span className="quiet">—</span>
              ),
          },
        ]}
        empty={{
          title: t`Күшіне енген үкім әлі тіркелмеген.`,
          hint: t`Үкім қылмыстық істер есебіне енгізілгенде осында пайда болады.`,
        }}
      />
    </Page>
  )
}
