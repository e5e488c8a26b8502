// On a document: the way to recuse oneself from it.
import { useLingui } from '@lingui/react/macro'
import { act } from '../../../ui/may.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { recuseFromDocument } from '../contract.ts'
import { useRecusalFields } from './recusal.tsx'

interface Opened {
  id: string
}

const useRecusal = (it: Opened) => {
  const { t } = useLingui()
  const { go } = useAddress()
  const fields = useRecusalFields()
  return [
    act({
      shape: recuseFromDocument,
      plain: true,
      fixed: { id: it.id },
      lead: t`Шеттелу бірден қабылданады: бұл құжатты да, ол қатысты өтінішті де енді көрмейсіз.`,
      fields,
      onDone: () => go('/documents'),
    }),
  ]
}

export default { useActs: useRecusal } satisfies RecordPart<Opened>
