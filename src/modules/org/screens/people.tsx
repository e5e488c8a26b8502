// The people of the Department and those beside it, with the posts they hold today.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { listUnits, postCodes, postTitles } from '../../structure/contract.ts'
import { listEmployees } from '../contract.ts'
import type { EmployeeRow } from '../people/contract.ts'

const Posts = ({ row }: { row: EmployeeRow }) => {
  const text = useText()
  const [first, ...more] = row.posts
  if (!first)
    return (
      <span className="quiet">
        <Trans>лауазымы жоқ</Trans>
      </span>
    )
  return (
    <>
      {text(first.title)}
      {first.resting ? (
        <div className="quiet">
          <Trans>бұл күндері басқа адам атқарады</Trans>
        </div>
      ) : null}
      {more.map((post) => (
        <div key={post.postId} className="quiet">
          {text(post.title)}
          {post.acting ? (
            <>
              {' '}
              · <Trans>міндетін атқарады</Trans>
            </>
          ) : null}
        </div>
      ))}
    </>
  )
}

const Presence = ({ row }: { row: EmployeeRow }) => {
  const format = useFormat()
  const until = row.absentUntil ? format.dayShort(row.absentUntil) : ''
  const left = row.leftOn ? format.day(row.leftOn) : ''
  if (row.leftOn)
    return (
      <State>
        <Trans>Қызметтен кеткен: {left}</Trans>
      </State>
    )
  if (row.absentUntil)
    return (
      <State tone="warn">
        <Trans>Жоқ, соңғы күні: {until}</Trans>
      </State>
    )
  return (
    <State tone="ok">
      <Trans>Жұмыста</Trans>
    </State>
  )
}

export default function People() {
  const { t } = useLingui()
  const text = useText()
  const keeper = usePower('org.people')
  const units = useCall(listUnits, {})
  const unitOptions = (units.data?.result.units ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))
  return (
    <Page
      title={t`Қызметкерлер`}
      lead={<Trans>Лауазымдар бүгінгі күнге көрсетілген; міндетін уақытша атқаратындар бөлек белгіленген.</Trans>}
      actions={
        keeper ? (
          <Go to="/people/new" className="button first">
            <Trans>Қызметкер енгізу</Trans>
          </Go>
        ) : null
      }
    >
      <DataTable
        shape={listEmployees}
        rowKey={(row) => row.id}
        rowTo={(row) => `/people/${row.id}`}
        sort="name"
        kinds={['employee', 'appointment', 'acting', 'absence']}
        filters={[
          { kind: 'words', path: 'words', title: t`Аты-жөні, пошта` },
          { kind: 'choice', path: 'unit', title: t`Бөлімше`, options: unitOptions },
          {
            kind: 'choice',
            path: 'post',
            title: t`Лауазым`,
            options: postCodes.map((value) => ({ value, label: text(postTitles[value]) })),
          },
          {
            kind: 'choice',
            path: 'state',
            title: t`Қызметтегілер`,
            options: [
              { value: 'left', label: t`Қызметтен кеткендер` },
              { value: 'all', label: t`Барлығы` },
            ],
          },
        ]}
        columns={[
          { key: 'name', title: t`Аты-жөні`, sorts: true, draw: (row) => text(row.name) },
          { key: 'post', title: t`Лауазымы`, draw: (row) => <Posts row={row} /> },
          {
            key: 'unit',
            title: t`Бөлімшесі`,
            draw: (row) => (row.posts[0] ? text(row.posts[0].unit) : '—'),
          },
          { key: 'email', title: t`Пошта`, draw: (row) => row.email ?? '—' },
          { key: 'state', title: t`Бүгін`, width: '210px', draw: (row) => <Presence row={row} /> },
        ]}
        empty={{ title: t`Қызметкер әлі енгізілмеген.`, hint: t`Бірінші қызметкерді енгізіп, лауазымға тағайындаңыз.` }}
      />
    </Page>
  )
}
