// The register of authorities: what waits for the reader's own decision stands first.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import {
  authorityStates,
  issuerPosts,
  issuerTitles,
  kindTitles,
  listAuthorities,
  purposeNames,
  purposes,
  stateTitles,
} from '../contract.ts'
import { Standing } from './states.tsx'

const purposeTitles = Object.fromEntries(purposeNames.map((it) => [it, purposes[it].title])) as Record<
  (typeof purposeNames)[number],
  (typeof purposes)['investigation']['title']
>

const Actions = () => {
  const registers = usePower('authorities.register')
  const issues = usePower('authorities.issue')
  const prepares = usePower('authorities.prepare')
  return (
    <>
      {registers ? (
        <Go to="/authorities/paper" className="button">
          <Trans>Қағаз құжатты тіркеу</Trans>
        </Go>
      ) : null}
      {prepares ? (
        <Go to="/authorities/new" className="button first">
          <Trans>Тапсырма не рұқсат сұрау</Trans>
        </Go>
      ) : issues ? (
        <Go to="/authorities/new" className="button first">
          <Trans>Тапсырма не рұқсат беру</Trans>
        </Go>
      ) : null}
    </>
  )
}

export default function Authorities() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Тапсырмалар мен рұқсаттар`}
      lead={<Trans>Мұндай құжатсыз тексеру ашылмайды, судьядан жауап алынбайды, жеке іс ашылмайды.</Trans>}
      actions={<Actions />}
    >
      <DataTable
        shape={listAuthorities}
        rowKey={(row) => row.id}
        rowTo={(row) => `/authorities/${row.id}`}
        sort="waiting"
        kinds={['authority']}
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, негізі, кім немесе не туралы` },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(authorityStates, stateTitles, text) },
          { kind: 'choice', path: 'purpose', title: t`Мақсаты`, options: optionsOf(purposeNames, purposeTitles, text) },
          { kind: 'choice', path: 'issuer', title: t`Кім береді`, options: optionsOf(issuerPosts, issuerTitles, text) },
          { kind: 'check', path: 'inForce', title: t`Бүгін күшінде` },
        ]}
        columns={[
          {
            key: 'purpose',
            title: t`Мақсаты`,
            width: '20%',
            draw: (row) => text(purposes[row.purpose].title),
          },
          {
            key: 'names',
            width: '24%',
            title: t`Кім немесе не туралы`,
            draw: (row) => (
              <>
                {row.names.slice(0, 3).join('; ')}
                {row.names.length > 3 ? ' …' : ''}
                <div className="quiet">
                  {text(kindTitles[row.kind])} {row.number ? <span className="number">{row.number}</span> : null}{' '}
                  <ClauseChip id={purposes[row.purpose].clause} />
                </div>
              </>
            ),
          },
          { key: 'issuer', title: t`Кім береді`, width: '15%', draw: (row) => text(issuerTitles[row.issuer]) },
          {
            key: 'issuedOn',
            title: t`Берілген күні`,
            number: true,
            sorts: true,
            width: '105px',
            draw: (row) => (row.issuedOn ? format.dayShort(row.issuedOn) : <span className="quiet">—</span>),
          },
          {
            key: 'until',
            title: t`Соңғы күні`,
            number: true,
            sorts: true,
            width: '105px',
            draw: (row) => (row.until ? format.dayShort(row.until) : <span className="quiet">{t`мерзімсіз`}</span>),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '18%',
            draw: (row) => (row.term ? <TermBar term={row.term} /> : <Standing it={row} />),
          },
        ]}
        empty={{
          title: t`Тапсырма да, рұқсат та әлі жоқ.`,
          hint: t`Меңгеруші сұрайды, басшылық шешеді; қағаз құжатты тіркеуші енгізіп, басқа қызметкер растайды.`,
        }}
      />
    </Page>
  )
}
