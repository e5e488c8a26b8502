// npm run -s db -- url: the owner's connection string of the running database, for administrators and auditors.
import { readConfig } from '../src/app/config.ts'
import { readRunning } from '../src/app/running.ts'

if (process.argv[2] !== 'url') {
  console.error('usage: npm run -s db -- url')
  process.exit(2)
}
const { dataDir } = readConfig(process.env)
const url = readRunning(dataDir)?.ownerUrl
if (!url) {
  console.error(`No house is open on ${dataDir}. Start it with npm start, or set QORGAN_DATA to its folder.`)
  process.exit(1)
}
console.log(url)
