// One opening of a card, as it is weighed.
import { Trans, useLingui } from '@lingui/react/macro'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { faultOpening, justifyOpening, oneOpening } from '../contract.ts'
import { openingTones } from './states.ts'

const Body = ({ it, may }: { it: Output<typeof oneOpening>; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const fixed = { id: it.id, version: it.version }
  const word = { kind: 'prose' as const, path: 'word' as const, label: t`Қорытындыңыз`, max: 1000, rows: 3 }
  const reviewer = it.reviewedBy ? text(it.reviewedBy) : ''
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/persons/openings', title: t`Карточкаларды ашу` }}
        number={format.instantShort(it.at)}
        title={text(it.person.name)}
        chips={
          <>
            <State tone={openingTones[it.state]}>{text(it.stateTitle)}</State>
            <ClauseChip id="5.16" />
          </>
        }
        sub={text(it.by)}
      />
      {it.word ? <Banner title={reviewer}>{it.word}</Banner> : null}
      <MayBar
        may={may}
        acts={[
          act({ shape: justifyOpening, fixed, fields: [word], place: 'middle' }),
          act({
            shape: faultOpening,
            fixed,
            fields: [word],
            place: 'middle',
            danger: true,
            lead: t`Карточка бірден жабылады, ашқан қызметкерге хабарланады.`,
          }),
        ]}
      />
      <Card title={t`Ашу туралы`}>
        <Facts
          facts={[
            {
              title: t`Кімнің карточкасы`,
              value: <Go to={`/persons/${it.person.id}`}>{text(it.person.name)}</Go>,
            },
            { title: t`Кім ашты`, value: text(it.by) },
            { title: t`Ашылған уақыты`, value: format.instant(it.at) },
            { title: t`Жабылатын уақыты`, value: format.instant(it.until) },
            {
              title: t`Негізі`,
              value:
                it.ground === 'reason' ? (
                  <Trans>Шұғыл себеппен</Trans>
                ) : it.matter?.page ? (
                  <Go to={it.matter.page}>{it.matter.caption}</Go>
                ) : (
                  (it.matter?.caption ?? <Trans>Іс бойынша</Trans>)
                ),
            },
            { title: t`Тексеру мерзімі`, value: it.dueOn ? format.day(it.dueOn) : null },
          ]}
        />
        <p className="said">{it.reason}</p>
      </Card>
    </div>
  )
}

export default function OpeningPage() {
  const { id } = useAddress().params
  const opened = useCall(oneOpening, { id: id ?? '' }, { kinds: ['personOpening'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
