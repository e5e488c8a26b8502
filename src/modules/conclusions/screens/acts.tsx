// What the team does on its way to the conclusion, and what is done with the conclusion by others.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { readInvestigation } from '../../investigations/contract.ts'
import * as shapes from '../contract.ts'

export type Opened = Output<typeof readInvestigation>
export type Conclusion = Output<typeof shapes.readConclusion>

export const useConclusion = (it: Opened): Conclusion | undefined =>
  useCall(
    shapes.readConclusion,
    { id: it.id },
    { kinds: ['investigation', 'document', 'outcomes'], keep: true, enabled: it.openedOn !== null },
  ).data?.result

const { measures, measureNames } = shapes

/** What may be proposed for somebody, in the order of the table. */
const measuresFor = (judge: boolean) =>
  measureNames.filter((name) => measures[name].proposedFor.includes(judge ? 'judge' : 'staff'))

export const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const found = useConclusion(it)
  // Hundreds of materials: asked for when a window that shows them is opened.
  const [chooses, setChooses] = useState(false)
  const onOpen = () => setChooses(true)
  const choices = useCall(
    shapes.conclusionChoices,
    { id: it.id },
    { kinds: ['investigation', 'document'], keep: true, enabled: chooses },
  ).data?.result
  if (it.brief || !found || it.ended || it.state === 'halted') return []
  const fixed = { id: it.id, version: found.version }
  const standing = found.allegations.filter(({ dropped }) => dropped === null)
  const allegations = standing.map(({ id, place, words }) => ({
    value: id,
    label: `${place}. ${words.length > 120 ? `${words.slice(0, 120)}…` : words}`,
  }))
  const people = found.people.map(({ id, name, judge }) => ({
    value: id,
    label: text(name),
    ...(judge ? { hint: t`Судья` } : {}),
  }))
  const person = {
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'person' as const,
    label: t`Тексерілетін адам`,
    options: people,
    start: people[0]?.value,
  }
  const allegation = {
    kind: 'choice' as const,
    as: 'radio' as const,
    path: 'allegation' as const,
    label: t`Айып тағы`,
    options: allegations,
    start: allegations[0]?.value,
  }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, rows: 3 }
  const day = { kind: 'day' as const, path: 'on' as const, label: t`Күні` }
  const studies = (open: (of: Conclusion['people'][number]) => boolean) =>
    people.filter(({ value }) => found.people.some((each) => each.id === value && open(each)))
  const unoffered = studies((each) => each.findings.length > 0 && each.familiarisation === null)
  const unanswered = studies((each) => each.familiarisation?.acknowledged === null)
  const underWay = it.state === 'opened'
  const drafting = underWay && !found.conclusion
  const answered = found.unready.length === 0
  const judged = (values: Readonly<Record<string, unknown>>): boolean =>
    found.people.find(({ id }) => id === values['person'])?.judge ?? false
  const options = (judge: boolean) => measuresFor(judge).map((value) => ({ value, label: text(measures[value].title) }))
  const anyJudge = found.people.some(({ judge }) => judge)
  const anyStaff = found.people.some(({ judge }) => !judge)

  const acts: (Act | null)[] = [
    drafting
      ? act({
          shape: shapes.addAllegation,
          fixed,
          fields: [{ kind: 'prose', path: 'words', label: t`Не айтылған`, rows: 4 }],
        })
      : null,
    drafting && allegations.length
      ? act({
          shape: shapes.makeFinding,
          fixed,
          onOpen,
          place: 'side',
          fields: [
            allegation,
            person,
            {
              kind: 'choice',
              as: 'radio',
              path: 'finding',
              label: t`Тұжырым`,
              options: optionsOf(shapes.findings, shapes.findingTitles, text),
            },
            { kind: 'prose', path: 'reasons', label: t`Уәждері`, rows: 6 },
            {
              kind: 'choices',
              path: 'refs',
              label: t`Қай дәлелдерге сүйенеді`,
              optional: true,
              options: (choices?.evidence ?? []).map(({ value, name, group }) => ({
                value,
                label: name,
                hint: text(group),
              })),
            },
            {
              kind: 'prose',
              path: 'sources',
              label: t`Тізілімде жоқ дәлелдер`,
              hint: t`Мысалы: 2-том, 14-парақ`,
              rows: 2,
              optional: true,
            },
          ],
        })
      : null,
    drafting && found.people.some(({ findings }) => findings.length)
      ? act({
          shape: shapes.proposeMeasure,
          fixed,
          fields: [
            person,
            // A judge is referred to the jury; what is offered follows the person who is chosen.
            ...(anyStaff
              ? [
                  {
                    kind: 'choice' as const,
                    as: 'radio' as const,
                    path: 'measure' as const,
                    label: t`Шара`,
                    options: options(false),
                    when: (values: Readonly<Record<string, unknown>>) => !judged(values),
                  },
                ]
              : []),
            ...(anyJudge
              ? [
                  {
                    kind: 'choice' as const,
                    as: 'radio' as const,
                    path: 'measure' as const,
                    label: t`Судьяға қатысты шара`,
                    options: options(true),
                    when: judged,
                  },
                ]
              : []),
            { kind: 'prose', path: 'reasons', label: t`Уәждері`, rows: 4 },
          ],
        })
      : null,
    drafting && answered
      ? act({
          shape: shapes.draftConclusion,
          fixed,
          first: true,
          lead: t`Жоба тұжырымдардан құралады. Меңгеруші қол қойғанда тексеру қорытындыланады.`,
          fields: [],
        })
      : null,
    unoffered.length
      ? act({
          shape: shapes.offerMaterials,
          fixed,
          lead: t`Осы күннен бастап танысу мерзімі есептеледі.`,
          fields: [{ ...person, options: unoffered, start: unoffered[0]?.value }, day],
        })
      : null,
    unanswered.length
      ? act({
          shape: shapes.acknowledgeMaterials,
          fixed,
          first: true,
          fields: [
            { ...person, options: unanswered, start: unanswered[0]?.value },
            {
              kind: 'choice',
              as: 'radio',
              path: 'acknowledged',
              label: t`Немен аяқталды`,
              options: optionsOf(shapes.acknowledgements, shapes.acknowledgementTitles, text),
            },
            day,
            {
              kind: 'prose',
              path: 'witnesses',
              label: t`Бас тартқанын куәландырғандар`,
              hint: t`Әр адамды жаңа жолдан жазыңыз`,
              rows: 3,
              when: (values) => values['acknowledged'] === 'refused',
            },
            { kind: 'prose', path: 'remarks', label: t`Адамның өз сөзі`, rows: 3, optional: true },
            { kind: 'files', path: 'files', label: t`Қол қойылған парақ`, optional: true },
          ],
        })
      : null,
    it.state === 'concluded'
      ? act({
          shape: shapes.reviewConclusion,
          fixed,
          first: true,
          fields: [{ kind: 'prose', path: 'word', label: t`Қорытынды туралы пікір`, rows: 4 }],
        })
      : null,
    it.state === 'concluded'
      ? act({
          shape: shapes.sendBackConclusion,
          fixed,
          fields: [{ kind: 'prose', path: 'remarks', label: t`Ескертулер`, rows: 4 }],
        })
      : null,
    it.state === 'concluded'
      ? act({
          shape: shapes.appointReviewer,
          fixed,
          onOpen,
          aside: true,
          lead: t`Тексеру тобында болмаған, мүддесі жоқ қызметкер тағайындалады. Ол тексеру материалдарын көреді.`,
          fields: [
            {
              kind: 'choice',
              as: 'search',
              path: 'employee',
              label: t`Қызметкер`,
              options: (choices?.reviewers ?? []).map((each) => ({
                value: each.id,
                label: text(each.name),
                hint: text(each.conflict ?? each.post),
              })),
            },
          ],
        })
      : null,
    act({
      shape: shapes.addMaterial,
      fixed,
      aside: true,
      fields: [{ kind: 'line', path: 'words', label: t`Материалдың атауы`, max: 500 }],
    }),
    drafting && allegations.length
      ? act({ shape: shapes.dropAllegation, fixed, aside: true, fields: [allegation, reason] })
      : null,
    underWay && found.conclusion && !found.conclusion.signedOn
      ? act({ shape: shapes.dropConclusion, fixed, aside: true, fields: [reason] })
      : null,
  ]
  return acts.filter((each) => each !== null)
}
