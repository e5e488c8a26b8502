// The conclusion: drafted from the findings, signed as clause 15 says, and reviewed by somebody outside the team.
import { dotted } from '../../kernel/calendar.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { beginDocument, documentRecord, documentsAbout, holdDocument, letRead } from '../documents/index.ts'
import { candidatesFor, judgeCandidate } from '../conflicts/index.ts'
import {
  authorityNow,
  changeInvestigation,
  investigationRecord,
  membersOf,
  type Investigation,
} from '../investigations/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { anybodyAtWork, readiness } from './gates.ts'
import { findingsOn, matterOf, onPerson, standingAllegations, type Matter } from './matter.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { findingTitles, measures } from './words.ts'

const draftedAlready: Text = {
  kk: 'Қорытынды жобасы бұрын жасалған.',
  ru: 'Проект заключения уже составлен.',
  en: 'The conclusion is drafted already.',
}
const nothingDrafted: Text = {
  kk: 'Бас тартатын жоба жоқ.',
  ru: 'Нет проекта, от которого можно отказаться.',
  en: 'There is no draft to give up.',
}
const signedAlready: Text = {
  kk: 'Қорытындыға қол қойылған, одан бас тартуға болмайды.',
  ru: 'Заключение подписано, отказаться от него нельзя.',
  en: 'The conclusion is signed and cannot be given up.',
}

const heading: Readonly<Record<Language, (number: string, names: string) => string>> = {
  kk: (number, names) => `№ ${number} қызметтік тексеру: ${names}`,
  ru: (number, names) => `Служебное расследование № ${number}: ${names}`,
  en: (number, names) => `Service investigation No. ${number}: ${names}`,
}
/** As long as a field of the paper may be; beyond it the reasons stand in the findings alone. */
const longest = 10_000
const fitting = (whole: string, brief: string): string =>
  whole.length <= longest ? whole : brief.slice(0, longest - 1)

/** The words of the paper, from what was found. The drafter goes on from here. */
async function wordsOf(tx: Tx, matter: Matter, language: Language) {
  const { it } = matter
  const refs = await store.refsOf(tx, it.id)
  const lines = (withReasons: boolean) =>
    standingAllegations(matter).flatMap((allegation) => [
      `${allegation.place}. ${allegation.words}`,
      ...it.persons.flatMap(({ id, name }) => {
        const found = matter.findings.find((row) => row.allegation_id === allegation.id && row.person_id === id)
        if (!found) return []
        const title = `${name[language]}: ${findingTitles[found.finding][language]}.`
        if (!withReasons) return [title]
        const captions = refs.filter(({ finding_id }) => finding_id === found.id).map(({ caption }) => caption)
        const sources = [...captions, ...(found.sources ? [found.sources] : [])]
        return [`${title} ${found.reasons}`, ...(sources.length ? [sources.join('; ')] : [])]
      }),
    ])
  const conclusions = it.persons.map(({ id, name }) => {
    const counted = findingsOn(matter, id)
    const count = (finding: keyof typeof findingTitles): number =>
      counted.filter((row) => row.finding === finding).length
    const said = (['proven', 'not-proven', 'refuted'] as const)
      .filter((finding) => count(finding) > 0)
      .map((finding) => `${findingTitles[finding][language]}: ${count(finding)}`)
    return `${name[language]}. ${said.join('; ')}.`
  })
  const proposed = (withReasons: boolean) =>
    it.persons.flatMap(({ id, name }) => {
      const found = matter.measures.find(({ person_id }) => person_id === id)
      if (!found) return []
      const title = `${name[language]}: ${measures[found.measure].title[language]}.`
      return [withReasons ? `${title} ${found.reasons}` : title]
    })
  const authorities = await authorityNow(tx, it, tx.today)
  return {
    subject: heading[language](it.number ?? '', it.persons.map(({ name }) => name[language]).join(', ')).slice(0, 300),
    ground: authorities
      .map(({ issuer, number, issuedOn }) => `${issuer[language]}: № ${number}, ${dotted(issuedOn)}`)
      .join('\n'),
    established: fitting(lines(true).join('\n\n'), lines(false).join('\n\n')),
    conclusions: conclusions.join('\n\n').slice(0, longest),
    proposed: fitting(proposed(true).join('\n\n'), proposed(false).join('\n\n')),
  }
}

/** One who has sent it back once reads the next one too. */
const reviewersOf = async (tx: Tx, it: Investigation): Promise<string[]> => {
  const reviewer = await store.reviewerOf(tx, it.id)
  return reviewer ? [reviewer] : []
}

export const draftConclusion = command(shapes.draftConclusion, {
  clauses: ['6.21', '6.22', '5.14', '15'],
  record: investigationRecord,
  rules: [rules.leadsTeam, rules.leads, ...rules.whileUnderWay],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const matter = await matterOf(tx, subject)
    if (matter.conclusion) throw new Refusal('conflict', draftedAlready, { clause: '6.21' })
    for (const { id } of subject.persons)
      judge([anybodyAtWork, ...readiness], tx.actor, await onPerson(tx, matter, id), tx)
    const language = input.language ?? subject.language
    const document = await beginDocument(tx, {
      template: 'conclusion',
      language,
      about: { kind: 'investigation', id: subject.id },
      unit: subject.unit,
      readers: [...subject.team, ...(await reviewersOf(tx, subject))],
      ...(subject.number && subject.openedOn ? { answers: { number: subject.number, on: subject.openedOn } } : {}),
      fields: await wordsOf(tx, matter, language),
    })
    await store.insertConclusion(tx, subject.id, document)
    tx.note({ document })
    return { document }
  },
})

