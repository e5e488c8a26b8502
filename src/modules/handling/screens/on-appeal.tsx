// On the page of an appeal: who else reads it, who asked for the name, what is masked, and what may be done about it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { Banner } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import type { Output } from '../../../ui/call.ts'
import type { openAppeal } from '../../appeals/contract.ts'
import {
  askIdentity,
  grantReading,
  maskWords,
  openHandling,
  remindAssignee,
  reopenAppeal,
  setStage,
  stageTitles,
  workStages,
} from '../contract.ts'
import { Access } from './access.tsx'
import { useColleagues } from './finding.ts'

type Opened = Output<typeof openAppeal>

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const colleagues = useColleagues()
  const fixed = { id: it.id, version: it.version }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Негіздемесі`, max: 1000, rows: 3 }
  const messages = it.messages.map(({ id, at, text: words }) => {
    const when = format.instantShort(at)
    return { value: id, label: t`Хабар, ${when}`, hint: words.slice(0, 80) }
  })
  return [
    act({
      shape: setStage,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'stage',
          label: t`Жұмыс кезеңі`,
          options: optionsOf(workStages, stageTitles, text),
          ...(it.stage ? { start: it.stage } : {}),
        },
      ],
    }),
    act({
      shape: askIdentity,
      fixed,
      lead: t`Сұрауды сізден басқа басшы шешеді. Негіздемеңіз журналға жазылады.`,
      fields: [reason],
    }),
    act({
      shape: remindAssignee,
      fixed,
      lead: t`Сөзіңіз орындаушының хабарламаларында бірден көрінеді.`,
      fields: [{ kind: 'prose', path: 'words', label: t`Не туралы`, max: 300, rows: 3 }],
      aside: true,
    }),
    act({
      shape: grantReading,
      fixed,
      lead: t`Қызметкер өтінішті оқиды, бірақ ештеңесін өзгерте алмайды.`,
      fields: [
        { kind: 'find', path: 'to', label: t`Қызметкер`, find: colleagues },
        reason,
        { kind: 'day', path: 'until', label: t`Соңғы күні`, hint: t`Бос болса, қайтарып алғанша`, optional: true },
      ],
      aside: true,
    }),
    act({
      shape: maskWords,
      fixed,
      lead: t`Сөздердің орнын барлық оқырман қара жолақ түрінде көреді. Түпнұсқасы сақталады.`,
      fields: [
        { kind: 'line', path: 'words', label: t`Жасырылатын сөздер`, hint: t`Мәтіндегідей етіп жазыңыз`, max: 500 },
        ...(messages.length
          ? [
              {
                kind: 'choice' as const,
                path: 'message' as const,
                label: t`Қай жерде`,
                hint: t`Бос болса, өтініштің өз мәтінінде`,
                options: messages,
                optional: true,
              },
            ]
          : []),
        reason,
      ],
      aside: true,
    }),
    act({
      shape: reopenAppeal,
      fixed,
      lead: t`Өтініш тіркелген күйге қайтады, мерзімі бүгіннен қайта есептеледі. Өтініш берушіге код арқылы хабарланады.`,
      fields: [{ ...reason, max: 2000 }],
      aside: true,
    }),
  ]
}

/** Told above the buttons: why there are none, or that it is considered once more. */
const Standing = ({ it }: { it: Opened }) => {
  const format = useFormat()
  const known = useCall(openHandling, { id: it.id }, { keep: true }).data?.result
  if (!known) return null
  const on = known.reopenedOn ? format.day(known.reopenedOn) : ''
  return (
    <>
      {known.onlyReads ? (
        <Banner>
          <Trans>Бұл өтініш сізге тек оқуға ашылған.</Trans>
        </Banner>
      ) : null}
      {on ? (
        <Banner>
          <Trans>Өтініш қайта қаралуда. Басталған күні: {on}.</Trans>
        </Banner>
      ) : null}
    </>
  )
}

const part: RecordPart<Opened> = { useActs, banner: Standing, side: Access }

export default part
