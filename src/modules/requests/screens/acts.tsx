// What may be done with the request now, in the order of its life.
import { useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { findAnswered } from '../../incoming/contract.ts'
import {
  answerPartly,
  closeRequest,
  completeRequest,
  extendRequest,
  reportRequest,
  withdrawRequest,
} from '../contract.ts'
import type { Opened } from './record.tsx'

const useIncoming = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findAnswered, { words, kinds: ['incoming'] })
    return result.rows.map(({ value, caption, title, kindTitle }) => ({
      value: value.split(':')[1] ?? '',
      label: caption,
      hint: title || text(kindTitle),
    }))
  }
}

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const find = useIncoming()
  const fixed = { id: it.id, version: it.version }
  const isWeighing = it.state === 'arrived'
  const answer = [
    {
      kind: 'find' as const,
      path: 'incoming' as const,
      label: t`Кіріс құжаты`,
      hint: t`Нөмірін теріп, тізімнен таңдаңыз`,
      optional: true,
      find,
    },
    { kind: 'day' as const, path: 'receivedOn' as const, label: t`Түскен күні, бүгін болмаса`, optional: true },
    {
      kind: 'prose' as const,
      path: 'word' as const,
      label: t`Жауаптың мазмұны`,
      hint: t`Кіріс құжаты болмаса, не берілгенін жазыңыз`,
      optional: true,
      rows: 3,
    },
    { kind: 'files' as const, path: 'files' as const, label: t`Файлдар`, optional: true },
  ]
  const missing = { kind: 'prose' as const, path: 'missing' as const, label: t`Не жетпейді`, rows: 3 }
  const weighed = t`Кіріс құжатымен түскен жауапқа баға беріледі.`
  const shown: (Act | null)[] = [
    act({ shape: completeRequest, fixed, ...(isWeighing ? { lead: weighed, fields: [] } : { fields: answer }) }),
    act({
      shape: answerPartly,
      fixed,
      ...(isWeighing ? { lead: weighed, fields: [missing] } : { fields: [...answer, missing] }),
    }),
    // Before the term has passed there is nothing to report, and the button would only stand in the way.
    it.overdue && it.kind !== 'proposal'
      ? act({
          shape: reportRequest,
          fixed,
          danger: true,
          lead: it.obliged
            ? t`Ереженің 12-тармағы бұзылғаны тіркеледі. Жоғарғы Соттың Төрағасы мен Сот әкімшілігінің басшысы бірден көреді.`
            : t`Жауапсыз қалғаны тіркеледі. Жоғарғы Соттың Төрағасы мен Сот әкімшілігінің басшысы бірден көреді.`,
          fields: [
            {
              kind: 'prose',
              path: 'done',
              label: t`Орындату үшін не істелді`,
              hint: t`Қоңыраулар, еске салу хаттары, кездесулер: күні мен нәтижесі`,
              rows: 5,
            },
          ],
        })
      : null,
    ['sent', 'partly'].includes(it.state)
      ? act({
          shape: extendRequest,
          fixed,
          fields: [
            { kind: 'day', path: 'until', label: t`Жаңа мерзім` },
            { kind: 'prose', path: 'plea', label: t`Адресат не себепті сұрады`, rows: 3 },
          ],
        })
      : null,
    act({
      shape: closeRequest,
      fixed,
      fields: [
        { kind: 'prose', path: 'word', label: t`Қорытынды`, hint: t`Жауап қайда қолданылды, не істелді`, rows: 3 },
      ],
    }),
    act({
      shape: withdrawRequest,
      plain: true,
      fixed,
      danger: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
  ]
  return shown.filter((each) => each !== null)
}