export const dropConclusion = command(shapes.dropConclusion, {
  clauses: ['6.21', '5.14'],
  record: investigationRecord,
  rules: [rules.leadsTeam, rules.leads, ...rules.whileUnderWay],
  run: async ({ input, subject, actor, tx }) => {
    const standing = await store.conclusionOf(tx, subject.id)
    if (!standing) throw new Refusal('conflict', nothingDrafted, { clause: '6.21' })
    const document = await documentRecord.find(tx, standing.document_id, false)
    if (standing.signed_on || document?.signed) throw new Refusal('conflict', signedAlready, { clause: '15' })
    await store.changeConclusion(tx, standing.id, {
      dropped_at: tx.at,
      dropped_by: actor.id,
      dropped_reason: input.reason,
    })
    return {}
  },
})

/**
 * The head, or the person acting, has signed (15): the investigation is concluded. Signed while the authority was not in force, it waits
 * for a new one: then this is performed again.
 */
export const noteConclusion = command(shapes.noteConclusion, {
  clauses: ['6.21', '6.22', '15'],
  record: investigationRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const standing = await store.conclusionOf(tx, subject.id)
    if (!standing) return {}
    const document = await documentRecord.find(tx, standing.document_id, false)
    if (!document?.signed || !document.number) return {}
    const { number, signed } = document
    if (!standing.signed_on)
      await store.changeConclusion(tx, standing.id, { number, signed_on: signed.on, signed_at: tx.at })
    const { life } = investigationRecord
    if (!life || !subject.authority || !mayTake(life, 'conclude', subject.state)) return {}
    const state = take(life, 'conclude', subject.state) as Investigation['state']
    await changeInvestigation(tx, subject.id, { state, concluded_on: tx.today })
    await duties.awaitReview(tx, subject)
    tx.note({ number })
    tx.emit('conclusions.signed', { id: subject.id, number })
    return {}
  },
})

/** While no authority is in force, the draft is not signed. */
export const holdConclusion = command(shapes.holdConclusion, {
  clauses: ['6.21', '6.22', '15'],
  record: investigationRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input: { held }, subject, tx }) => {
    const standing = await store.conclusionOf(tx, subject.id)
    if (standing && !standing.signed_on) await holdDocument(tx, standing.document_id, held ? 'investigation' : null)
    return {}
  },
})

/** What the actor has been to this case, as the review asks it. */
export async function reviewingAs(tx: Tx, it: Investigation, employee: string, stranger: boolean) {
  const members = await membersOf(tx, it.id)
  return {
    wasOnTeam: members.some(({ employee_id }) => employee_id === employee),
    drafted: it.author === employee || (await store.draftersOf(tx, it.id)).includes(employee),
    stranger,
  }
}

export const appointReviewer = command(shapes.appointReviewer, {
  clauses: ['5.14', '5.16', '10'],
  record: investigationRecord,
  rules: [rules.leads, rules.isConcluded],
  run: async ({ input: { employee }, subject, tx }) => {
    judge(
      [rules.isAskedTo, rules.wasOnTheTeam, rules.draftedIt],
      tx.actor,
      await reviewingAs(tx, subject, employee, false),
      tx,
    )
    const [candidate] = await candidatesFor(tx, subject, employee)
    if (!candidate) throw rules.noReviewer()
    judgeCandidate(tx, candidate)
    await store.putReviewer(tx, subject.id, employee)
    // Whoever reviews the conclusion reads the papers of the case.
    for (const { id } of await documentsAbout(tx, { kind: 'investigation', id: subject.id }))
      await letRead(tx, id, [employee])
    await duties.passReview(tx, subject, employee)
    tx.note({ employee })
    return {}
  },
})

const reviewing = [rules.seesReviewed, rules.isOnTheTeam, rules.isTheAuthor] as const

async function judgeReviewer(tx: Tx, it: Investigation): Promise<void> {
  const asked = (await store.reviewerOf(tx, it.id)) === tx.actor.id
  const stranger = !asked && !rules.leads.when(tx.actor, it, tx)
  judge(
    [rules.isAskedTo, rules.wasOnTheTeam, rules.draftedIt],
    tx.actor,
    await reviewingAs(tx, it, tx.actor.id, stranger),
    tx,
  )
}

export const sendBackConclusion = command(shapes.sendBackConclusion, {
  clauses: ['5.14', '5.16', '6.21'],
  record: investigationRecord,
  rules: reviewing,
  step: 'sendBack',
  run: async ({ input: { remarks }, subject, tx }) => {
    if (refusesStateSecret(remarks)) throw stateSecretRefused('remarks')
    await judgeReviewer(tx, subject)
    await store.insertReview(tx, subject.id, { passed: false, words: remarks })
    const standing = await store.conclusionOf(tx, subject.id)
    if (standing) await store.changeConclusion(tx, standing.id, { returned_at: tx.at })
    await changeInvestigation(tx, subject.id, { concluded_on: null })
    await duties.reopenTerm(tx, subject)
    return {}
  },
})

export const reviewConclusion = command(shapes.reviewConclusion, {
  clauses: ['5.14', '5.16', '6.21'],
  record: investigationRecord,
  rules: reviewing,
  step: 'review',
  run: async ({ input: { word }, subject, tx }) => {
    if (refusesStateSecret(word)) throw stateSecretRefused('word')
    await judgeReviewer(tx, subject)
    await store.insertReview(tx, subject.id, { passed: true, words: word })
    await duties.closeReview(tx, subject)
    return {}
  },
})
