// On a person's page: whether the card stands open and on what ground, the way to open it, and the card while it stands open.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { ComponentType } from 'react'
import { call } from '../../../ui/call.ts'
import { optionsOf, type Option } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { act, type Act } from '../../../ui/may.tsx'
import { Banner, Bones, EmptyState, ErrorState } from '../../../ui/notes.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  endPost,
  findPersons,
  kinTitles,
  setSuperior,
  strikeKin,
  strikePost,
  usualPostCodes,
  usualPosts,
} from '../../persons/contract.ts'
import { findRecords } from '../../work/contract.ts'
import { matterKinds, openPerson, readCard, readGround } from '../contract.ts'
import { Corrections, KinList, Particulars, Posts, type CardShown } from './card.tsx'

interface Opened {
  id: string
  version: number
}

const kinds = ['person', 'personOpening']
const useGround = (it: Opened) => useCall(readGround, { id: it.id }, { kinds })

/** The card is asked for only while a ground stands, and shown no longer than that. */
const useCard = (it: Opened) => {
  const ground = useGround(it)
  const open = !ground.isError && ground.data?.result.opening !== null && ground.data !== undefined
  const card = useCall(readCard, { id: it.id }, { enabled: open })
  return { open, card, shown: open && !card.isError ? (card.data?.result ?? null) : null }
}

const Ground = ({ it }: { it: Opened }) => {
  const format = useFormat()
  const { data, refetch } = useGround(it)
  const closesAt = data?.result.opening?.until
  useEffect(() => {
    if (!closesAt) return
    // The hours run out also on a screen that nobody touches.
    const timer = setTimeout(() => void refetch(), Math.max(0, new Date(closesAt).getTime() - Date.now()) + 1000)
    return () => clearTimeout(timer)
  }, [closesAt, refetch])
  if (!data) return null
  const { opening, minutes, reviewDays } = data.result
  if (!opening)
    return (
      <Banner
        tone="warn"
        title={<Trans>Карточка жабық. Оны ашу үшін жүргізіп отырған ісіңізді немесе шұғыл себепті көрсетіңіз.</Trans>}
      >
        <Trans>
          Карточка ашық тұратын уақыт, минут: {minutes}. Шұғыл себепті меңгеруші тексереді, мерзімі, жұмыс күні:{' '}
          {reviewDays}.
        </Trans>
      </Banner>
    )
  const until = format.instant(opening.until)
  const { matter } = opening
  return (
    <Banner tone="ok" title={<Trans>Карточка сізге ашық. Жабылатын уақыты: {until}</Trans>}>
      {matter ? (
        matter.page ? (
          <Go to={matter.page} className="link">
            {matter.caption}
          </Go>
        ) : (
          matter.caption
        )
      ) : (
        <Trans>Шұғыл себеппен ашылды, меңгеруші тексереді.</Trans>
      )}{' '}
      <Go to={`/persons/openings/${opening.id}`} className="link">
        <Trans>Ашу жазбасы</Trans>
      </Go>
    </Banner>
  )
}

const useFindMatter = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findRecords, { q: words.trim(), kinds: [...matterKinds] })
    return result.rows.map(({ kind, id, number, title, kindTitle }) => ({
      value: `${kind}:${id}`,
      label: number ?? title,
      hint: number ? `${text(kindTitle)} · ${title}` : text(kindTitle),
    }))
  }
}

const useFindPerson = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findPersons, { words: words.trim() })
    return result.rows.map(({ id, name, post }) => ({
      value: id,
      label: text(name),
      ...(post && { hint: text(post) }),
    }))
  }
}

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

const useActs = (it: Opened): readonly Act[] => {
  const { t } = useLingui()
  const matter = useFindMatter()
  const { open: isOpen, shown } = useCard(it)
  const lines = useLineActs(it, shown)
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
  return [...(isOpen ? [] : [open]), ...lines]
}

const tabOf = (Body: ComponentType<{ card: CardShown }>) => {
  const Tab = ({ it }: { it: Opened }) => {
    const { open, card, shown } = useCard(it)
    if (shown) return <Body card={shown} />
    if (!open) return <EmptyState title={<Trans>Карточка жабық.</Trans>} />
    return card.isError ? <ErrorState error={card.error} /> : <Bones />
  }
  return Tab
}

export default {
  first: true,
  banner: Ground,
  useActs,
  tabs: [
    { key: 'posts', title: { kk: 'Қызмет жолы', ru: 'Послужной список', en: 'Service' }, body: tabOf(Posts) },
    { key: 'particulars', title: { kk: 'Мәліметтері', ru: 'Сведения', en: 'Particulars' }, body: tabOf(Particulars) },
    { key: 'kin', title: { kk: 'Туыстары', ru: 'Родственники', en: 'Relatives' }, body: tabOf(KinList) },
    { key: 'corrections', title: { kk: 'Түзетулер', ru: 'Исправления', en: 'Corrections' }, body: tabOf(Corrections) },
  ],
} satisfies RecordPart<Opened>
