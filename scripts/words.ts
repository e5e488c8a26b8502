// The words of the screens: `extract [folder]` brings new sentences into the PO files; without it, prints what is untranslated.
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'

const [verb = 'check', only = ''] = process.argv.slice(2)
const config = getConfig()
const catalogs = (await getCatalogs(config)).filter((catalog) => catalog.path.includes(only))

if (verb === 'extract')
  for (const catalog of catalogs) {
    const made = await catalog.make({ clean: true, overwrite: true, orderBy: config.orderBy, locale: config.locales })
    if (!made) process.exitCode = 1
  }

let lacking = 0
for (const catalog of catalogs)
  for (const language of config.locales.filter((each) => each !== config.sourceLocale)) {
    const [wanted, kept] = [await catalog.read(config.sourceLocale ?? 'kk'), await catalog.read(language)]
    const missing = Object.entries(wanted ?? {}).filter(([id]) => !kept?.[id]?.translation)
    lacking += missing.length
    for (const [id, message] of missing) console.log(`${catalog.path} ${language}: ${message.message ?? id}`)
  }

console.log(lacking === 0 ? 'Every sentence has its Russian and English.' : `${lacking} sentences lack a translation.`)
if (lacking > 0) process.exitCode = 1
