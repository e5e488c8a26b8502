// The slip: number, day, hour, receiver, and the code, made to be printed or copied by hand.
import { dayOf } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/text.ts'
import { html, type Html } from '../html.ts'
import type { Slip } from '../shelf.ts'
import { words } from '../words.ts'
import { when, whenDay } from './files.ts'

export const slipBody = (language: Language, slip: Slip, stamp: string): Html => {
  const [day = '', time = ''] = when(slip.receivedAt).split(' ')
  const dayOff = dayOf(new Date(slip.receivedAt)) !== slip.registeredOn
  return html`<div class="done">
      <h1>${words.slipTitle[language]}</h1>
      <p>${words.slipNumber[language]}<br /><b>${slip.slipNumber}</b></p>
    </div>
    <section class="slip" aria-labelledby="slip">
      <h2 id="slip">${words.slipName[language]}</h2>
      <p class="quiet print-only">${words.administration[language]} · ${words.department[language]}</p>
      <dl>
        <div>
          <dt>${words.slipNumber[language]}</dt>
          <dd class="n">${slip.slipNumber}</dd>
        </div>
        <div>
          <dt>${words.slipDay[language]}</dt>
          <dd class="n">${day}</dd>
        </div>
        <div>
          <dt>${words.slipTime[language]}</dt>
          <dd class="n">${time}</dd>
        </div>
        <div>
          <dt>${words.slipReceiver[language]}</dt>
          <dd>${slip.receiver[language]}</dd>
        </div>
        <div>
          <dt>${words.slipRegistered[language]}</dt>
          <dd class="n">${whenDay(slip.registeredOn)}</dd>
        </div>
        <div>
          <dt>${words.slipDue[language]}</dt>
          <dd class="n">${whenDay(slip.dueOn)}</dd>
        </div>
      </dl>
      ${dayOff && html`<p class="quiet">${words.slipDayOff[language]}</p>`}
      <div class="code"><span>${words.slipCode[language]}</span><code>${slip.code}</code></div>
    </section>
    <div class="safe"><b>${words.slipKeep[language]}</b></div>
    <div class="row no-print">
      <button class="first" type="button" data-print>${words.print[language]}</button>
      <form method="post" action="/${language}/open">
        <input type="hidden" name="stamp" value="${stamp}" /><input
          type="hidden"
          name="code"
          value="${slip.code}"
        /><button class="second">${words.toStatus[language]}</button>
      </form>
    </div>`
}
