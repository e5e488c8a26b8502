// On a request's page: the word of the principals.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import type { openRequest } from '../../requests/contract.ts'
import { acknowledgeReport, decideProposal } from '../contract.ts'

type Opened = Output<typeof openRequest>

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const fixed = { id: it.id, version: it.version }
  const decide = act({
    shape: decideProposal,
    fixed,
    fields: [{ kind: 'prose', path: 'decision', label: t`Шешім`, rows: 4 }],
  })
  if (!it.waits) return [decide]
  const instruct = act({
    shape: acknowledgeReport,
    fixed: { ...fixed, report: it.waits },
    lead: <Trans>Нұсқаусыз да танысуға болады. Нұсқау меңгеруші мен орындаушыға бірден жетеді.</Trans>,
    fields: [
      { kind: 'prose', path: 'instruction', label: t`Нұсқау`, optional: true, rows: 4 },
      { kind: 'day', path: 'until', label: t`Орындау мерзімі`, optional: true },
    ],
  })
  return [instruct, decide]
}

const part: RecordPart<Opened> = { useActs }
export default part
