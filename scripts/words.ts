// The words of the screens: `extract [folder]` brings new sentences into the PO files; without it, prints what is not
// extracted or not translated and fails.
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

const wrong: string[] = []
for (const catalog of catalogs) {
  const place = catalog.path.replace('/locales/{locale}', '')
  const kazakh = (await catalog.read('kk')) ?? {}
  for (const [id, message] of Object.entries((await catalog.collect()) ?? {}))
    if (!kazakh[id]) wrong.push(`${place}: not extracted yet: ${message.message ?? id}`)
  for (const language of ['ru', 'en']) {
    const kept = (await catalog.read(language)) ?? {}
    for (const [id, message] of Object.entries(kazakh))
      if (!kept[id]?.translation) wrong.push(`${place}: no ${language}: ${message.message ?? id}`)
  }
}

for (const line of wrong) console.log(line)
console.log(wrong.length === 0 ? 'Every sentence has its Russian and English.' : `${wrong.length} to mend.`)
if (wrong.length > 0) process.exitCode = 1
