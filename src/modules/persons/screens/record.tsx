// A person: name and post for whoever finds him or her. The card, with its ground, is another room's.
import { Trans, useLingui } from '@lingui/react/macro'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { MayBar } from '../../../ui/may.tsx'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { onePerson, personKindTitles } from '../contract.ts'
import { useActs } from './acts.tsx'

export type Opened = Output<typeof onePerson>

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('person')
  const acts = [...more.flatMap((part) => part.useActs?.(it) ?? []), ...useActs(it)]
  const post = it.post ? text(it.post) : ''
  const body = it.body ? text(it.body) : ''
  const tabs = addedTabs(more, it, text)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/persons', title: t`Судьялар мен қызметкерлер` }}
        number={body || t`лауазымсыз`}
        title={text(it.name)}
        chips={
          <>
            {it.kind ? <State>{text(personKindTitles[it.kind])}</State> : null}
            <ClauseChip id="5.16" />
          </>
        }
        sub={post}
      />
      <div className="columns">
        <div className="stack">
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          {tabs.length ? <Tabs label={t`Карточка`} tabs={tabs} /> : null}
        </div>
        <div className="stack">
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Card title={t`Қалай ашылады`}>
            <p>
              <Trans>
                Адамның мәліметтері заңмен қорғалады. Карточканы ашу да, оқу да журналға жазылады; Бөлім қызметкері өз
                карточкасын көрмейді.
              </Trans>
            </p>
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function PersonPage() {
  const { id } = useAddress().params
  const opened = useCall(onePerson, { id: id ?? '' }, { kinds: ['person'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
