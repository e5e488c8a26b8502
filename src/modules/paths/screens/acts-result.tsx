// What the appeal is about and how it is answered: the two choices of those who work on it, and the ends of one without a name.
import { useLingui } from '@lingui/react/macro'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { appealChoices, appealResults, draftReply, resultTitles } from '../../appeals/contract.ts'
import { chooseResult, classifyAppeal, closeAnonymous, redirectAppeal } from '../contract.ts'
import { useBodies } from './bodies.ts'
import type { Opened } from './opened.ts'

/** How the appeal is answered: asked for when the reply is begun, and again until it is signed. */
const useOutcome = (it: Opened) => {
  const { t } = useLingui()
  const text = useText()
  const isJudgment = it.question?.code === 'judgment'
  const results = isJudgment ? (['explained'] as const) : appealResults
  const isRefused = (values: Readonly<Record<string, unknown>>) => values['result'] === 'refused'
  return [
    {
      kind: 'choice' as const,
      as: 'radio' as const,
      path: 'result' as const,
      label: t`Қарау нәтижесі`,
      hint: isJudgment
        ? t`Сот актілері қайта қаралмайды: шағым жасау тәртібі түсіндіріледі.`
        : t`Онсыз жауап қол қоюға ұсынылмайды`,
      options: optionsOf(results, resultTitles, text),
      start: it.result ?? (isJudgment ? 'explained' : undefined),
    },
    {
      kind: 'prose' as const,
      path: 'ground' as const,
      label: t`Бас тартудың негізі`,
      start: it.resultGround ?? '',
      max: 4000,
      rows: 3,
      when: isRefused,
    },
    {
      kind: 'check' as const,
      path: 'burdensome' as const,
      label: t`Шешім өтініш берушіге ауыртпалық түсіреді`,
      hint: t`Ондай шешімге өтініш берушіге алдын ала хабарланып, ол тыңдалғаннан кейін ғана қол қойылады.`,
      start: it.result ? it.burdensome : true,
      optional: true,
      when: isRefused,
    },
  ]
}

export const useResultActs = (it: Opened): (Act | null)[] => {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const outcome = useOutcome(it)
  const choices = useCall(appealChoices, {}, { enabled: !it.term.doneOn }).data?.result
  const questions = (choices?.questions ?? []).map(({ code, title }) => ({ value: code, label: text(title) }))
  const investigating = useBodies(it, 'crime')
  const fixed = { id: it.id, version: it.version }
  return [
    act({
      shape: draftReply,
      fixed,
      first: it.state === 'working',
      place: 'middle',
      lead: t`Жауап жобасы өтініштің тілінде ашылады.`,
      fields: it.replies ? [] : outcome.map((field) => ({ ...field, optional: true })),
      onDone: ({ document }) => go(`/documents/${document}`),
    }),
    it.replies && (it.state === 'assigned' || it.state === 'working')
      ? act({ shape: chooseResult, fixed, fields: outcome, place: 'middle' })
      : null,
    it.state === 'received'
      ? null
      : act({
          shape: classifyAppeal,
          fixed,
          aside: true,
          place: 'middle',
          fields: [
            {
              kind: 'choice',
              as: 'search',
              path: 'question',
              label: t`Мәселесі`,
              options: questions,
              start: it.question?.code ?? '',
            },
          ],
        }),
    it.anonymous
      ? act({
          shape: redirectAppeal,
          fixed,
          lead: t`Дайындалып жатқан немесе жасалған қылмыс не қауіп туралы мәлімет құзыретті органға дереу жіберіледі.`,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'body',
              label: t`Қай органға`,
              options: investigating,
            },
            { kind: 'prose', path: 'reason', label: t`Негіздемесі`, max: 2000 },
          ],
        })
      : null,
    it.anonymous
      ? act({
          shape: closeAnonymous,
          fixed,
          danger: true,
          fields: [
            { kind: 'prose', path: 'reason', label: t`Себебі`, hint: t`Өтініш беруші осы сөздерді көреді`, max: 2000 },
          ],
        })
      : null,
  ]
}
