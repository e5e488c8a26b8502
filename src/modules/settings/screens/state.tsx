// How the house is: sizes, the newest seal, jobs that failed, and the verification of the journal.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, ErrorState, Loaded, State, StatTile } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { listFailedJobs, readState, repeatJob } from '../contract.ts'
import { Verification } from './verification.tsx'

type House = Output<typeof readState>

const Tiles = ({ house }: { house: House }) => {
  const { t } = useLingui()
  const format = useFormat()
  const files = format.number(house.files.count)
  const failed = house.failedJobs
  return (
    <div className="tiles">
      <StatTile
        title={t`Дерекқор`}
        value={format.bytes(house.database.bytes)}
        note={`PostgreSQL ${house.database.version}`}
      />
      <StatTile title={t`Файлдар`} value={format.bytes(house.files.bytes)} note={t`саны: ${files}`} />
      <StatTile title={t`Журнал жазбалары`} value={format.number(house.journal.entries)} />
      <StatTile title={t`Кезектегі хат`} value={format.number(house.mails.waiting)} to="/outbox" />
      <StatTile title={t`Сәтсіз тапсырма`} value={format.number(failed)} tone={failed ? 'late' : 'plain'} />
    </div>
  )
}

const Seal = ({ house }: { house: House }) => {
  const { t } = useLingui()
  const format = useFormat()
  const { checkpoint } = house.journal
  return (
    <Card title={t`Журналдың мөрі`}>
      <div className="stack">
        {checkpoint ? (
          <Facts
            facts={[
              { title: t`Соңғы бақылау нүктесі`, value: format.instant(checkpoint.at) },
              { title: t`Қамтитын жазба саны`, value: format.number(checkpoint.size) },
              { title: t`Түбір хэші`, value: <code>{checkpoint.root}</code> },
            ]}
          />
        ) : (
          <p className="quiet">
            <Trans>Бақылау нүктесі әлі жоқ.</Trans>
          </p>
        )}
        <Verification />
      </div>
    </Card>
  )
}

const FailedJobs = () => {
  const { t } = useLingui()
  const format = useFormat()
  const jobs = useCall(listFailedJobs, {})
  const again = useCommand(repeatJob)
  return (
    <Card title={t`Сәтсіз тапсырмалар`}>
      {again.isError ? <ErrorState error={again.error} /> : null}
      <Loaded of={jobs}>
        {({ rows }) =>
          rows.length ? (
            <div className="table-frame">
              <table>
                <caption className="hidden">
                  <Trans>Сәтсіз тапсырмалар</Trans>
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{t`Тапсырма`}</th>
                    <th scope="col">{t`Қатесі`}</th>
                    <th scope="col">{t`Әрекет саны`}</th>
                    <th scope="col">{t`Келесі әрекет`}</th>
                    <th scope="col">{t`Не істеуге болады`}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <code>{row.job}</code>
                      </td>
                      <td>{row.fault}</td>
                      <td className="number">{format.number(row.attempts)}</td>
                      <td>
                        {row.over ? (
                          <State tone="late">
                            <Trans>тоқтатылды</Trans>
                          </State>
                        ) : (
                          format.instantShort(row.nextAt)
                        )}
                      </td>
                      <td>
                        <button type="button" className="button small" onClick={() => again.mutate({ id: row.id })}>
                          <Trans>Қайта орындау</Trans>
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <EmptyState title={<Trans>Барлық тапсырма орындалған.</Trans>} />
          )
        }
      </Loaded>
    </Card>
  )
}

const Server = ({ house }: { house: House }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Card title={t`Сервер`}>
      <Facts
        facts={[
          { title: t`Қорған нұсқасы`, value: house.version },
          { title: t`Режимі`, value: house.mode === 'demonstration' ? t`Көрсетілім` : t`Жұмыс` },
          { title: t`Node нұсқасы`, value: house.node },
          { title: t`Іске қосылған уақыты`, value: format.instant(house.startedAt) },
          { title: t`Жады`, value: format.bytes(house.memory) },
          { title: t`Модульдер саны`, value: format.number(house.modules) },
          { title: t`Әрекеттер саны`, value: format.number(house.operations) },
        ]}
      />
    </Card>
  )
}

const Tables = ({ house }: { house: House }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Card title={t`Ең үлкен кестелер`}>
      <div className="table-frame">
        <table>
          <caption className="hidden">
            <Trans>Ең үлкен кестелер</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Кесте`}</th>
              <th scope="col">{t`Көлемі`}</th>
            </tr>
          </thead>
          <tbody>
            {house.database.tables.map(({ name, bytes }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td className="number">{format.bytes(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

export default function HouseState() {
  const { t } = useLingui()
  const state = useCall(readState, {})
  return (
    <Page title={t`Жүйенің күйі`} lead={<Trans>Көлемдер, журналдың мөрі және орындалмаған тапсырмалар.</Trans>}>
      <Loaded of={state}>
        {(house) => (
          <>
            <Tiles house={house} />
            <Seal house={house} />
            <FailedJobs />
            <div className="columns">
              <Tables house={house} />
              <Server house={house} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
