// What may be done on a person's page: open the card on a ground, and keep the register.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act, type Act } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import {
  addKin,
  addPost,
  correctPerson,
  endPost,
  kinRelations,
  kinTitles,
  openPerson,
  setSuperior,
  sexes,
  sexTitles,
  strikeKin,
  strikePost,
  usualPostCodes,
  usualPosts,
} from '../contract.ts'
import type { CardShown } from './card.tsx'
import { useFindMatter, useFindPerson, usePostFields } from './fields.ts'
import type { Opened } from './record.tsx'

/** What changes single lines of the card is offered only where the card is open and its lines can be chosen from. */
const useLineActs = (it: Opened, card: CardShown | null): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const find = useFindPerson()
  if (!card) return []
  const fixed = { id: it.id, version: it.version }
  const posts = card.posts
    .filter(({ struck }) => struck === null)
    .map(({ id, title, body, from }) => ({
      value: id,
      label: `${text(title)}, ${format.day(from)}`,
      hint: text(body),
    }))
  const which = {
    kind: 'choice' as const,
    as: 'search' as const,
    path: 'post' as const,
    label: t`Лауазымы`,
    options: posts,
  }
  const basis = { kind: 'line' as const, path: 'basis' as const, label: t`Негізі`, max: 500 }
  const reason = { kind: 'line' as const, path: 'reason' as const, label: t`Себебі`, max: 500 }
  const kin = card.kin
    .filter(({ own, struck }) => own && struck === null)
    .map(({ id, name, relation }) => ({ value: id, label: text(name), hint: text(kinTitles[relation]) }))
  return [
    act({
      shape: endPost,
      fixed,
      fields: [which, { kind: 'day', path: 'until', label: t`Соңғы күні` }, basis],
      aside: true,
    }),
    act({
      shape: setSuperior,
      fixed,
      fields: [
        which,
        { kind: 'day', path: 'from', label: t`Қай күннен бастап` },
        {
          kind: 'find',
          path: 'superior',
          label: t`Басшысы, тізілімнен`,
          hint: t`Адамды да, лауазымды да емес, екеуінің бірін көрсетіңіз`,
          find,
          optional: true,
        },
        {
          kind: 'choice',
          as: 'search',
          path: 'superiorPost',
          label: t`Немесе сол органдағы лауазым`,
          options: optionsOf(usualPostCodes, usualPosts, text),
          optional: true,
        },
        { kind: 'line', path: 'superiorTitle', label: t`Тізімде жоқ лауазым`, optional: true },
        basis,
      ],
      aside: true,
    }),
    act({ shape: strikePost, fixed, fields: [which, reason], aside: true, danger: true }),
    ...(kin.length
      ? [
          act({
            shape: strikeKin,
            fixed,
            fields: [{ kind: 'choice', as: 'search', path: 'kin', label: t`Туысы`, options: kin }, reason],
            aside: true,
            danger: true,
          }),
        ]
      : []),
  ]
}

export const useActs = (it: Opened, card: CardShown | null): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const matter = useFindMatter()
  const person = useFindPerson()
  const post = usePostFields()
  const lines = useLineActs(it, card)
  const fixed = { id: it.id, version: it.version }
  const basis = { kind: 'line' as const, path: 'basis' as const, label: t`Негізі`, max: 500 }
  const open = act({
    shape: openPerson,
    fixed: { id: it.id },
    lead: t`Кімнің карточкасы, қашан және не үшін ашылғаны журналға жазылады.`,
    fields: [
      {
        kind: 'find',
        path: 'matter',
        label: t`Жүргізіп отырған ісіңіз`,
        hint: t`Нөмірін теріп, тізімнен таңдаңыз. Бос қалса, карточка шұғыл себеппен ашылады және меңгеруші тексереді.`,
        find: matter,
        optional: true,
      },
      { kind: 'prose', path: 'reason', label: t`Не үшін ашасыз`, max: 1000, rows: 3 },
    ],
  })
  return [
    ...(it.opening ? [] : [open]),
    act({ shape: addPost, fixed, fields: post, aside: true }),
    act({
      shape: correctPerson,
      fixed,
      lead: t`Тек өзгеретінін толтырыңыз. Бұрынғысы карточкада сақталады.`,
      fields: [
        { kind: 'line', path: 'nameKk', label: t`Аты, әкесінің аты, тегі`, optional: true },
        { kind: 'line', path: 'nameRu', label: t`Орысша жазылуы`, optional: true },
        { kind: 'line', path: 'nameEn', label: t`Латынша жазылуы`, optional: true },
        {
          kind: 'day',
          path: 'renamedOn',
          label: t`Жаңа аты-жөні қай күннен бастап`,
          hint: t`Бұрын қате енгізілген болса, бос қалдырыңыз`,
          optional: true,
        },
        { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, max: 20 },
        { kind: 'day', path: 'bornOn', label: t`Туған күні`, optional: true },
        {
          kind: 'choice',
          as: 'radio',
          path: 'sex',
          label: t`Жынысы`,
          options: optionsOf(sexes, sexTitles, text),
          optional: true,
        },
        basis,
      ],
      aside: true,
    }),
    act({
      shape: addKin,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'search',
          path: 'relation',
          label: t`Кімі болады`,
          options: optionsOf(kinRelations, kinTitles, text),
        },
        { kind: 'find', path: 'kin', label: t`Тізілімнен`, find: person, optional: true },
        {
          kind: 'line',
          path: 'kinName',
          label: t`Тізілімде жоқ болса, аты-жөні`,
          optional: true,
          when: ({ kin }) => !kin,
        },
        basis,
      ],
      aside: true,
    }),
    ...lines,
  ]
}
