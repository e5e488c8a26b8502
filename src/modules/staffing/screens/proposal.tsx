// A new staffing table, begun from the one in force; the sum is counted against the limit while one types.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { Form } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openStaffing, proposeStaffing } from '../contract.ts'

type Now = Output<typeof openStaffing>

const Body = ({ now }: { now: Now }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { go } = useAddress()
  const inForce = new Map((now.inForce?.rows ?? []).map((row) => [row.postId, row]))
  const [seats, setSeats] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(now.posts.map(({ postId }) => [postId, inForce.get(postId)?.seats ?? 0])),
  )
  const sum = Object.values(seats).reduce((total, each) => total + each, 0)
  const limit = now.limit?.seats ?? 0
  const [total, most] = [format.number(sum), format.number(limit)]
  const units = [...new Set(now.posts.map((post) => post.unitId))]
  return (
    <>
      <Banner
        tone={sum > limit ? 'late' : 'ok'}
        title={sum > limit ? t`Лимиттен асып тұр.` : t`Лимит шегінде.`}
        loud={sum > limit}
      >
        <Trans>
          Барлығы {total}, лимит {most}.
        </Trans>
      </Banner>
      <Card title={t`Бірліктер`}>
        <div className="table-frame">
          <table>
            <thead>
              <tr>
                <th scope="col">{t`Лауазым`}</th>
                <th scope="col">{t`Қазір`}</th>
                <th scope="col">{t`Қызмет етеді`}</th>
                <th scope="col">{t`Ұсынылады`}</th>
              </tr>
            </thead>
            {units.map((unit) => {
              const own = now.posts.filter((post) => post.unitId === unit)
              return (
                <tbody key={unit}>
                  <tr>
                    <th scope="rowgroup" colSpan={4}>
                      {own[0] ? text(own[0].unit) : null}
                    </th>
                  </tr>
                  {own.map((post) => (
                    <tr key={post.postId}>
                      <td>{text(post.title)}</td>
                      <td className="number">{format.number(inForce.get(post.postId)?.seats ?? 0)}</td>
                      <td className="number">{format.number(inForce.get(post.postId)?.held ?? 0)}</td>
                      <td>
                        <input
                          type="number"
                          className="input"
                          min={0}
                          max={1000}
                          aria-label={`${text(post.title)}, ${text(post.unit)}`}
                          value={seats[post.postId] ?? 0}
                          onChange={(event) =>
                            setSeats({
                              ...seats,
                              [post.postId]: Math.max(0, Math.trunc(Number(event.target.value) || 0)),
                            })
                          }
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              )
            })}
          </table>
        </div>
      </Card>
      <Card title={t`Сот әкімшілігінің басшысына ұсыну`}>
        <Form
          shape={proposeStaffing}
          fields={[
            { kind: 'day', path: 'fromOn', label: t`Күшіне енетін күні` },
            { kind: 'prose', path: 'basis', label: t`Негіздемесі`, max: 2000, rows: 4 },
          ]}
          toInput={(values) => ({
            fromOn: String(values['fromOn'] ?? ''),
            basis: String(values['basis'] ?? ''),
            rows: Object.entries(seats).flatMap(([postId, count]) => (count > 0 ? [{ postId, seats: count }] : [])),
          })}
          onDone={({ id }) => go(`/staffing/${id}`)}
          onCancel={() => go('/staffing')}
        />
      </Card>
    </>
  )
}

export default function Proposal() {
  const { t } = useLingui()
  const staffing = useCall(openStaffing, {})
  return (
    <Page title={t`Штат кестесіне өзгеріс ұсыну`} lead={<Trans>Қазір күшінде тұрған кестеден басталады.</Trans>}>
      <Loaded of={staffing}>{(now) => <Body now={now} />}</Loaded>
    </Page>
  )
}
