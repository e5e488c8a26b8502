// What receptions add to the page of an appeal: at which reception it was said.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useCall } from '../../../ui/use-call.ts'
import { receptionOfAppeal } from '../contract.ts'

const Said = ({ it }: { it: { id: string } }) => {
  const { t } = useLingui()
  const format = useFormat()
  const found = useCall(receptionOfAppeal, { id: it.id }).data?.result.reception
  if (!found) return null
  return (
    <Card title={t`Жеке қабылдауда айтылған`}>
      <Go to={`/reception/${found.id}`} className="number">
        {found.number}
      </Go>{' '}
      <span className="quiet">{format.day(found.on)}</span>
    </Card>
  )
}

const part: RecordPart<{ id: string }> = { side: Said }
export default part
