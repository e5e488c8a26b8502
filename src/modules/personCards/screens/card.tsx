// What stands on an opened card: the way of service with the direct superiors, particulars, kin, what was corrected.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, State } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { kinTitles, personKindTitles, sexTitles } from '../../persons/contract.ts'
import type { readCard } from '../contract.ts'

export type CardShown = Output<typeof readCard>

const useSpan = () => {
  const { t } = useLingui()
  const format = useFormat()
  return (from: string, until: string | null): string => {
    const first = format.day(from)
    const last = until ? format.day(until) : t`қазіргі уақыт`
    return `${first} – ${last}`
  }
}

export const Posts = ({ card }: { card: CardShown }) => {
  const { t } = useLingui()
  const text = useText()
  const span = useSpan()
  return (
    <ol className="stack plain">
      {card.posts.map((post) => (
        <li key={post.id} className="card">
          <div className="row">
            <b>{text(post.title)}</b>
            <State>{text(personKindTitles[post.kind])}</State>
            {post.struck ? <State tone="late">{t`Сызып тасталған`}</State> : null}
          </div>
          <div>{text(post.body)}</div>
          <div className="quiet number">{span(post.from, post.until)}</div>
          <div className="quiet">
            {post.basis}
            {post.endBasis ? ` · ${post.endBasis}` : ''}
          </div>
          {post.struck ? <p className="said">{post.struck}</p> : null}
          {post.superiors.length ? (
            <>
              <h3>
                <Trans>Тікелей басшысы</Trans>
              </h3>
              <ul className="plain stack">
                {post.superiors.map((superior) => (
                  <li key={superior.from}>
                    {superior.person ? (
                      <Go to={`/persons/${superior.person.id}`}>{text(superior.person.name)}</Go>
                    ) : superior.title ? (
                      text(superior.title)
                    ) : null}{' '}
                    <span className="quiet number">{span(superior.from, superior.until)}</span>{' '}
                    <span className="quiet">{superior.basis}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

export const Particulars = ({ card }: { card: CardShown }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="stack">
      {card.warnings.map((warning) => (
        <Banner key={warning.en} tone="warn">
          {text(warning)}
        </Banner>
      ))}
      <Facts
        facts={[
          { title: t`ЖСН`, value: card.iin },
          { title: t`Туған күні`, value: card.bornOn ? format.day(card.bornOn) : null },
          { title: t`Жынысы`, value: card.sex ? text(sexTitles[card.sex]) : null },
          { title: t`Негізі`, value: card.basis },
          { title: t`Енгізілген күні`, value: format.instantShort(card.notedAt) },
        ]}
      />
      <h3>
        <Trans>Аты-жөні</Trans>
      </h3>
      <ul className="plain stack">
        {card.names.map(({ name, until, basis }) => (
          <li key={until ?? ''}>
            {name.kk} · {name.ru} · {name.en}{' '}
            {until ? (
              <span className="quiet">
                <Trans>Соңғы күні:</Trans> {format.day(until)}
              </span>
            ) : null}{' '}
            <span className="quiet">{basis}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const KinList = ({ card }: { card: CardShown }) => {
  const { t } = useLingui()
  const text = useText()
  if (!card.kin.length) return <EmptyState title={<Trans>Туыстары енгізілмеген.</Trans>} />
  return (
    <ul className="plain stack">
      {card.kin.map((kin) => (
        <li key={kin.id} className="row">
          <b>{text(kinTitles[kin.relation])}</b>
          {kin.person ? <Go to={`/persons/${kin.person}`}>{text(kin.name)}</Go> : text(kin.name)}
          <span className="quiet">{kin.basis}</span>
          {kin.struck ? <State tone="late">{t`Сызып тасталған`}</State> : null}
        </li>
      ))}
    </ul>
  )
}

const useFieldTitles = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return {
    name: t`Аты-жөні`,
    iin: t`ЖСН`,
    born_on: t`Туған күні`,
    sex: t`Жынысы`,
    until_on: t`Соңғы күні`,
    from_on: t`Бірінші күні`,
    title: t`Лауазымы`,
    body_name: t`Сот немесе орган`,
    end_basis: t`Аяқталу негізі`,
    struck_reason: t`Сызып тасталу себебі`,
    kin_name: t`Туысының аты-жөні`,
    relation: t`Туыстығы`,
    basis: t`Негізі`,
  }
}

export const Corrections = ({ card }: { card: CardShown }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const titles = useFieldTitles()
  if (!card.corrections.length) return <EmptyState title={<Trans>Бұл карточка түзетілген жоқ.</Trans>} />
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">{t`Түзетулер`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Қашан, кім`}</th>
            <th scope="col">{t`Не өзгерді`}</th>
            <th scope="col">{t`Бұрын`}</th>
            <th scope="col">{t`Енді`}</th>
          </tr>
        </thead>
        <tbody>
          {card.corrections.flatMap(({ at, by, changes }, place) =>
            changes.map(({ field, before, after }) => (
              <tr key={`${place} ${field}`}>
                <td>
                  <span className="number">{format.instantShort(at)}</span>
                  <div className="quiet">{text(by)}</div>
                </td>
                <td>{titles[field] ?? field}</td>
                <td>{before ?? '—'}</td>
                <td>{after ?? '—'}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
