// On the page of an investigation: the button that summons.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import type { readInvestigation } from '../../investigations/contract.ts'
import { prepareSummons } from '../contract.ts'
import { languageOptions, usePersons } from './finding.ts'

type Opened = Output<typeof readInvestigation>

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const { go } = useAddress()
  const find = usePersons()
  const [entryKey] = useState(() => newEntryKey())
  if (it.state !== 'opened') return []
  return [
    act({
      shape: prepareSummons,
      fixed: { id: it.id, entryKey },
      lead: t`Шақыруға меңгеруші қол қояды. Судья шақырылмайды: одан жауап рұқсатпен және өз келісімімен алынады.`,
      fields: [
        { kind: 'find', path: 'person', label: t`Кім шақырылады`, find },
        {
          kind: 'choice',
          as: 'radio',
          path: 'language',
          label: t`Шақырудың тілі`,
          options: languageOptions,
          start: it.language,
        },
        {
          kind: 'prose',
          path: 'asked',
          label: t`Неге түсініктеме береді`,
          hint: t`Әр сұрақты жаңа жолдан жазыңыз`,
          rows: 6,
        },
        {
          kind: 'day',
          path: 'appearOn',
          label: t`Келетін күні`,
          hint: t`Өзі келуі керек болмаса, бос қалдырыңыз`,
          optional: true,
        },
        { kind: 'line', path: 'appearPlace', label: t`Келетін жері мен уақыты`, optional: true },
      ],
      onDone: ({ summons }) => go(`/summonses/${summons}`),
    }),
  ]
}

export default { useActs } satisfies RecordPart<Opened>
