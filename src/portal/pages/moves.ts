// With the code: what became of the appeal on its way, and the two things that only its applicant may ask, each on a page of its own.
import type { z } from 'zod'
import type { Language, Text } from '../../kernel/text.ts'
import { outcomeTitles, type pathsInHand } from '../../modules/paths/contract.ts'
import { area, summary, type Fault, type Sheet } from '../fields.ts'
import { html, lines, type Html } from '../html.ts'
import { moveWords } from '../move-words.ts'
import { words } from '../words.ts'
import { when, whenDay } from './files.ts'

export type Moves = z.output<typeof pathsInHand.output>
type Move = Moves['rows'][number]

const fact = (title: Text, value: Html | string, language: Language): Html =>
  html`<div>
    <dt>${title[language]}</dt>
    <dd>${value}</dd>
  </div>`

/** The term before it was extended, beside the present one. */
export const firstTerm = ({ rows }: Moves, language: Language): Html | null => {
  const first = rows.find(({ kind, fromOn }) => kind === 'extension' && fromOn)
  return first?.fromOn
    ? fact(moveWords.firstTerm, html`<span class="n">${whenDay(first.fromOn)}</span>`, language)
    : null
}

const partSent = (it: Move, language: Language): Html =>
  html`<li>
    <p class="quiet"><span class="n">${it.doneOn && whenDay(it.doneOn)}</span></p>
    <p><b>${it.body?.[language]}</b></p>
    ${it.kind === 'forwarding' && it.part && html`<p>${lines(it.part)}</p>`}
  </li>`

/** Parts that went elsewhere while the rest is considered here. */
const partsSent = ({ rows }: Moves, language: Language): Html | null => {
  const parts = rows.filter(
    ({ kind, part, doneOn }) => (kind === 'forwarding' || kind === 'transfer') && part && doneOn,
  )
  return parts.length
    ? html`<section>
        <h2>${moveWords.partsTitle[language]}</h2>
        <p>${moveWords.partsLead[language]}</p>
        <ul class="messages">
          ${parts.map((it) => partSent(it, language))}
        </ul>
      </section>`
    : null
}

const withdrawn = ({ rows }: Moves, language: Language): Html | null => {
  const last = rows.findLast(({ kind }) => kind === 'withdrawal')
  if (!last || last.state === 'done' || last.state === 'dropped') return null
  const isDeclined = last.state === 'declined'
  return html`<section>
    <h2>${moveWords.withdrawTitle[language]}</h2>
    <p>${(isDeclined ? moveWords.withdrawDeclined : moveWords.withdrawAsked)[language]}</p>
    ${isDeclined && last.words && html`<p class="said">${lines(last.words)}</p>`}
  </section>`
}

const complaintState = (it: Move, language: Language): Html => {
  if (it.outcome) return html`<p><b>${outcomeTitles[it.outcome][language]}</b></p>`
  return html`<p>${(it.passedOn ? moveWords.complaintPassed : moveWords.complaintAsked)[language]}</p>`
}

const complaint = (it: Move, language: Language): Html =>
  html`<section>
    <h2>${moveWords.complaintTitle[language]}</h2>
    ${complaintState(it, language)} ${it.outcome && it.words && html`<p class="said">${lines(it.words)}</p>`}
    <dl class="facts">
      ${it.number && fact(moveWords.complaintNumber, html`<span class="n">${it.number}</span>`, language)}
      ${fact(moveWords.complaintDay, html`<span class="n">${when(it.askedAt)}</span>`, language)}
      ${!it.outcome && it.reviewDueOn && fact(moveWords.reviewDue, html`<span class="n">${whenDay(it.reviewDueOn)}</span>`, language)}
    </dl>
  </section>`

/** What has become of the appeal, beside its state. */
export const movesMade = (moves: Moves, language: Language): Html =>
  html`${partsSent(moves, language)} ${withdrawn(moves, language)}
  ${moves.rows.filter(({ kind }) => kind === 'complaint').map((it) => complaint(it, language))}`

/** What the applicant may ask now. */
export const movesOpen = (moves: Moves, language: Language): Html | null => {
  const { mayComplain, mayWithdraw, complainUntil } = moves
  if (!mayComplain && !mayWithdraw) return null
  return html`<section class="no-print">
    ${
      mayComplain &&
      html`<p>
        <a class="button second" href="/${language}/complain">${moveWords.complain[language]}</a>
        ${
          complainUntil &&
          html`<span class="quiet"
            >${moveWords.complainUntil[language]} <span class="n">${whenDay(complainUntil)}</span></span
          >`
        }
      </p>`
    }
    ${mayWithdraw && html`<p><a href="/${language}/withdraw">${moveWords.withdraw[language]}</a></p>`}
  </section>`
}

export interface Asking {
  stamp: string
  answers: Readonly<Record<string, string>>
  faults: readonly Fault[]
}

const back = (language: Language): Html => html`<p><a href="/${language}/appeal">${moveWords.stay[language]}</a></p>`

export const withdrawBody = (language: Language, { stamp, answers, faults }: Asking): Html => {
  const sheet: Sheet = { language, answers, faults }
  return html`${summary(sheet)}
    <h1>${moveWords.withdraw[language]}</h1>
    <p class="lead">${moveWords.withdrawLead[language]}</p>
    <form method="post" action="/${language}/withdraw">
      <input type="hidden" name="stamp" value="${stamp}" />
      ${area(sheet, { name: 'reason', label: moveWords.withdrawReason, optional: true, rows: 4 })}
      <button class="first">${moveWords.withdrawSend[language]}</button>
    </form>
    ${back(language)}`
}

export const complainBody = (language: Language, { stamp, answers, faults }: Asking): Html => {
  const sheet: Sheet = { language, answers, faults }
  return html`${summary(sheet)}
    <h1>${moveWords.complain[language]}</h1>
    <p class="lead">${moveWords.complainLead[language]}</p>
    <form method="post" action="/${language}/complain">
      <input type="hidden" name="stamp" value="${stamp}" />
      ${area(sheet, { name: 'text', label: moveWords.complainText, hint: moveWords.complainHint, rows: 10 })}
      <button class="first">${words.send[language]}</button>
    </form>
    ${back(language)}`
}
