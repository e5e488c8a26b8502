// The words of the screens: `extract [folder]` brings new sentences into the PO files; `check` is what `lingui compile
// --strict` would say without writing a file, and also that every sentence is extracted, keeps its variables, and is
// said in one way everywhere: the catalogs of rooms flow into one, so a second wording would win on pages seen later.
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'

const [verb = 'check', only = ''] = process.argv.slice(2)
const config = getConfig()
const catalogs = (await getCatalogs(config)).filter((catalog) => catalog.path.includes(only))
const wrong: string[] = []

/** The variables and tags of a sentence: {day}, <0>, sorted. A plural's own braces are not variables. */
const variables = (sentence: string): string =>
  [...new Set(sentence.match(/\{\w+(?=[},])|<\/?\d+\/?>/g) ?? [])].sort().join(' ')

if (verb === 'extract')
  for (const catalog of catalogs) {
    const made = await catalog.make({ clean: true, overwrite: true, orderBy: config.orderBy, locale: config.locales })
    if (!made) wrong.push(`${catalog.path}: cannot be read`)
  }

/** Where each sentence was met first, by language: its wording and the room. */
const saidBefore = new Map<string, { said: string; place: string }>()

for (const catalog of catalogs) {
  const place = catalog.path.replace('/locales/{locale}', '')
  const kazakh = (await catalog.read('kk')) ?? {}
  for (const [id, message] of Object.entries((await catalog.collect()) ?? {}))
    if (!kazakh[id]) wrong.push(`${place}: not extracted yet: ${message.message ?? id}`)
  for (const language of config.locales) {
    const { messages, missing } = await catalog.getTranslations(language, {
      fallbackLocales: {},
      sourceLocale: 'kk',
    })
    for (const { source, id } of missing) wrong.push(`${place}: no ${language}: ${source ?? id}`)
    for (const { source, error } of createCompiledCatalog(language, messages, { strict: true }).errors)
      wrong.push(`${place}: ${language} does not compile: ${source}: ${error.message}`)
    for (const [id, said] of Object.entries(messages)) {
      const sentence = kazakh[id]?.message ?? kazakh[id]?.translation ?? ''
      if (variables(said) !== variables(sentence)) wrong.push(`${place}: ${language} has other variables: ${said}`)
      const before = saidBefore.get(`${language} ${id}`)
      if (!before) saidBefore.set(`${language} ${id}`, { said, place })
      else if (before.said !== said)
        wrong.push(`${place}: ${language} says “${said}” for “${sentence}”, ${before.place} “${before.said}”`)
    }
  }
}

for (const line of wrong) console.log(line)
console.log(wrong.length === 0 ? 'Every sentence has its Russian and English.' : `${wrong.length} to mend.`)
if (wrong.length > 0) process.exitCode = 1
