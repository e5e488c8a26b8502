// One person: what may be done now, posts and powers today, appointments, acting and absences by days.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useMe, usePower } from '../../../ui/me.ts'
import { EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { endAbsence, endActing, endAppointment, leavingTitles, openEmployee } from '../contract.ts'
import { EndTerm } from './end-term.tsx'
import { PersonActs } from './person-acts.tsx'

type Person = Output<typeof openEmployee>

const Appointments = ({ it }: { it: Person }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const keeper = usePower('org.people')
  if (!it.appointments.length)
    return <EmptyState title={<Trans>Бұл адам әлі ешбір лауазымға тағайындалмаған.</Trans>} />
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Лауазым`}</th>
          <th scope="col">{t`Бірінші күні`}</th>
          <th scope="col">{t`Соңғы күні`}</th>
          <th scope="col">{t`Негізі`}</th>
          {keeper ? <th scope="col">{t`Әрекет`}</th> : null}
        </tr>
      </thead>
      <tbody>
        {it.appointments.map((row) => (
          <tr key={row.id}>
            <td>
              {text(row.title)}
              <div className="quiet">{text(row.unit)}</div>
            </td>
            <td className="number">{format.day(row.fromOn)}</td>
            <td className="number">{row.untilOn ? format.day(row.untilOn) : '—'}</td>
            <td>
              {row.basis}
              {row.endBasis ? <div className="quiet">{row.endBasis}</div> : null}
            </td>
            {keeper ? (
              <td>{row.open ? <EndTerm shape={endAppointment} id={row.id} word={t`Босату`} withBasis /> : null}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Actings = ({ it }: { it: Person }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const may = usePower('org.people') || me.powers.includes('staffing.propose') || me.powers.includes('staffing.approve')
  if (!it.actings.length)
    return (
      <EmptyState title={<Trans>Міндетін уақытша атқару болмаған.</Trans>}>
        <Trans>Меңгеруші болмаған күндері оның міндетін орынбасары немесе тағайындалған адам атқарады.</Trans>
      </EmptyState>
    )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Қай лауазымды`}</th>
          <th scope="col">{t`Кімнің орнына`}</th>
          <th scope="col">{t`Бірінші күні`}</th>
          <th scope="col">{t`Соңғы күні`}</th>
          <th scope="col">{t`Негізі`}</th>
          <th scope="col">{t`Әрекет`}</th>
        </tr>
      </thead>
      <tbody>
        {it.actings.map((row) => (
          <tr key={row.id}>
            <td>
              {text(row.title)}
              <div className="quiet">{text(row.unit)}</div>
            </td>
            <td>{row.instead ? text(row.instead.name) : '—'}</td>
            <td className="number">{format.day(row.fromOn)}</td>
            <td className="number">{format.day(row.untilOn)}</td>
            <td>
              {row.basis}
              {row.endBasis ? <div className="quiet">{row.endBasis}</div> : null}
            </td>
            <td>
              {row.open && (may || row.instead?.id === me.employee.id) ? (
                <EndTerm shape={endActing} id={row.id} word={t`Аяқтау`} withBasis />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Absences = ({ it }: { it: Person }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const may = usePower('org.people') || me.powers.includes('staffing.propose') || me.employee.id === it.id
  if (!it.absences.length) return <EmptyState title={<Trans>Жұмыста болмаған күндері жазылмаған.</Trans>} />
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t`Себебі`}</th>
          <th scope="col">{t`Бірінші күні`}</th>
          <th scope="col">{t`Соңғы күні`}</th>
          <th scope="col">{t`Негізі`}</th>
          <th scope="col">{t`Әрекет`}</th>
        </tr>
      </thead>
      <tbody>
        {it.absences.map((row) => (
          <tr key={row.id}>
            <td>{text(row.title)}</td>
            <td className="number">{format.day(row.fromOn)}</td>
            <td className="number">{format.day(row.untilOn)}</td>
            <td>{row.basis ?? '—'}</td>
            <td>{row.open && may ? <EndTerm shape={endAbsence} id={row.id} word={t`Жұмысқа шықты`} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Powers = ({ it }: { it: Person }) => {
  const text = useText()
  if (!it.powers.length)
    return (
      <p className="quiet">
        <Trans>Бүгін күшінде тұрған лауазымдық нұсқаулық өкілеттік бермейді.</Trans>
      </p>
    )
  return (
    <ul>
      {it.powers.map(({ power, title }) => (
        <li key={power}>{text(title)}</li>
      ))}
    </ul>
  )
}

const languages = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

const Body = ({ it, children }: { it: Person; children: React.ReactNode }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [main] = it.posts
  const acting = it.posts.find((post) => post.acting)
  const until = it.absentUntil ? format.day(it.absentUntil) : ''
  const left = it.leftOn ? format.day(it.leftOn) : ''
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/people', title: t`Қызметкерлер` }}
        number={main ? text(main.title) : t`лауазымы жоқ`}
        title={text(it.name)}
        chips={
          <>
            {it.leftOn ? (
              <State>
                <Trans>Қызметтен кеткен: {left}</Trans>
              </State>
            ) : it.absentUntil ? (
              <State tone="warn">
                <Trans>Жоқ, соңғы күні: {until}</Trans>
              </State>
            ) : (
              <State tone="ok">
                <Trans>Жұмыста</Trans>
              </State>
            )}
            {acting ? <State tone="mark">{t`Міндетін атқарады`}</State> : null}
            {main?.resting ? <State tone="mark">{t`Бұл күндері басқа адам атқарады`}</State> : null}
            <ClauseChip id="5.15" />
          </>
        }
        sub={main ? text(main.unit) : null}
      />
      <div className="columns">
        <div className="stack">
          {children}
          <Tabs
            label={t`Қызметі`}
            tabs={[
              {
                key: 'appointments',
                title: t`Тағайындаулар`,
                count: it.appointments.length,
                body: () => <Appointments it={it} />,
              },
              { key: 'actings', title: t`Міндетін атқару`, count: it.actings.length, body: () => <Actings it={it} /> },
              {
                key: 'absences',
                title: t`Жұмыста болмауы`,
                count: it.absences.length,
                body: () => <Absences it={it} />,
              },
            ]}
          />
        </div>
        <div className="stack">
          <Card title={t`Мәліметі`}>
            <Facts
              narrow
              facts={[
                { title: t`Орысша жазылуы`, value: it.name.ru },
                { title: t`Латынша жазылуы`, value: it.name.en },
                { title: t`Электрондық пошта`, value: it.email },
                { title: t`ЖСН`, value: it.iin },
                { title: t`Қызметке кірген күні`, value: format.day(it.joinedOn) },
                { title: t`Жүйенің тілі`, value: languages[it.language] },
                {
                  title: t`Кету себебі`,
                  value:
                    [it.leavingCause ? text(leavingTitles[it.leavingCause]) : null, it.leavingReason]
                      .filter(Boolean)
                      .join('. ') || null,
                },
              ]}
            />
          </Card>
          <Card title={t`Бүгінгі өкілеттіктері`} extra={<ClauseChip id="5.15" />}>
            <Powers it={it} />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function PersonPage() {
  const { id } = useAddress().params
  const more = useParts<Person>('employee')
  const person = useCall(openEmployee, { id: id ?? '' }, { kinds: ['appointment', 'acting', 'absence', 'description'] })
  return (
    <Loaded of={person}>
      {(it, may) => (
        <Body it={it}>
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <PersonActs it={it} may={may} />
        </Body>
      )}
    </Loaded>
  )
}
