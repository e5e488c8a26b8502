// The inspections that the reader may see: by state, by department, by the clock, one's own.
import { Trans, useLingui } from '@lingui/react/macro'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { inspectionChoices, inspectionStates, listInspections } from '../contract.ts'
import { stateTitles } from '../words.ts'
import { stateTones } from './states.ts'

export default function Inspections() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const prepares = usePower('inspections.prepare')
  const bodies = useCall(inspectionChoices, {}, { keep: true }).data?.result.bodies ?? []
  return (
    <Page
      title={t`Аумақтық бөлімшелерді тексеру`}
      actions={
        prepares ? (
          <Go to="/inspections/new" className="button first">
            <Trans>Тексеруді дайындау</Trans>
          </Go>
        ) : null
      }
    >
      <DataTable
        shape={listInspections}
        rowKey={(row) => row.id}
        rowTo={(row) => `/inspections/${row.id}`}
        sort="-preparedAt"
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, бөлімше, мақсаты` },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(inspectionStates, stateTitles, text) },
          {
            kind: 'choice',
            path: 'body',
            title: t`Бөлімше`,
            options: bodies.map(({ id, name }) => ({ value: id, label: text(name) })),
          },
          {
            kind: 'choice',
            path: 'due',
            title: t`Мерзімі`,
            options: [
              { value: 'overdue', label: t`Мерзімі өткен` },
              { value: 'soon', label: t`Үш күн ішінде` },
            ],
          },
          { kind: 'days', path: 'openedOn', title: t`Басталған күні` },
          { kind: 'check', path: 'mine', title: t`Мен тексеретіндер` },
        ]}
        columns={[
          {
            key: 'number',
            title: t`Нөмірі`,
            number: true,
            sorts: true,
            width: '150px',
            draw: (row) => row.number ?? <span className="quiet">{t`нөмірсіз`}</span>,
          },
          {
            key: 'body',
            title: t`Тексерілетін бөлімше`,
            sorts: true,
            draw: (row) => (
              <>
                {text(row.body.name)}
                <div className="quiet">{row.aim}</div>
              </>
            ),
          },
          {
            key: 'leader',
            title: t`Жетекші`,
            width: '15%',
            draw: (row) => (row.leader ? text(row.leader) : <span className="quiet">{t`тағайындалмаған`}</span>),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '170px',
            draw: (row) => {
              const { all, judged } = row.remedies
              return (
                <>
                  <State tone={row.halted ? 'late' : stateTones[row.state]}>
                    {row.halted ? t`Бұйрықтың күші жоқ` : text(stateTitles[row.state])}
                  </State>
                  {all ? (
                    <div className="quiet">
                      <Trans>
                        бағаланды: {judged} / {all}
                      </Trans>
                    </div>
                  ) : null}
                </>
              )
            },
          },
          {
            key: 'endsOn',
            title: t`Тексеру күндері`,
            sorts: true,
            width: '180px',
            draw: (row) =>
              row.term ? (
                <TermBar term={row.term} />
              ) : (
                `${format.dayShort(row.startsOn)} – ${format.dayShort(row.endsOn)}`
              ),
          },
        ]}
        empty={{
          title: t`Сізге көрінетін тексеру жоқ.`,
          hint: t`Тексеруді меңгеруші дайындайды және күшіндегі бұйрықпен не тапсырмамен ғана бастайды.`,
        }}
      />
    </Page>
  )
}
