// With the code: how the appeal goes in plain words, messages both ways, the signed reply.
import type { z } from 'zod'
import { sayBytes } from '../../kernel/units.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { kindTitles, type appealStatus } from '../../modules/appeals/contract.ts'
import { area, line, summary, type Fault, type Sheet } from '../fields.ts'
import { html, lines, type Html } from '../html.ts'
import { words } from '../words.ts'
import { when, whenDay } from './files.ts'
import { firstTerm, movesMade, movesOpen, type Moves } from './moves.ts'

export type Status = z.output<typeof appealStatus.output>

export const codeBody = (language: Language, stamp: string, faults: readonly Fault[]): Html => {
  const sheet: Sheet = { language, answers: {}, faults }
  return html`${summary(sheet)}
    <h1>${words.codeTitle[language]}</h1>
    <form method="post" action="/${language}/open">
      <input type="hidden" name="stamp" value="${stamp}" />
      ${line(sheet, { name: 'code', label: words.slipCode, hint: words.codeHint, max: 120 })}
      <div class="row"><button class="first">${words.codeOpen[language]}</button></div>
    </form>`
}

const fileList = (files: Status['files'], language: Language): Html | null =>
  files.length
    ? html`<ul class="files">
        ${files.map(({ name, bytes }) => html`<li><span>${name}</span><span class="quiet">${sayBytes(bytes)[language]}</span></li>`)}
      </ul>`
    : null

/** Files that the Department sent can be opened; the applicant's own are only listed. */
const sentFiles = (files: Status['files'], language: Language): Html | null =>
  files.length
    ? html`<ul class="files">
        ${files.map(({ id, name, bytes }) => html`<li><a href="/${language}/file/${id}">${name}</a><span class="quiet">${sayBytes(bytes)[language]}</span></li>`)}
      </ul>`
    : null

const message = ({ at, from, text, files }: Status['messages'][number], language: Language): Html =>
  html`<li class="${from}">
    <p class="quiet">
      <b>${from === 'applicant' ? words.fromYou[language] : words.fromUs[language]}</b> ·
      <span class="n">${when(at)}</span>
    </p>
    <p>${lines(text)}</p>
    ${from === 'department' ? sentFiles(files, language) : fileList(files, language)}
  </li>`

export interface Writing {
  stamp: string
  answers: Readonly<Record<string, string>>
  faults: readonly Fault[]
  /** What has just been done, to be said once. */
  said: Text | null
}

interface Shown {
  it: Status
  moves: Moves
}

export const statusBody = (
  language: Language,
  { it, moves }: Shown,
  { stamp, answers, faults, said }: Writing,
): Html => {
  const sheet: Sheet = { language, answers, faults }
  return html`${summary(sheet)} ${said && html`<div class="okay" role="status">${said[language]}</div>`}
    <h1>${it.title[language]}</h1>
    <p class="lead">${it.says[language]}</p>
    ${it.ending && html`<p class="said">${lines(it.ending)}</p>`}
    ${
      it.reply &&
      html`<section class="reply">
        <h2>${words.reply[language]}</h2>
        <p><span class="n">${it.reply.number}</span> · <span class="n">${whenDay(it.reply.on)}</span></p>
        <a class="button first" href="/${language}/reply">${words.replyOpen[language]}</a>
      </section>`
    }
    <dl class="facts">
      <div>
        <dt>${words.slipNumber[language]}</dt>
        <dd class="n">${it.slipNumber}</dd>
      </div>
      ${
        it.number &&
        html`<div>
          <dt>${words.number[language]}</dt>
          <dd class="n">${it.number}</dd>
        </div>`
      }
      <div>
        <dt>${words.slipDay[language]}</dt>
        <dd class="n">${when(it.receivedAt)}</dd>
      </div>
      ${
        !it.anonymous &&
        it.doneOn === null &&
        html`<div>
          <dt>${words.due[language]}</dt>
          <dd class="n">${whenDay(it.dueOn)}</dd>
        </div>`
      }
      ${!it.anonymous && firstTerm(moves, language)}
      <div>
        <dt>${words.kind[language]}</dt>
        <dd>${kindTitles[it.kind][language]}</dd>
      </div>
      ${
        it.files.length > 0 &&
        html`<div>
          <dt>${words.yourFiles[language]}</dt>
          <dd>${fileList(it.files, language)}</dd>
        </div>`
      }
    </dl>
    ${movesMade(moves, language)}
    ${
      it.mayDisclose &&
      html`<div class="safe no-print">
        <p>${words.nameOffer[language]}</p>
        <a class="button second" href="/${language}/name">${words.nameGive[language]}</a>
      </div>`
    }
    <section>
      <h2>${words.messages[language]}</h2>
      ${
        it.messages.length
          ? html`<ul class="messages">
              ${it.messages.map((one) => message(one, language))}
            </ul>`
          : html`<p class="quiet">${words.noMessages[language]}</p>`
      }
    </section>
    ${
      it.mayWrite &&
      html`<section class="no-print">
        <h2>${words.writeTitle[language]}</h2>
        <form method="post" action="/${language}/write" enctype="multipart/form-data">
          <input type="hidden" name="stamp" value="${stamp}" />
          ${area(sheet, { name: 'text', label: words.writeLabel, hint: words.writeHint, rows: 6 })}
          <div class="field">
            <label for="file"
              >${words.yourFiles[language]} <span class="quiet">(${words.optional[language]})</span></label
            ><input type="file" id="file" name="file" data-pick="${words.pickFile[language]}" />
          </div>
          <button class="first">${words.send[language]}</button>
        </form>
      </section>`
    }
    ${movesOpen(moves, language)}
    <form class="no-print" method="post" action="/${language}/leave">
      <input type="hidden" name="stamp" value="${stamp}" />
      <p>
        <button class="second">${words.leave[language]}</button> <span class="quiet">${words.leaveHint[language]}</span>
      </p>
    </form>`
}
