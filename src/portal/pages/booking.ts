// The pages of a booking that are no questions: the answers, the slip with the code, the booking under its code.
import type { z } from 'zod'
import { dotted } from '../../kernel/calendar.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { postTitles, publicStates, type bookingStatus } from '../../modules/reception/contract.ts'
import { bookingSteps, type Offer } from '../booking-steps.ts'
import { summary, type Fault } from '../fields.ts'
import { html, lines, type Html } from '../html.ts'
import type { Booking, BookingSlip } from '../shelf.ts'
import { words } from '../words.ts'
import { sendForm, valueOf, type Effort } from './check.ts'
import { weekdayOf } from './weekday.ts'

const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

export const bookingTitle = text('Жеке қабылдауға жазылу', 'Запись на личный приём', 'Booking a personal reception')
export const bookedTitle = text('Қабылдауға жазылдыңыз', 'Вы записаны на приём', 'You are booked')
const bookWord = text('Жазылу', 'Записаться', 'Book')
const slipName = text('Жеке қабылдау талоны', 'Талон на личный приём', 'Slip of the reception')
const number = text('Талон нөмірі', 'Номер талона', 'Slip number')
const whom = text('Кім қабылдайды', 'Кто принимает', 'Who receives')
const day = text('Күні', 'День', 'Day')
const time = text('Уақыты', 'Время', 'Time')
const place = text('Орны', 'Место', 'Place')
const about = text('Мәселе', 'Вопрос', 'About')
const why = text('Себебі', 'Причина', 'Reason')
const promise = text('Уәде етілгені', 'Обещано', 'Promised')
const until = text('Мерзімі', 'Срок', 'By')
const kept = text('орындалды', 'исполнено', 'kept')
const keep = text(
  'Кодты көшіріп алыңыз немесе бетті басып шығарыңыз. Келе алмасаңыз, осы кодпен жазылудан бас тартасыз.',
  'Перепишите код или распечатайте страницу. Если прийти не сможете, по этому коду отмените запись.',
  'Copy the code or print this page. If you cannot come, you cancel the booking with this code.',
)
const bring = text(
  'Жеке куәлігіңізді алып, он минут бұрын келіңіз.',
  'Придите за десять минут, возьмите удостоверение личности.',
  'Come ten minutes early with your identity card.',
)
const cancelWord = text('Жазылудан бас тарту', 'Отменить запись', 'Cancel the booking')
const seeIt = text('Жазылуды көру', 'Посмотреть запись', 'See the booking')

const fact = (label: Text, value: string | Html | Html[], language: Language): Html =>
  html`<div>
    <dt>${label[language]}</dt>
    <dd>${value}</dd>
  </div>`

const sayDay = (on: string, language: Language): string => `${dotted(on)}, ${weekdayOf(on)[language]}`

export const bookingCheckBody = (
  language: Language,
  booking: Booking,
  offer: Offer,
  effort: Effort,
  faults: readonly Fault[],
): Html =>
  html`${summary({ faults, language })}
    <h1>${words.checkTitle[language]}</h1>
    ${bookingSteps.map(
      (step) =>
        html`<section class="answers">
          <h2>${step.title[language]}</h2>
          <a href="/${language}/reception/${step.name}?to=check"
            >${words.change[language]}<span class="unseen"> ${step.title[language]}</span></a
          >
          <dl>
            ${step.show(booking.answers, language, offer).map(({ label, value }) => fact(label, valueOf(value, language), language))}
          </dl>
        </section>`,
    )}
    ${sendForm(language, effort, { to: 'reception/send', back: 'reception/about', button: bookWord })}`

export const bookingSlipBody = (language: Language, slip: BookingSlip, stamp: string): Html =>
  html`<div class="done">
      <h1>${bookedTitle[language]}</h1>
      <p>${number[language]}<br /><b>${slip.number}</b></p>
    </div>
    <section class="slip" aria-labelledby="slip">
      <h2 id="slip">${slipName[language]}</h2>
      <p class="quiet print-only">${words.administration[language]} · ${words.department[language]}</p>
      <dl>
        ${fact(number, slip.number, language)} ${fact(whom, slip.whom[language], language)}
        ${fact(day, sayDay(slip.on, language), language)} ${fact(time, slip.at, language)}
        ${fact(place, slip.place, language)}
      </dl>
      <div class="code"><span>${words.slipCode[language]}</span><code>${slip.code}</code></div>
    </section>
    <p>${bring[language]}</p>
    <div class="safe"><b>${keep[language]}</b></div>
    <div class="row no-print">
      <button class="first" type="button" data-print>${words.print[language]}</button>
      <form method="post" action="/${language}/open">
        <input type="hidden" name="stamp" value="${stamp}" /><input
          type="hidden"
          name="code"
          value="${slip.code}"
        /><button class="second">${seeIt[language]}</button>
      </form>
    </div>`

export type BookingStatus = z.output<typeof bookingStatus.output>

export const bookingStatusBody = (
  language: Language,
  it: BookingStatus,
  stamp: string,
  faults: readonly Fault[],
): Html => {
  const { title, says } = publicStates[it.state]
  return html`${summary({ faults, language })}
    <h1>${title[language]}</h1>
    <p class="lead">${says[language]}</p>
    ${it.notice && html`<p class="said"><b>${why[language]}:</b> ${lines(it.notice)}</p>`}
    <dl class="facts">
      ${fact(number, it.number, language)}
      ${fact(whom, `${postTitles[it.post][language]}${it.receiver ? `: ${it.receiver[language]}` : ''}`, language)}
      ${fact(day, sayDay(it.on, language), language)} ${fact(time, it.at, language)} ${fact(place, it.place, language)}
      ${fact(about, lines(it.about), language)} ${it.promise && fact(promise, lines(it.promise.text), language)}
      ${it.promise && fact(until, `${dotted(it.promise.dueOn)}${it.promise.done ? `, ${kept[language]}` : ''}`, language)}
    </dl>
    ${
      it.state === 'booked' &&
      html`<form class="no-print" method="post" action="/${language}/reception/cancel">
        <input type="hidden" name="stamp" value="${stamp}" />
        <p><button class="second">${cancelWord[language]}</button></p>
      </form>`
    }
    <form class="no-print" method="post" action="/${language}/leave">
      <input type="hidden" name="stamp" value="${stamp}" />
      <p>
        <button class="second">${words.leave[language]}</button> <span class="quiet">${words.leaveHint[language]}</span>
      </p>
    </form>`
}

export const noChiefs = text(
  'Қазір алдын ала жазылатын қабылдау жоқ. Жазбаша өтініш бере аласыз немесе Бөлімнің кеңсесіне хабарласыңыз.',
  'Сейчас приёма по записи нет. Вы можете подать письменное обращение или обратиться в канцелярию Отдела.',
  'There is no reception to book at present. You may hand in a written appeal or ask the office of the Department.',
)
