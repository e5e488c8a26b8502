// What may be done with the document now: its own acts in the order of its life, then those that higher rooms add.
import { useLingui } from '@lingui/react/macro'
import type { May } from '../../../ui/call.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { offerDocument, returnDocument, sendDocument, sendingWays, signDocument } from '../contract.ts'
import type { Opened } from './editor.tsx'
import { wayTitles } from './states.ts'

interface ActsProps {
  it: Opened
  may: readonly May[]
  more: readonly RecordPart<Opened>[]
  unsaved: boolean
}

export const Acts = ({ it, may, more, unsaved }: ActsProps) => {
  const { t } = useLingui()
  const text = useText()
  const fixed = { id: it.id, version: it.version }
  const added = more.flatMap((part) => part.useActs?.(it) ?? [])
  return (
    <MayBar
      may={may}
      acts={[
        act({
          shape: offerDocument,
          fixed,
          fields: [],
          place: 'middle',
          lead: unsaved
            ? t`Сақталмаған өзгеріс бар: қол қоюға соңғы сақталған мәтін ұсынылады. Қажет болса, алдымен жобаны сақтаңыз.`
            : t`Құжат қол қоятын адамға ұсынылады. Ол қайтармайынша, мәтінді өзгерту мүмкін болмайды.`,
        }),
        act({
          shape: signDocument,
          fixed,
          fields: [],
          place: 'middle',
          lead: t`Құжатқа нөмір беріледі және мәтіні бекітіледі. Қол қойылған құжатты өзгерту мүмкін емес.`,
        }),
        act({
          shape: returnDocument,
          plain: true,
          fixed,
          fields: [{ kind: 'prose', path: 'remark', label: t`Ескерту`, hint: t`Орындаушы нені түзетуі керек` }],
        }),
        act({
          shape: sendDocument,
          fixed,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'way',
              label: t`Қалай жіберілді`,
              options: sendingWays.map((value) => ({ value, label: text(wayTitles[value]) })),
            },
          ],
        }),
        ...added,
      ]}
    />
  )
}
