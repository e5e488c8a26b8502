// Addresses and their screens: the shell's own, then every module's.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readSearch, writeSearch } from '../ui/route.tsx'
import { Crashed, NotFound } from './lost.tsx'
import { Root } from './root.tsx'
import { screens } from './screens.ts'
import { bringWords } from './words.ts'

const root = createRootRoute({ component: Root })

const own: Record<string, () => Promise<{ default: ComponentType }>> = {
  '/': () => import('./home.tsx'),
  '/search': () => import('./found.tsx'),
  '/law': () => import('./law.tsx'),
}

const ownRoutes = Object.entries(own).map(([path, load]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }),
)

const moduleRoutes = screens.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: lazyRouteComponent(screen.component),
    loader: () => bringWords(screen.module),
  }),
)

export const router = createRouter({
  routeTree: root.addChildren([...ownRoutes, ...moduleRoutes]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Crashed,
})
