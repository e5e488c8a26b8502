// What may be done with the summons now, in the order of its life.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import type { Value } from '../../../ui/fields.ts'
import { useMe } from '../../../ui/me.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import type { ActOnce } from '../../../ui/once.tsx'
import { useText } from '../../../ui/text.ts'
import {
  attachAct,
  enterExplanation,
  extendSummons,
  issueCode,
  missSummons,
  receipts,
  refuseSummons,
  reportSummons,
  servedWays,
  serveSummons,
  withdrawSummons,
} from '../contract.ts'
import { receiptTitles, wayTitles } from '../words.ts'
import type { Opened } from './record.tsx'

interface WitnessesProps {
  id: string
  count: number
  value: Value
  set: (value: Value) => void
}

const pair = (value: Value): string[] => (Array.isArray(value) ? [...(value as readonly string[])] : [])

/** Two lines a witness: the name and the post. */
const Witnesses = ({ id, count, value, set }: WitnessesProps) => {
  const { t } = useLingui()
  const typed = pair(value)
  const put = (place: number, words: string): void => {
    const next = Array.from({ length: count * 2 }, (_, at) => (at === place ? words : (typed[at] ?? '')))
    set(next)
  }
  return (
    <div className="stack" id={id} role="group" aria-label={t`Куәлар`}>
      {Array.from({ length: count }, (_, at) => {
        const n = at + 1
        return (
          <div key={at} className="row">
            <input
              className="input"
              aria-label={t`Куә ${n}: аты-жөні`}
              placeholder={t`Аты-жөні`}
              value={typed[at * 2] ?? ''}
              onChange={(event) => put(at * 2, event.target.value)}
            />
            <input
              className="input"
              aria-label={t`Куә ${n}: лауазымы`}
              placeholder={t`Лауазымы`}
              value={typed[at * 2 + 1] ?? ''}
              onChange={(event) => put(at * 2 + 1, event.target.value)}
            />
          </div>
        )
      })}
    </div>
  )
}

const witnessesOf = (value: Value): { name: string; post: string }[] => {
  const typed = pair(value)
  return Array.from({ length: Math.ceil(typed.length / 2) }, (_, at) => ({
    name: (typed[at * 2] ?? '').trim(),
    post: (typed[at * 2 + 1] ?? '').trim() || '—',
  })).filter(({ name }) => name !== '')
}

export const useActs = (it: Opened, actOnce: ActOnce): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const fixed = { id: it.id, version: it.version }
  const on = { kind: 'day' as const, path: 'on' as const, label: t`Күні` }
  const files = { kind: 'files' as const, path: 'files' as const, label: t`Скан`, optional: true }
  const needed = it.witnessesNeeded
  const shown: (Act | null)[] = [
    it.number && it.state !== 'withdrawn'
      ? actOnce({
          shape: issueCode,
          fixed,
          fields: [],
          lead: it.codedAt
            ? t`Жаңа код басылады, бұрынғы код жарамсыз болады.`
            : t`Код шақырумен бірге тапсырылады. Онымен адам сұрақтарды оқиды және түсініктемесін өзі жазады.`,
          first: !it.codedAt,
          aside: it.codedAt !== null,
        })
      : null,
    act({
      shape: serveSummons,
      fixed,
      fields: [
        on,
        {
          kind: 'choice',
          as: 'radio',
          path: 'way',
          label: t`Қалай тапсырылды`,
          options: optionsOf(servedWays, wayTitles, text),
          start: 'hand',
        },
        { kind: 'line', path: 'by', label: t`Кім тапсырды`, start: text(me.employee.name) },
        {
          kind: 'choice',
          as: 'radio',
          path: 'receipt',
          label: t`Алғаны`,
          options: optionsOf(receipts, receiptTitles, text),
          start: 'signed',
        },
        {
          kind: 'prose',
          path: 'words',
          label: t`Қалай бас тартты`,
          rows: 3,
          optional: true,
          when: (values) => values['receipt'] === 'refused',
        },
        files,
      ],
    }),
    act({
      shape: enterExplanation,
      fixed,
      fields: [
        on,
        {
          kind: 'prose',
          path: 'text',
          label: t`Түсініктеменің мәтіні`,
          hint: t`Адамның өз сөзімен, өзгертпей`,
          rows: 8,
        },
        { kind: 'files', path: 'files', label: t`Қол қойылған қағаздың сканы` },
      ],
    }),
    it.appear
      ? act({
          shape: missSummons,
          fixed,
          fields: [
            on,
            { kind: 'prose', path: 'words', label: t`Мән-жайлары`, hint: t`Қайда күтілді, не хабарлады`, rows: 3 },
          ],
        })
      : null,
    act({
      shape: refuseSummons,
      fixed,
      danger: true,
      lead: t`Актіге сіз және куәлар қол қояды. Куә осы адам да, сіз де бола алмайды.`,
      fields: [
        on,
        { kind: 'prose', path: 'words', label: t`Қалай бас тартты`, rows: 4 },
        {
          kind: 'own',
          path: 'witnesses',
          label: t`Куәлар`,
          draw: ({ id, value, set }) => <Witnesses id={id} count={needed} value={value} set={set} />,
        },
        files,
      ],
      toInput: ({ witnesses, ...typed }) => ({
        ...fixed,
        ...(typed as { on: string; words: string; files?: string[] }),
        witnesses: witnessesOf(witnesses),
      }),
    }),
    it.refused ? act({ shape: attachAct, fixed, fields: [{ kind: 'files', path: 'files', label: t`Скан` }] }) : null,
    it.awaitsReport
      ? act({
          shape: reportSummons,
          fixed,
          first: true,
          lead: t`Ереженің 12-тармағы бойынша басшылыққа қалай баяндалғаны тіркеледі.`,
          fields: [{ kind: 'prose', path: 'words', label: t`Кімге, қашан және қалай баяндалды`, rows: 4 }],
        })
      : null,
    it.state === 'served' || it.state === 'missed'
      ? act({
          shape: extendSummons,
          fixed,
          aside: true,
          fields: [
            { kind: 'day', path: 'until', label: t`Жаңа мерзім` },
            { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 },
          ],
        })
      : null,
    act({
      shape: withdrawSummons,
      fixed,
      aside: true,
      danger: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
  ]
  return shown.filter((each) => each !== null)
}
