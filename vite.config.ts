// How the staff web is built: one HTML page, a chunk per screen, everything served from our own origin.
import babel from '@rolldown/plugin-babel'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const within = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Lingui's macros live only in screens; running Babel over the rest would slow the build for nothing. */
const screens = /src[\\/](?:web|ui|modules[\\/][^\\/]+[\\/]screens)[\\/].*\.tsx?$/

export default defineConfig({
  root: within('src/web'),
  plugins: [
    babel({ include: screens, plugins: ['@lingui/babel-plugin-lingui-macro'] }),
    react(),
    // A missing translation is shown in Kazakh while people write; CI does not let it pass.
    lingui({ cwd: within('.'), failOnMissing: Boolean(process.env.CI), failOnCompileError: true }),
  ],
  build: {
    outDir: within('dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // strict.ts must have run before the first contract is made, so it stands in the chunk of zod itself.
            { name: 'shapes', test: /node_modules[\\/]zod[\\/]|src[\\/]web[\\/]strict/ },
            { name: 'base', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack|@lingui)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.QORGAN_STAFF_URL ?? 'http://127.0.0.1:7200' },
  },
})
