// The bell: how many notices are unread, and the notices themselves in a drawer.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { listNotices, readNotices } from '../modules/work/contract.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { useMe } from '../ui/me.ts'
import { EmptyState, Loaded } from '../ui/notes.tsx'
import { useAddress } from '../ui/route.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useCommand } from '../ui/use-call.ts'

const asked = { page: 1, size: 30 }

const Notices = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { go } = useAddress()
  const notices = useCall(listNotices, asked)
  const mark = useCommand(readNotices)
  return (
    <Dialog place="side" title={t`Хабарламалар`} onClose={onClose}>
      <Loaded of={notices}>
        {({ rows, unread }) =>
          rows.length === 0 ? (
            <EmptyState title={<Trans>Хабарлама жоқ.</Trans>}>
              <Trans>Тапсырма, мерзім және қол қою туралы хабарламалар осы жерге келеді.</Trans>
            </EmptyState>
          ) : (
            <>
              {unread ? (
                <button type="button" className="button small" onClick={() => mark.mutate({})}>
                  <Trans>Бәрін оқылды деп белгілеу</Trans>
                </button>
              ) : null}
              <ul className="notices">
                {rows.map((row) => (
                  <li key={row.id} className={row.read ? '' : 'unread'}>
                    <button
                      type="button"
                      onClick={() => {
                        if (!row.read) mark.mutate({ ids: [row.id] })
                        onClose()
                        if (row.page) go(row.page)
                      }}
                    >
                      <span>
                        {row.read ? null : (
                          <span className="hidden">
                            <Trans>Оқылмаған:</Trans>{' '}
                          </span>
                        )}
                        {text(row.says)}
                      </span>
                      <time className="quiet" dateTime={row.at}>
                        {format.instantShort(row.at)}
                      </time>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}

export const Bell = () => {
  const { t } = useLingui()
  const me = useMe()
  const notices = useCall(listNotices, asked)
  const [open, setOpen] = useState(false)
  const unread = notices.data?.result.unread ?? me.unread
  return (
    <>
      <button
        type="button"
        className="bell"
        title={t`Хабарламалар`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5.2-1.5 6.2h13c0-1-1.5-2.2-1.5-6.2a5 5 0 0 0-5-5ZM8 16.2a2 2 0 0 0 4 0" />
        </svg>
        <span className="hidden">
          <Plural value={unread} one="# оқылмаған хабарлама" other="# оқылмаған хабарлама" />
        </span>
        {unread ? <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b> : null}
      </button>
      {open ? <Notices onClose={() => setOpen(false)} /> : null}
    </>
  )
}
