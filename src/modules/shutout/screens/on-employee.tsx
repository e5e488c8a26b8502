// On a person's page: a warning while work lies on the desk, and the way to hand it over.
import { Plural, Trans } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { holds, useMe } from '../../../ui/me.ts'
import { Banner } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { countDesk } from '../contract.ts'

interface Opened {
  id: string
  leftOn: string | null
}

const Lying = ({ it, mayHandOver }: { it: Opened; mayHandOver: boolean }) => {
  const open = useCall(countDesk, { id: it.id }, { kinds: ['appeal', 'document'] }).data?.result.open ?? 0
  if (!open) return null
  return (
    <Banner
      tone={it.leftOn ? 'late' : 'warn'}
      title={<Plural value={open} one="Қолында # іс бар." other="Қолында # іс бар." />}
    >
      <Trans>Қызметтен кетер алдында істер тапсырылуы керек.</Trans> <ClauseChip id="5.14" />{' '}
      {mayHandOver ? (
        <Go to={`/people/${it.id}/desk`}>
          <Trans>Істерді тапсыру</Trans>
        </Go>
      ) : (
        <Trans>Тапсыруды меңгеруші жасайды.</Trans>
      )}
    </Banner>
  )
}

const Said = ({ it }: { it: Opened }) => {
  const me = useMe()
  const mayHandOver = holds(me, 'shutout.keep')
  return mayHandOver || holds(me, 'org.people') ? <Lying it={it} mayHandOver={mayHandOver} /> : null
}

export default { banner: Said } satisfies RecordPart<Opened>
