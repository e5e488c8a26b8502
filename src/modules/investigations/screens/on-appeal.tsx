// On the page of an appeal: the head prepares a service investigation of what it tells.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { usePower } from '../../../ui/me.ts'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'

const Side = ({ it }: { it: { id: string } }) => {
  const { t } = useLingui()
  if (!usePower('investigations.prepare')) return null
  return (
    <Card title={t`Қызметтік тексеру`} extra={<ClauseChip id="6.21" />}>
      <Go to={`/investigations/new?about=appeal:${it.id}`}>
        <Trans>Осы өтініш бойынша дайындау</Trans>
      </Go>
    </Card>
  )
}

const part: RecordPart<{ id: string }> = { side: Side }
export default part
