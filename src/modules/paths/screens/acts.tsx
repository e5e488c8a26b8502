// What the law lets do with an appeal beside the plain answer: each a short form, the rarer ones under «Басқа әрекеттер».
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { otherBody } from '../../submissions/contract.ts'
import {
  askExtension,
  closeComplaint,
  complaintOutcomes,
  declineExtension,
  dropPath,
  enterComplaint,
  extendAppeal,
  forwardAppeal,
  goOnDespite,
  holdHearing,
  noteObjections,
  numberTransfer,
  openHearing,
  outcomeTitles,
  passComplaint,
  pathsOfAppeal,
  pathTitles,
  recordWithdrawal,
  returnAppeal,
  satisfyComplaint,
  terminateAppeal,
  transferAppeal,
} from '../contract.ts'
import { useResultActs } from './acts-result.tsx'
import { useBodies } from './bodies.ts'
import type { Opened } from './opened.ts'

const fixedOf = (it: Opened) => ({ id: it.id, version: it.version })
const isOpen = (it: Opened, ...names: readonly string[]): boolean => names.some((name) => it.openPaths.includes(name))

/** Leads to the paper that was begun, whose words the drafter completes. */
const useToPaper = () => {
  const { go } = useAddress()
  return ({ document }: { document: string }) => go(`/documents/${document}`)
}

const useTermActs = (it: Opened): (Act | null)[] => {
  const { t } = useLingui()
  const format = useFormat()
  const asked = useCall(pathsOfAppeal, { id: it.id }, { enabled: it.number !== null }).data?.result
  const request = asked?.rows.find(({ kind, state }) => kind === 'extension' && state === 'asked')
  const fixed = fixedOf(it)
  const most = asked ? format.day(asked.extendUntil) : ''
  const fields = [
    {
      kind: 'day' as const,
      path: 'until' as const,
      label: t`Жаңа мерзім`,
      hint: most ? t`Ең соңғы күні: ${most}` : null,
      start: request?.extension?.untilOn ?? '',
      notBefore: it.term.dueOn,
    },
    {
      kind: 'prose' as const,
      path: 'reason' as const,
      label: t`Қандай мән-жайды анықтау керек`,
      hint: t`Өтініш беруші осы сөздерді хабарламадан оқиды`,
      start: request?.reason ?? '',
      max: 4000,
      rows: 4,
    },
  ]
  const isAsked = isOpen(it, 'extension:asked')
  // The form opens with the words that were asked for, so it waits for them.
  const isKnown = asked !== undefined && (request !== undefined || !isAsked)
  return [
    isAsked ? null : act({ shape: askExtension, fixed, fields, aside: true }),
    isKnown
      ? act({
          shape: extendAppeal,
          fixed,
          fields,
          aside: !isAsked,
          first: isAsked,
          lead: t`Жаңа мерзім бірден есептеледі. Өтініш берушіге жіберілетін хабарламаның жобасы бірге басталады.`,
        })
      : null,
    isAsked
      ? act({
          shape: declineExtension,
          fixed,
          fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 2000, rows: 3 }],
        })
      : null,
  ]
}

