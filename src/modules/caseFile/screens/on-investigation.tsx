// The way from the page of an investigation to the case as a whole.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'

interface Shown {
  id: string
  /** A principal sees nothing of the course. */
  brief: boolean
}

const Way = ({ it }: { it: Shown }) => {
  const { t } = useLingui()
  if (it.brief) return null
  return (
    <Card title={t`Іс тұтас`} extra={<ClauseChip id="5.14" />}>
      <p className="quiet">
        <Trans>Барлық оқиға екі уақытымен, байланыстар сызбасы және іс материалдары бір файлда.</Trans>
      </p>
      <Go to={`/case-file/${it.id}`} className="button">
        <Trans>Істі тұтас көру</Trans>
      </Go>
    </Card>
  )
}

const part: RecordPart<Shown> = { side: Way }
export default part
