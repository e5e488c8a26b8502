// What signals add to the page of an appeal: those that were linked to it.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { signalsOfAppeal, sourceTitles } from '../contract.ts'

const Linked = ({ it }: { it: { id: string } }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const rows = useCall(signalsOfAppeal, { id: it.id }).data?.result.rows ?? []
  if (!rows.length) return null
  return (
    <Card title={t`Байланысты сигналдар`}>
      <ul className="files">
        {rows.map((signal) => (
          <li key={signal.id} className="file">
            <Go to={`/signals/${signal.id}`} className="number">
              {signal.mark}
            </Go>
            <span className="quiet">
              {text(sourceTitles[signal.source])}, {format.dayShort(signal.seenOn)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const part: RecordPart<{ id: string }> = { side: Linked }
export default part
