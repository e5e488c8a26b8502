// The first page: what this is, how it goes, and the two ways in.
import type { Language, Text } from '../../kernel/text.ts'
import { explainWords } from '../explain-words.ts'
import { html, type Html } from '../html.ts'
import { genuineWords, words } from '../words.ts'

export const startBody = (language: Language, isOpen: boolean): Html =>
  html`<h1>${words.title[language]}</h1>
    <p class="lead">${words.lead[language]}</p>
    ${
      !isOpen &&
      html`<div class="safe">
        <b>${words.closedTitle[language]}.</b>
        <p>${words.closed[language]}</p>
      </div>`
    }
    <div class="row">
      ${isOpen && html`<form method="post" action="/${language}/begin"><button class="first">${words.begin[language]}</button></form>`}
      <a class="button second" href="/${language}/code">${words.haveCode[language]}</a>
      <a class="button second" href="/${language}/reception">${words.reception[language]}</a>
    </div>
    <h2>${words.howTitle[language]}</h2>
    <ol class="how">
      ${words.how.map((it) => html`<li>${it[language]}</li>`)}
    </ol>
    <p>${words.anonymousNote[language]}</p>
    <div class="safe"><b>${words.safeTitle[language]}</b> ${words.safe[language]}</div>
    <p><a href="/${language}/genuine">${genuineWords.title[language]}</a></p>
    <p><a href="/${language}/explanation">${explainWords.codeTitle[language]}</a></p>`

/** A page that says one thing and leads back to the beginning. */
export const noteBody = (language: Language, title: Text, says: Text): Html =>
  html`<h1>${title[language]}</h1>
    <p class="lead">${says[language]}</p>
    <p><a class="button first" href="/${language}/">${words.home[language]}</a></p>`
