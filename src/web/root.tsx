// The first decision of every page: somebody is signed in and gets the shell, or nobody and gets the door.
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { MeContext } from '../ui/me.ts'
import { ErrorState } from '../ui/notes.tsx'
import { PartsContext } from '../ui/parts.ts'
import { Gates } from './gates.tsx'
import { useLive } from './live.ts'
import { partsOf } from './parts.ts'
import { useSession } from './session.ts'
import { Shell } from './shell.tsx'

const Door = lazy(() => import('./door.tsx'))

const Inside = () => {
  useLive()
  return (
    <Shell>
      <PartsContext value={partsOf}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </PartsContext>
    </Shell>
  )
}

export const Root = () => {
  const session = useSession()
  const me = session.data
  if (session.isPending) return <div className="dawn" aria-hidden="true" />
  if (session.isError && !me)
    return (
      <main className="page">
        <ErrorState error={session.error} retry={() => void session.refetch()} />
      </main>
    )
  if (!me || me.mustChange)
    return (
      <Suspense fallback={<div className="dawn" aria-hidden="true" />}>
        <Door mustChange={me?.mustChange ?? false} />
      </Suspense>
    )
  return (
    <MeContext value={me}>
      <Inside />
      <Gates />
    </MeContext>
  )
}