const useLeavingActs = (it: Opened): (Act | null)[] => {
  const { t } = useLingui()
  const text = useText()
  const toPaper = useToPaper()
  const fixed = fixedOf(it)
  const bodies = useBodies(it, 'forward')
  const investigating = useBodies(it, 'crime')
  const begun = (['forwarding', 'return', 'withdrawal', 'hearing', 'transfer'] as const).filter((kind) =>
    isOpen(it, kind),
  )
  return [
    act({
      shape: forwardAppeal,
      fixed,
      aside: true,
      lead: t`Органға хат пен өтініш берушіге хабарлама бірге басталады. Екеуіне де қол қойылған күні өтініш жіберілген болып саналады.`,
      fields: [
        {
          kind: 'choice',
          as: 'search',
          path: 'body',
          label: t`Қай органға`,
          hint: t`Тізімде болмаса, «Басқа орган» дегенді таңдаңыз`,
          options: [...bodies, { value: otherBody, label: t`Басқа орган` }],
        },
        { kind: 'line', path: 'named', label: t`Органның атауы`, when: (values) => values['body'] === otherBody },
        { kind: 'line', path: 'address', label: t`Мекенжайы`, optional: true },
        { kind: 'prose', path: 'substance', label: t`Өтініштің мәні`, rows: 4 },
        { kind: 'prose', path: 'ground', label: t`Құқықтық негіз`, max: 4000, rows: 3 },
        {
          kind: 'prose',
          path: 'part',
          label: t`Қай бөлігі жіберіледі`,
          hint: t`Өтініш толық жіберілсе, бос қалдырыңыз`,
          optional: true,
          rows: 3,
        },
      ],
    }),
    act({
      shape: transferAppeal,
      fixed,
      aside: true,
      lead: t`Қылмыс белгілері бар материал құқық қорғау органына дереу беріледі.`,
      onDone: toPaper,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'body',
          label: t`Қай органға`,
          options: investigating,
        },
        { kind: 'prose', path: 'established', label: t`Анықталған мән-жайлар`, rows: 4 },
        { kind: 'prose', path: 'signs', label: t`Қылмыстық құқық бұзушылық белгілері`, rows: 3 },
        {
          kind: 'prose',
          path: 'part',
          label: t`Қай бөлігі беріледі`,
          hint: t`Өтініш толық берілсе, бос қалдырыңыз`,
          optional: true,
          rows: 2,
        },
      ],
    }),
    act({
      shape: returnAppeal,
      fixed,
      aside: true,
      onDone: toPaper,
      lead: t`Өтініш хабарламаға қол қойылған күні қайтарылған болып саналады.`,
      fields: [
        { kind: 'prose', path: 'reason', label: t`Өтініште не жетіспейді`, max: 4000, rows: 3 },
        { kind: 'prose', path: 'ground', label: t`Құқықтық негіз`, max: 4000, rows: 3 },
      ],
    }),
    act({
      shape: recordWithdrawal,
      fixed,
      aside: true,
      fields: [
        { kind: 'prose', path: 'reason', label: t`Себебі`, optional: true, rows: 3 },
        { kind: 'files', path: 'files', label: t`Жазбаша арыздың көшірмесі` },
      ],
    }),
    isOpen(it, 'withdrawal:asked')
      ? act({
          shape: terminateAppeal,
          fixed,
          onDone: toPaper,
          lead: t`Өтініш беруші өтінішін қайтарып алды. Қылмыс белгілері болмаса, қарау тоқтатылады.`,
          fields: [{ kind: 'prose', path: 'ground', label: t`Құқықтық негіз`, max: 4000, rows: 3 }],
        })
      : null,
    isOpen(it, 'withdrawal:asked')
      ? act({
          shape: goOnDespite,
          fixed,
          fields: [
            { kind: 'prose', path: 'reason', label: t`Себебі`, hint: t`Өтініш беруші осы сөздерді көреді`, max: 4000 },
          ],
        })
      : null,
    begun.length
      ? act({
          shape: dropPath,
          fixed,
          aside: true,
          danger: true,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'path',
              label: t`Не тоқтатылады`,
              options: optionsOf(begun, pathTitles, text),
            },
            { kind: 'prose', path: 'reason', label: t`Себебі`, max: 2000, rows: 3 },
          ],
        })
      : null,
    isOpen(it, 'number')
      ? act({
          shape: numberTransfer,
          fixed,
          fields: [
            { kind: 'line', path: 'registerNumber', label: t`СДТБТ нөмірі`, hint: t`Әдетте 15 цифр`, optional: true },
            { kind: 'line', path: 'kuiNumber', label: t`АЕК нөмірі`, optional: true },
          ],
        })
      : null,
  ]
}

