// The protocol of a questioning as a paper: the grounds, who took part, each question and answer with its time, what was corrected.
import { dayOf, timeOf } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { investigationRecord } from '../investigations/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import { questioningProtocol, renderPdf, unsigned } from '../templates/index.ts'
import { asFile } from '../summonses/index.ts'
import * as shapes from './contract.ts'
import { questioningRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { howTitles, roleTitles, signatureTitles, stateTitles, stopTitles } from './words.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const says = {
  permission: { kk: 'Төрағаның рұқсаты', ru: 'Разрешение Председателя', en: 'Permission of the Chairman' },
  withdrawn: { kk: 'кері қайтарылды', ru: 'отозвано', en: 'withdrawn' },
} satisfies Record<string, Text>

const moment = (at: Date): string => `${dayOf(at).split('-').reverse().join('.')} ${timeOf(at)}`

type Entries = Awaited<ReturnType<typeof store.entriesOf>>
type Entry = Entries[number]

/** Each entry as it stands now, with what stood there before, the latest first. */
export const chainsOf = (entries: Entries): { now: Entry; first: Entry; was: Entry[] }[] =>
  entries
    .filter(({ corrects }) => corrects === null)
    .map((first) => {
      const chain = [first]
      for (let next = entries.find((it) => it.corrects === first.id); next;) {
        chain.unshift(next)
        const { id } = next
        next = entries.find((it) => it.corrects === id)
      }
      const [now = first, ...was] = chain
      return { now, first, was }
    })

const groundsOf = async (tx: Tx, it: store.Questioning, language: Language): Promise<string[]> => {
  if (!it.begun?.judge) return []
  const consents = (await store.consentsOf(tx, it.id)).toReversed()
  return [
    `${says.permission[language]}: № ${it.begun.number ?? '—'}`,
    ...consents.map(({ how, given_at, withdrawn_at }) =>
      [
        `${howTitles[how][language]}: ${moment(given_at)}`,
        ...(withdrawn_at ? [`${says.withdrawn[language]}: ${moment(withdrawn_at)}`] : []),
      ].join('; '),
    ),
  ]
}

export async function protocolOf(tx: Tx, it: store.Questioning): Promise<Buffer> {
  const { language } = it
  const by = it.begun?.by ?? it.plannedBy
  const asker = (await captionOfEmployees(tx, [by])).get(by) ?? nobody
  const unit = (await unitsOn(tx, tx.today)).find(({ id }) => id === it.investigation.unit)?.name ?? nobody
  const files = await store.filesOf(tx, it.id)
  const end = it.endedAt
    ? `${it.stopped ? stopTitles[it.stopped][language] : stateTitles.held[language]} ${moment(it.endedAt)}`
    : stateTitles[it.state][language]
  const signature = it.signature
    ? [signatureTitles[it.signature.how][language], it.signature.remarks].filter(Boolean).join(': ')
    : null
  const fields = {
    investigation: investigationRecord.caption(it.investigation),
    on: it.on,
    place: it.place,
    time: it.begun ? timeOf(it.begun.at) : (it.at ?? '—'),
    who: [it.name[language], it.post?.[language]].filter(Boolean).join(', '),
    grounds: await groundsOf(tx, it, language),
    people: (await store.peopleOf(tx, it.id)).map(({ role, name, paper }) =>
      [`${roleTitles[role][language]}: ${name}`, paper].filter(Boolean).join(', '),
    ),
    rights: it.rights && [moment(it.rights.at), it.rights.words].filter(Boolean).join('. '),
    entries: chainsOf(await store.entriesOf(tx, it.id)).map(({ now, first, was }) => ({
      at: timeOf(first.at),
      question: now.question,
      answer: now.answer,
      was: was.map(({ question, answer }) => `«${question}» – «${answer}»`).join('; ') || null,
    })),
    end,
    remarks: signature,
    audio: files.filter(({ purpose }) => purpose === 'audio').map(({ name, sha256 }) => `${name}, SHA-256: ${sha256}`),
    asker: asker[language],
  }
  return (await renderPdf(questioningProtocol, fields, language, unsigned(tx.at, unit))).bytes
}

export const printProtocol = query(shapes.printProtocol, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }) => asFile(await protocolOf(tx, it), `protocol-${it.id.slice(0, 8)}.pdf`),
})
