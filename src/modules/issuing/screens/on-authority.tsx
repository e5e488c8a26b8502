// What this room adds to the page of an authority: to decide, send, confirm, sign; and the signature.
import { useLingui } from '@lingui/react/macro'
import type { Input, Output } from '../../../ui/call.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { usePower } from '../../../ui/me.ts'
import type { RecordPart } from '../../../ui/parts.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { openAuthority } from '../../authorities/contract.ts'
import {
  authorityChoices,
  confirmAuthority,
  decideAuthority,
  rejectAuthority,
  revokeByPaper,
  sendAuthority,
  withdrawAuthority,
} from '../contract.ts'
import { useSigners } from './paper.tsx'
import { Seal, signAct } from './seal.tsx'

type Opened = Output<typeof openAuthority>

const useRevoking = (it: Opened, fixed: { id: string; version: number }): Act => {
  const { t } = useLingui()
  const registers = usePower('authorities.register')
  const choices = useCall(authorityChoices, {}, { enabled: registers && it.state === 'granted' })
  const signers = useSigners(choices.data?.result.signers ?? [])
  return act({
    shape: revokeByPaper,
    fixed,
    danger: true,
    aside: true,
    lead: t`Құжаттың күші бірден жойылады, растау күтілмейді.`,
    fields: [
      { kind: 'choice', as: 'search', path: 'signer', label: t`Кім қол қойды`, options: signers },
      { kind: 'line', path: 'number', label: t`Қағаздың нөмірі`, max: 60 },
      { kind: 'day', path: 'issuedOn', label: t`Қағаздың күні` },
      { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 },
      { kind: 'files', path: 'files', label: t`Скан`, most: 10 },
    ],
  })
}

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const fixed = { id: it.id, version: it.version }
  const grants = ({ granted }: Readonly<Record<string, unknown>>) => granted === 'yes'
  const byPaper = useRevoking(it, fixed)
  return [
    ...(it.sealed ? [] : [signAct(it)]),
    act({
      shape: decideAuthority,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'granted',
          label: t`Шешім`,
          options: [
            { value: 'yes', label: t`Беремін` },
            { value: 'no', label: t`Бас тартамын` },
          ],
        },
        {
          kind: 'prose',
          path: 'word',
          label: t`Негіздеме`,
          hint: t`Неліктен берілгені немесе берілмегені; журналда қалады`,
          rows: 4,
        },
        { kind: 'day', path: 'from', label: t`Бірінші күні`, optional: true, when: grants },
        {
          kind: 'day',
          path: 'until',
          label: t`Соңғы күні`,
          hint: t`Сұралған мерзімнен тарылтуға ғана болады.`,
          optional: it.wished.until === null,
          ...(it.wished.until ? { start: it.wished.until } : {}),
          when: grants,
        },
      ],
      toInput: ({ granted, ...rest }) =>
        ({ ...fixed, ...rest, ...(granted ? { granted: granted === 'yes' } : {}) }) as Input<typeof decideAuthority>,
    }),
    act({ shape: sendAuthority, fixed, fields: [], lead: t`Сұрау басшылыққа сіздің атыңыздан жіберіледі.` }),
    act({
      shape: confirmAuthority,
      fixed,
      fields: [],
      lead: t`Нөмірі, күні, қол қойған адам, ауқымы мен мерзімі сканға сай екенін растайсыз.`,
    }),
    act({
      shape: rejectAuthority,
      plain: true,
      fixed,
      danger: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Несі сай емес`, rows: 3 }],
    }),
    act({
      shape: withdrawAuthority,
      fixed,
      danger: true,
      aside: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
    byPaper,
  ]
}

const part: RecordPart<Opened> = { useActs, side: Seal }

export default part
