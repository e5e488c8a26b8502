// Outcomes of journal entries in words and colours.
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '../../../ui/notes.tsx'
import type { JournalRow } from '../contract.ts'

export type Outcome = JournalRow['outcome']

export const tones: Readonly<Record<Outcome, Tone>> = {
  done: 'ok',
  read: 'plain',
  exported: 'work',
  refused: 'warn',
  failed: 'late',
}

export const useOutcomes = (): Readonly<Record<Outcome, string>> => {
  const { t } = useLingui()
  return {
    done: t`орындалды`,
    read: t`оқылды`,
    exported: t`сыртқа алынды`,
    refused: t`бас тартылды`,
    failed: t`сәтсіз аяқталды`,
  }
}
