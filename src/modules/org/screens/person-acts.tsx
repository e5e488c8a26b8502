// What may be done with a person now: appoint, let act, record an absence, change the record, record the departure.
import { Trans, useLingui } from '@lingui/react/macro'
import type { May, Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { today } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  absenceKinds,
  absenceTitles,
  appointActing,
  appointEmployee,
  editEmployee,
  leaveDepartment,
  leavingCauses,
  leavingTitles,
  listPosts,
  recordAbsence,
  type openEmployee,
} from '../contract.ts'
import { useCardFields } from './card-fields.ts'

interface PersonActsProps {
  it: Output<typeof openEmployee>
  may: readonly May[]
}

export const PersonActs = ({ it, may }: PersonActsProps) => {
  const { t } = useLingui()
  const text = useText()
  const cardFields = useCardFields(it)
  const posts = useCall(listPosts, {}).data?.result.posts ?? []
  const postOptions = posts.map(({ postId, title, unit }) => ({ value: postId, label: text(title), hint: text(unit) }))
  const territorial = it.posts.some(({ code }) => code.startsWith('territorial'))
  const fixed = { id: it.id }
  const basis = {
    kind: 'line',
    path: 'basis',
    label: t`Негізі`,
    hint: t`Мысалы: бұйрықтың нөмірі мен күні`,
    max: 300,
  } as const
  return (
    <MayBar
      may={may}
      acts={[
        act({
          shape: appointEmployee,
          fixed,
          lead: <Trans>Тағайындау бекітілген штат кестесіндегі бос бірлікке ғана жасалады.</Trans>,
          fields: [
            { kind: 'choice', as: 'search', path: 'postId', label: t`Лауазым`, options: postOptions },
            { kind: 'day', path: 'fromOn', label: t`Бірінші күні`, start: today() },
            {
              kind: 'day',
              path: 'untilOn',
              label: t`Соңғы күні`,
              hint: t`Мерзімсіз болса, бос қалдырыңыз.`,
              optional: true,
            },
            basis,
          ],
        }),
        act({
          shape: appointActing,
          fixed,
          lead: <Trans>Осы күндері лауазымның барлық өкілеттігі мен қол қою құқығы осы адамға өтеді.</Trans>,
          fields: [
            {
              kind: 'choice',
              as: 'search',
              path: 'postId',
              label: t`Қай лауазымның міндетін атқарады`,
              options: postOptions,
            },
            { kind: 'day', path: 'fromOn', label: t`Бірінші күні`, start: today() },
            { kind: 'day', path: 'untilOn', label: t`Соңғы күні` },
            basis,
          ],
        }),
        act({
          shape: recordAbsence,
          fixed,
          fields: [
            {
              kind: 'choice',
              path: 'kind',
              label: t`Себебі`,
              options: absenceKinds.map((value) => ({ value, label: text(absenceTitles[value]) })),
            },
            { kind: 'day', path: 'fromOn', label: t`Бірінші күні`, start: today() },
            { kind: 'day', path: 'untilOn', label: t`Соңғы күні` },
            { ...basis, optional: true },
          ],
        }),
        act({ shape: editEmployee, fixed: { ...fixed, version: it.version }, fields: cardFields, keeps: false }),
        act({
          shape: leaveDepartment,
          fixed,
          danger: true,
          lead: <Trans>Осы күннен кейін адам жүйеге кіре алмайды, тағайындаулары аяқталады.</Trans>,
          fields: [
            { kind: 'day', path: 'lastOn', label: t`Қызметтегі соңғы күні`, start: today() },
            {
              kind: 'choice',
              as: 'radio',
              path: 'cause',
              label: t`Кету негізі`,
              hint: territorial
                ? t`Жаза ретінде жұмыстан шығару меңгерушіге материалдардың көшірмесімен бірге хабарланғаннан кейін ғана ресімделеді (13-тармақ).`
                : undefined,
              options: optionsOf(leavingCauses, leavingTitles, text),
            },
            { kind: 'line', path: 'reason', label: t`Себебі`, max: 300 },
          ],
        }),
      ]}
    />
  )
}
