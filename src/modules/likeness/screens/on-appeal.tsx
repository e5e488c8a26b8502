// On an appeal: what is alike, with its score and why; the chain of repeats; what is answered together.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { dismissAlike, findAlike, joinDuplicate, linkRepeat, separate, unlinkRepeat, whyTitles } from '../contract.ts'
import { ActButton } from './act-button.tsx'

interface Opened {
  id: string
  state: string
}

type Alike = Output<typeof findAlike>
type Linked = Alike['joined'][number]

const Line = ({ it }: { it: Linked }) => {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <Go to={`/appeals/${it.id}`}>{it.number}</Go>
      <span>{it.subject}</span>
      <span className="quiet number">{format.day(it.receivedOn)}</span>
      <State>{text(it.state)}</State>
    </>
  )
}

const Proposal = ({ id, row, mayLink }: { id: string; row: Alike['proposals'][number]; mayLink: boolean }) => {
  const { t } = useLingui()
  const text = useText()
  const { share, score } = row
  const why = row.why.map((it) => text(whyTitles[it])).join(' · ')
  const fixed = { id, other: row.id }
  return (
    <article>
      <div className="row">
        <Line it={row} />
        <State tone={score >= 60 ? 'warn' : 'plain'}>
          <Trans>Ұқсастығы: {score}%</Trans>
        </State>
      </div>
      <p className="quiet">
        {why}
        {share ? (
          <>
            {' '}
            · <Trans>мәтіннің ортақ бөлігі: {share}%</Trans>
          </>
        ) : null}
      </p>
      {mayLink ? (
        <div className="row no-print">
          {row.mayRepeat ? (
            <ActButton
              shape={linkRepeat}
              fixed={fixed}
              fields={[]}
              lead={t`Бір адамның бір мәселе бойынша қайта жазғаны белгіленеді, реті түскен күні бойынша саналады.`}
            />
          ) : null}
          {row.mayJoin ? (
            <ActButton
              shape={joinDuplicate}
              fixed={fixed}
              fields={[]}
              lead={t`Өтініш өз нөмірімен қалады, жауап бірінші өтінішпен бірге беріледі. Екінші рет қаралмайды.`}
            />
          ) : null}
          <ActButton
            shape={dismissAlike}
            fixed={fixed}
            fields={[{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1000, rows: 3 }]}
          />
        </div>
      ) : null}
    </article>
  )
}

const Chain = ({ id, it }: { id: string; it: Alike }) => {
  const { t } = useLingui()
  if (!it.chain.length) return null
  const isRepeat = it.chain.some(({ self, place }) => self && place > 1)
  return (
    <section>
      <h3>
        <Trans>Бір мәселе бойынша өтініштер тізбегі</Trans>
      </h3>
      <ol className="files">
        {it.chain.map((one) => {
          const { place } = one
          return (
            <li key={one.id} className="file" aria-current={one.self ? 'true' : undefined}>
              <b>
                <Trans>Реті: {place}</Trans>
              </b>
              {one.self ? <span className="quiet number">{one.number}</span> : <Line it={one} />}
              {one.self ? <span className="quiet">{t`осы өтініш`}</span> : null}
            </li>
          )
        })}
      </ol>
      {isRepeat && it.mayLink ? (
        <ActButton
          shape={unlinkRepeat}
          fixed={{ id }}
          fields={[{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1000, rows: 3 }]}
        />
      ) : null}
    </section>
  )
}

const Joined = ({ id, it }: { id: string; it: Alike }) => {
  const { t } = useLingui()
  return (
    <>
      {it.first ? (
        <section>
          <h3>
            <Trans>Бірге жауап берілетін бірінші өтініш</Trans>
          </h3>
          <div className="row">
            <Line it={it.first} />
          </div>
          {it.mayLink ? (
            <ActButton
              shape={separate}
              fixed={{ id }}
              fields={[{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1000, rows: 3 }]}
            />
          ) : null}
        </section>
      ) : null}
      {it.joined.length ? (
        <section>
          <h3>
            <Trans>Осы өтінішпен бірге жауап берілетіндер</Trans>
          </h3>
          <ul className="files">
            {it.joined.map((one) => (
              <li key={one.id} className="file">
                <Line it={one} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

const useAlike = (id: string) => useCall(findAlike, { id }, { kinds: ['appeal'] })

const Tab = ({ it: { id } }: { it: Opened }) => {
  const alike = useAlike(id)
  return (
    <Loaded of={alike} lines={3}>
      {(it) => (
        <div className="stack">
          <Chain id={id} it={it} />
          <Joined id={id} it={it} />
          {it.proposals.length ? (
            <section className="stack">
              <h3>
                <Trans>Ұқсас өтініштер</Trans>
              </h3>
              {it.proposals.map((row) => (
                <Proposal key={row.id} id={id} row={row} mayLink={it.mayLink} />
              ))}
            </section>
          ) : it.chain.length || it.first || it.joined.length ? null : (
            <EmptyState title={<Trans>Ұқсас өтініш табылмады.</Trans>}>
              <Trans>Мәтіні, өтініш берушісі және аталған нөмірлері бойынша сіз көретін өтініштер салыстырылды.</Trans>
            </EmptyState>
          )}
        </div>
      )}
    </Loaded>
  )
}

/** Before the work begins the registrar should know; later the tab is enough. */
const isFresh = (state: string): boolean => state === 'received' || state === 'registered'

const Said = ({ it }: { it: Opened }) => {
  const alike = useAlike(it.id).data?.result
  if (!alike) return null
  const { place, first } = alike
  const close = isFresh(it.state) ? alike.proposals.filter(({ score }) => score >= 60).length : 0
  const number = first?.number ?? ''
  return (
    <>
      {place ? (
        <Banner tone="note">
          <Trans>Қайталама өтініш. Осы мәселе бойынша реті: {place}.</Trans>
        </Banner>
      ) : null}
      {first ? (
        <Banner tone="note">
          <Trans>Қосарланған өтініш. Жауап мына өтінішпен бірге беріледі:</Trans>{' '}
          <Go to={`/appeals/${first.id}`}>{number}</Go>
        </Banner>
      ) : null}
      {close && !first && !place && alike.mayLink ? (
        <Banner tone="warn">
          <Trans>Өте ұқсас өтініш бар. «Ұқсас өтініштер» бетін қараңыз.</Trans>
        </Banner>
      ) : null}
    </>
  )
}

export default {
  banner: Said,
  tabs: [{ key: 'alike', title: { kk: 'Ұқсас өтініштер', ru: 'Похожие обращения', en: 'Alike' }, body: Tab }],
} satisfies RecordPart<Opened>
