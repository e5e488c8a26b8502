// What the person summoned sees under the code: the summons, the rights, the form, the slip; and a judge's consent.
import type { z } from 'zod'
import { dotted } from '../../kernel/calendar.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { sayBytes } from '../../kernel/units.ts'
import type { consentInHand } from '../../modules/questioning/contract.ts'
import { closedWords, type summonsInHand } from '../../modules/summonses/contract.ts'
import { explainWords as say } from '../explain-words.ts'
import { area, line, summary, type Fault, type Sheet } from '../fields.ts'
import { html, lines, type Html } from '../html.ts'
import { words } from '../words.ts'
import { when, whenDay } from './files.ts'

export type Summoned = z.output<typeof summonsInHand.output>
export type Consent = z.output<typeof consentInHand.output>

export const entryBody = (language: Language, stamp: string, faults: readonly Fault[]): Html => {
  const sheet: Sheet = { language, answers: {}, faults }
  return html`${summary(sheet)}
    <h1>${say.codeTitle[language]}</h1>
    <p class="lead">${say.codeLead[language]}</p>
    <form method="post" action="/${language}/explanation/open">
      <input type="hidden" name="stamp" value="${stamp}" />
      ${line(sheet, { name: 'code', label: words.slipCode, hint: words.codeHint, max: 120 })}
      <div class="row"><button class="first">${words.codeOpen[language]}</button></div>
    </form>`
}

const row = (label: Text, value: string | Html | null, language: Language): Html | null =>
  value
    ? html`<div>
        <dt>${label[language]}</dt>
        <dd>${value}</dd>
      </div>`
    : null

const given = ({ explanations }: Summoned, language: Language): Html | null =>
  explanations.length
    ? html`<section>
        <h2>${say.given[language]}</h2>
        <ul class="messages">
          ${explanations.map(
            ({ at, text, files }) =>
              html`<li class="applicant">
                <p class="quiet"><span class="n">${when(at)}</span></p>
                <p>${lines(text)}</p>
                ${files.map(({ name, bytes }) => html`<p class="quiet">${name}, ${sayBytes(bytes)[language]}</p>`)}
              </li>`,
          )}
        </ul>
      </section>`
    : null

const leaving = (language: Language, stamp: string): Html =>
  html`<form class="no-print" method="post" action="/${language}/leave">
    <input type="hidden" name="stamp" value="${stamp}" />
    <p>
      <button class="second">${words.leave[language]}</button> <span class="quiet">${words.leaveHint[language]}</span>
    </p>
  </form>`

interface Writing {
  stamp: string
  answers: Readonly<Record<string, string>>
  faults: readonly Fault[]
}

const form = (it: Summoned, language: Language, sheet: Sheet, stamp: string): Html => {
  const fault = sheet.faults.find(({ field }) => field === 'own')
  const title = it.explanations.length ? say.addTitle : say.writeTitle
  return html`<section class="no-print">
    <h2>${title[language]}</h2>
    <form method="post" action="/${language}/explanation/write" enctype="multipart/form-data">
      <input type="hidden" name="stamp" value="${stamp}" />
      ${area(sheet, { name: 'text', label: say.writeLabel, hint: say.writeHint, rows: 12 })}
      <div class="field">
        <label for="file">${say.file[language]} <span class="quiet">(${words.optional[language]})</span></label>
        <div class="hint" id="file-hint">${say.fileHint[language]}</div>
        <input type="file" id="file" name="file" aria-describedby="file-hint" data-pick="${words.pickFile[language]}" />
      </div>
      <div class="field${fault ? ' faulty' : ''}">
        ${fault && html`<p class="fault" id="own-fault">${fault.says[language]}</p>`}
        <label class="card"
          ><input
            type="checkbox"
            id="own"
            name="own"
            value="1"
            ${fault && html` aria-describedby="own-fault" aria-invalid="true"`}
          />
          <span>${say.own[language]}</span></label
        >
      </div>
      <button class="first">${say.sign[language]}</button>
    </form>
  </section>`
}

export const summonsBody = (language: Language, it: Summoned, { stamp, answers, faults }: Writing): Html => {
  const sheet: Sheet = { language, answers, faults }
  const { appear } = it
  const where = appear ? [dotted(appear.on), appear.at, appear.place].filter(Boolean).join(', ') : null
  const number = [it.number, it.signedOn && whenDay(it.signedOn)].filter(Boolean).join(', ')
  return html`${summary(sheet)}
    <h1>${say.codeTitle[language]}</h1>
    ${it.state !== 'open' && html`<div class="safe" role="status"><b>${closedWords[it.state][language]}</b></div>`}
    <dl class="facts">
      ${row(say.to, it.name[language], language)} ${row(say.number, number, language)}
      ${row(say.author, it.author[language], language)}
      ${row(say.due, it.dueOn && html`<span class="n">${whenDay(it.dueOn)}</span>`, language)}
      ${row(say.appear, where, language)}
    </dl>
    <section>
      <h2>${say.asked[language]}</h2>
      <p class="said" lang="${it.language}">${lines(it.asked)}</p>
    </section>
    <section>
      <h2>${say.rightsTitle[language]}</h2>
      <ul>
        ${say.rights.map((right) => html`<li>${right[language]}</li>`)}
      </ul>
    </section>
    ${given(it, language)} ${it.state === 'open' && form(it, language, sheet, stamp)} ${leaving(language, stamp)}`
}

export const explainedBody = (language: Language, it: Summoned, stamp: string): Html => {
  const last = it.explanations.at(-1)
  return html`<div class="done"><h1>${say.slipTitle[language]}</h1></div>
    <section class="slip" aria-labelledby="slip">
      <h2 id="slip">${say.slipName[language]}</h2>
      <p class="quiet print-only">${words.administration[language]} · ${words.department[language]}</p>
      <dl>
        ${row(say.number, it.number, language)} ${row(say.to, it.name[language], language)}
        ${row(say.at, last ? html`<span class="n">${when(last.at)}</span>` : null, language)}
        ${row(say.slipKey, last ? html`<span class="n">${last.id}</span>` : null, language)}
      </dl>
      ${last && html`<p class="said">${lines(last.text)}</p>`}
    </section>
    <div class="row no-print">
      <button class="first" type="button" data-print>${words.print[language]}</button>
      <a class="button second" href="/${language}/explanation/mine">${say.back[language]}</a>
    </div>
    ${leaving(language, stamp)}`
}

export const consentBody = (language: Language, it: Consent, stamp: string, faults: readonly Fault[]): Html => {
  const sheet: Sheet = { language, answers: {}, faults }
  return html`${summary(sheet)}
    <h1>${say.consentTitle[language]}</h1>
    <p class="lead">
      ${it.withdrawnAt ? say.withdrawn[language] : it.open ? say.consentLead[language] : say.over[language]}
    </p>
    <dl class="facts">
      ${row(say.to, it.name[language], language)}
      ${row(say.consentWhere, [dotted(it.on), it.at, it.place].filter(Boolean).join(', '), language)}
      ${row(say.author, it.author[language], language)}
      ${row(say.consentGiven, html`<span class="n">${when(it.givenAt)}</span>`, language)}
      ${row(say.consentGone, it.withdrawnAt && html`<span class="n">${when(it.withdrawnAt)}</span>`, language)}
    </dl>
    ${
      it.open &&
      html`<form class="no-print" method="post" action="/${language}/explanation/withdraw">
        <input type="hidden" name="stamp" value="${stamp}" />
        <p class="quiet">${say.withdrawHint[language]}</p>
        <button class="first">${say.withdraw[language]}</button>
      </form>`
    }
    ${leaving(language, stamp)}`
}
