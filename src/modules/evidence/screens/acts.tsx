// What may be done with evidence now, in the order of its life.
import { Trans, useLingui } from '@lingui/react/macro'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import * as shapes from '../contract.ts'
import type { Opened } from './record.tsx'

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const fixed = { id: it.id, version: it.version }
  const how = { kind: 'line' as const, path: 'how' as const, label: t`Қалай берілді`, optional: true, max: 300 }
  const on = { kind: 'day' as const, path: 'on' as const, label: t`Күні, бүгін болмаса`, optional: true }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, rows: 3, max: 1_000 }
  const condition = {
    kind: 'line' as const,
    path: 'condition' as const,
    label: t`Қандай күйде`,
    hint: t`Мысалы: мөрі бүтін`,
    max: 300,
  }
  const keptAt = { kind: 'line' as const, path: 'keptAt' as const, label: t`Сақталатын орны`, max: 200 }
  const seal = { kind: 'line' as const, path: 'seal' as const, label: t`Жаңа мөрдің нөмірі`, max: 100 }
  const line = <P extends 'to' | 'paper' | 'for' | 'ground'>(path: P, label: string, hint?: string) => ({
    kind: 'line' as const,
    path,
    label,
    max: 300,
    ...(hint ? { hint } : {}),
  })
  const team = it.team.map(({ id, name }) => ({ value: id, label: text(name) }))
  const offered = it.offeredTo ? text(it.offeredTo.name) : ''
  return [
    act({ shape: shapes.acceptEvidence, fixed, first: true, fields: [condition] }),
    act({
      shape: shapes.declineEvidence,
      fixed,
      lead: <Trans>Дәлелдеме қазір кімде болса, сонда қалады. Кімге тапсырылған еді: {offered}</Trans>,
      fields: [reason],
    }),
    act({
      shape: shapes.handEvidence,
      fixed,
      lead: <Trans>Алушы қолына алғанын растағанша, дәлелдеме сіздің жауапкершілігіңізде.</Trans>,
      fields: [{ kind: 'choice', as: 'search', path: 'to', label: t`Кімге`, options: team }, how],
    }),
    act({ shape: shapes.moveEvidence, fixed, aside: !it.mine || it.offered, fields: [keptAt, on, how] }),
    act({
      shape: shapes.breakSeal,
      fixed,
      // One sentence says that it is in other hands; the leader takes it first.
      aside: !it.mine || it.offered,
      danger: true,
      lead: <Trans>Мөрдің ашылғаны тізбекке жазылады. Күнделікті жұмысқа жұмыс көшірмесі жеткілікті.</Trans>,
      fields: [reason],
    }),
    act({ shape: shapes.reseal, fixed, aside: !it.mine || it.offered, fields: [seal, how] }),
    act({
      shape: shapes.giveOut,
      fixed,
      aside: true,
      fields: [
        line('to', t`Кімге`, t`Сарапшы, мекеме`),
        line('paper', t`Негіз болған құжат`),
        { kind: 'day', path: 'until', label: t`Қайтару мерзімі` },
        on,
        how,
      ],
    }),
    act({ shape: shapes.takeIn, fixed, fields: [condition, keptAt, on] }),
    act({
      shape: shapes.noteCopy,
      fixed,
      aside: true,
      fields: [
        line('for', t`Кімге берілді`),
        line('ground', t`Негіз болған құжат`),
        { kind: 'number', path: 'copies', label: t`Көшірме саны`, start: 1, least: 1, most: 100 },
      ],
    }),
    act({
      shape: shapes.returnEvidence,
      fixed,
      aside: true,
      lead: <Trans>Сақтау тізбегі осымен аяқталады.</Trans>,
      fields: [line('to', t`Кімге`), line('paper', t`Қолхат не акт`), on, how],
    }),
    // Before the term there is nothing to destroy, and the button would only stand in the way.
    ...(it.keptUntil ? [act({ shape: shapes.proposeDestruction, fixed, aside: true, fields: [reason] })] : []),
    ...(it.doomed
      ? [
          act({ shape: shapes.destroyEvidence, fixed, danger: true, fields: [line('paper', t`Жою актісі`)] }),
          act({ shape: shapes.declineDestruction, fixed, fields: [reason] }),
        ]
      : []),
  ]
}
