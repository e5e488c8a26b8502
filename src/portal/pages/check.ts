// The page that shows every answer before it is sent, each with its way back.
import { sayBytes } from '../../kernel/units.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { summary, type Fault } from '../fields.ts'
import { html, lines, type Html } from '../html.ts'
import type { Visit } from '../shelf.ts'
import { steps, type Court } from '../steps.ts'
import { doubtsIn } from '../steps-who.ts'
import { words } from '../words.ts'
import { filesTitle } from './files.ts'

export const valueOf = (value: string, language: Language): Html | Html[] =>
  value ? lines(value) : html`<span class="quiet">${words.none[language]}</span>`

/** Doubts stop nobody: they are told, and the way on stays open. */
const doubts = ({ answers }: Visit, language: Language): Html | null => {
  const told = doubtsIn(answers)
  return told.length
    ? html`<div class="safe">
        <b>${words.doubtsTitle[language]}</b> ${told.map((it) => html`<p>${it[language]}</p>`)}
        <p>${words.doubtsNote[language]}</p>
      </div>`
    : null
}

export interface Effort {
  /** What the work is done over: the form's own key. */
  key: string
  bits: number
  stamp: string
  /** When the page was shown, signed: without scripts the form must have been looked at. */
  shown: string
}

/** The last form of a road, for which the browser works a second. */
export const sendForm = (language: Language, effort: Effort, it: { to: string; back: string; button: Text }): Html =>
  html`<form method="post" action="/${language}/${it.to}" data-effort="${effort.key}" data-bits="${effort.bits}">
    <input type="hidden" name="stamp" value="${effort.stamp}" /><input
      type="hidden"
      name="shown"
      value="${effort.shown}"
    /><input type="hidden" name="effort" value="" />
    <p class="working" hidden role="status">${words.working[language]}</p>
    <div class="row">
      <button class="first">${it.button[language]}</button
      ><a class="button second" href="/${language}/${it.back}">${words.back[language]}</a>
    </div>
  </form>`

export const checkBody = (
  language: Language,
  visit: Visit,
  courts: readonly Court[],
  effort: Effort,
  faults: readonly Fault[],
): Html =>
  html`${summary({ faults, language })}
    <h1>${words.checkTitle[language]}</h1>
    <p class="lead">${words.checkLead[language]}</p>
    ${doubts(visit, language)}
    ${steps
      .filter((step) => step.asked(visit.answers))
      .map(
        (step) =>
          html`<section class="answers">
            <h2>${step.title[language]}</h2>
            <a href="/${language}/ask/${step.name}?to=check"
              >${words.change[language]}<span class="unseen"> ${step.title[language]}</span></a
            >
            <dl>
              ${step.show(visit.answers, language, courts).map(
                ({ label, value }) =>
                  html`<div>
                    <dt>${label[language]}</dt>
                    <dd>${valueOf(value, language)}</dd>
                  </div>`,
              )}
            </dl>
          </section>`,
      )}
    <section class="answers">
      <h2>${words.yourFiles[language]}</h2>
      <a href="/${language}/ask/files">${words.change[language]}<span class="unseen"> ${filesTitle[language]}</span></a>
      <dl>
        <div>
          <dt>${words.yourFiles[language]}</dt>
          <dd>
            ${
              visit.files.length + (visit.groundFile ? 1 : 0)
                ? [...visit.files, ...(visit.groundFile ? [visit.groundFile] : [])].map(
                    ({ name, bytes }) => html`${name} <span class="quiet">${sayBytes(bytes)[language]}</span><br />`,
                  )
                : html`<span class="quiet">${words.none[language]}</span>`
            }
          </dd>
        </div>
      </dl>
    </section>
    ${sendForm(language, effort, { to: 'send', back: 'ask/files', button: words.send })}`