const useHearingActs = (it: Opened): (Act | null)[] => {
  const { t } = useLingui()
  const toPaper = useToPaper()
  const fixed = fixedOf(it)
  const day = { kind: 'day' as const, path: 'on' as const, label: t`Күні` }
  const files = { kind: 'files' as const, path: 'files' as const, label: t`Файлдар`, optional: true }
  if (!it.burdensome) return []
  return [
    isOpen(it, 'hearing') || it.heardFrom
      ? null
      : act({
          shape: openHearing,
          fixed,
          onDone: toPaper,
          lead: t`Шешім өтініш берушіге ауыртпалық түсіреді, сондықтан оған алдымен хабарланады.`,
          fields: [
            { kind: 'prose', path: 'decision', label: t`Алдын ала шешім`, rows: 5 },
            { kind: 'prose', path: 'ground', label: t`Құқықтық негіз`, rows: 3 },
            { kind: 'prose', path: 'hearing', label: t`Тыңдаудың күні, орны және қарсылық беру тәртібі`, rows: 3 },
          ],
        }),
    isOpen(it, 'told')
      ? act({
          shape: noteObjections,
          fixed,
          aside: true,
          fields: [day, { kind: 'prose', path: 'text', label: t`Қарсылығы`, rows: 5 }, files],
        })
      : null,
    isOpen(it, 'told')
      ? act({
          shape: holdHearing,
          fixed,
          fields: [day, { kind: 'prose', path: 'protocol', label: t`Хаттама`, rows: 8 }, files],
        })
      : null,
  ]
}

const useComplaintActs = (it: Opened): (Act | null)[] => {
  const { t } = useLingui()
  const text = useText()
  const toPaper = useToPaper()
  const fixed = fixedOf(it)
  if (!it.term.doneOn) return []
  const isBegun = isOpen(it, 'complaint')
  return [
    isOpen(it, 'complaint', 'complaint:asked', 'review')
      ? null
      : act({
          shape: enterComplaint,
          fixed,
          aside: true,
          fields: [
            { kind: 'day', path: 'receivedOn', label: t`Түскен күні` },
            { kind: 'prose', path: 'text', label: t`Шағымның мәтіні`, rows: 6 },
            { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
          ],
        }),
    isBegun
      ? act({
          shape: passComplaint,
          fixed,
          onDone: toPaper,
          fields: [
            { kind: 'line', path: 'to', label: t`Кімге`, start: complaintTo[it.language] },
            { kind: 'prose', path: 'substance', label: t`Шағымның мәні`, rows: 4 },
            { kind: 'prose', path: 'enclosures', label: t`Қосымшалар`, rows: 3 },
          ],
        })
      : null,
    isBegun
      ? act({
          shape: satisfyComplaint,
          fixed,
          fields: [
            {
              kind: 'prose',
              path: 'words',
              label: t`Қалай қанағаттандырылды`,
              hint: t`Өтініш беруші осы сөздерді көреді`,
              rows: 4,
            },
          ],
        })
      : null,
    isOpen(it, 'review')
      ? act({
          shape: closeComplaint,
          fixed,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'outcome',
              label: t`Қорытындысы`,
              options: optionsOf(complaintOutcomes, outcomeTitles, text),
            },
            { kind: 'prose', path: 'words', label: t`Шешімнің мәні`, rows: 4 },
            { kind: 'day', path: 'on', label: t`Шешім күні` },
          ],
        })
      : null,
  ]
}

/** The higher body, as a letter in each language addresses it. */
const complaintTo = {
  kk: 'Сот әкімшілігінің басшысына',
  ru: 'Руководителю Судебной администрации',
  en: 'To the Head of the Court Administration',
}

export const useActs = (it: Opened): readonly Act[] => {
  const acts = [
    ...useResultActs(it),
    ...useTermActs(it),
    ...useHearingActs(it),
    ...useLeavingActs(it),
    ...useComplaintActs(it),
  ]
  return acts.filter((each) => each !== null)
}
