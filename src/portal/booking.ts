// The road of a booking: the questions, the answers, the slip, and the booking under its code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { perform } from '../kernel/perform.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Text } from '../kernel/text.ts'
import { receiptOf } from '../modules/appeals/index.ts'
import { postTitles } from '../modules/reception/contract.ts'
import { bookingStatus, bookReception, cancelBooking, listChiefs, listOpenDays } from '../modules/reception/index.ts'
import { fieldsOf } from './bodies.ts'
import {
  bookingAfter,
  bookingBefore,
  bookingStep,
  bookingSteps,
  bookingUnfinished,
  chiefIn,
  type BookingStep,
  type Offer,
} from './booking-steps.ts'
import { crowdOf, effortOf } from './crowd.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import { summary, type Fault } from './fields.ts'
import { html } from './html.ts'
import { inHand, takeInHand, type InHand } from './in-hand.ts'
import {
  bookedTitle,
  bookingCheckBody,
  bookingSlipBody,
  bookingStatusBody,
  bookingTitle,
  noChiefs,
} from './pages/booking.ts'
import { noteBody } from './pages/start.ts'
import { faultsOf, type Answers } from './step.ts'
import { emptyBooking, emptyVisit, welcome, type Present } from './visits.ts'
import { words } from './words.ts'

type Asked = FastifyRequest<{ Params: { language: string; step: string }; Querystring: { to?: string } }>

export const serveBooking = (server: FastifyInstance, desk: Desk): void => {
  const { house, shelf } = desk

  const draw = (
    reply: FastifyReply,
    language: Language,
    it: {
      path: string
      title: Text
      body: Parameters<typeof answer>[2]['body']
      present: Present | null
      faulty?: boolean
      status?: number
    },
  ) => answer(desk, reply, { language, ...it })

  const gone = (reply: FastifyReply, language: Language) =>
    draw(reply, language, {
      path: '/reception',
      title: words.goneTitle,
      body: noteBody(language, words.goneTitle, words.gone),
      present: null,
      status: 410,
    })

  const offerFor = async (language: Language, answers: Answers): Promise<Offer> => {
    const actor = visitor(language)
    const { rows: chiefs } = (await perform(house, listChiefs, actor, {})).result
    const chief = chiefIn(answers, { chiefs, days: [] })
    if (!chief) return { chiefs, days: [] }
    const { unit, post } = chief
    return { chiefs, days: (await perform(house, listOpenDays, actor, { unit, post })).result.days }
  }

  const progress = (name: string) => {
    const names = [...bookingSteps.map((step) => step.name), 'check']
    const at = names.indexOf(name)
    return html`<ol class="steps" aria-hidden="true">
      ${names.map((_, place) => html`<li class="${place <= at ? 'on' : ''}"></li>`)}
    </ol>`
  }

  const drawStep = async (
    reply: FastifyReply,
    language: Language,
    present: Present,
    step: BookingStep,
    faults: readonly Fault[],
    to?: string,
  ) => {
    const { answers } = present.visit.booking
    const sheet = { language, answers, faults }
    const back = bookingBefore(step.name)
    const forCheck = to === 'check'
    const body = html`${progress(step.name)}${summary(sheet)}
      <form method="post" action="/${language}/reception/${step.name}${forCheck ? '?to=check' : ''}" novalidate>
        <input
          type="hidden"
          name="stamp"
          value="${present.stamp}"
        />${step.draw(sheet, await offerFor(language, answers))}
        <div class="row">
          <button class="first">${forCheck ? words.save[language] : words.next[language]}</button>${
            back && !forCheck && html`<button class="second" name="go" value="back">${words.back[language]}</button>`
          }
        </div>
      </form>`
    return draw(reply, language, {
      path: `/reception/${step.name}`,
      title: step.title,
      body,
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/reception', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const { chiefs } = await offerFor(language, {})
    if (!chiefs.length)
      return draw(reply, language, {
        path: '/reception',
        title: bookingTitle,
        body: noteBody(language, bookingTitle, noChiefs),
        present,
      })
    if (present)
      await shelf.write(present.token, { ...present.visit, booking: { ...present.visit.booking, slip: null } })
    else await welcome(shelf, reply, emptyVisit(), desk.secure)
    return reply.redirect(`/${language}/reception/whom`, 303)
  })

  const drawCheck = async (
    reply: FastifyReply,
    language: Language,
    present: Present,
    faults: readonly Fault[] = [],
    status?: number,
  ) => {
    const { booking } = present.visit
    const effort = await effortOf(house, booking.key, present.stamp)
    const offer = await offerFor(language, booking.answers)
    return draw(reply, language, {
      path: '/reception/check',
      title: words.checkTitle,
      body: html`${progress('check')}${bookingCheckBody(language, booking, offer, effort, faults)}`,
      present,
      faulty: faults.length > 0,
      ...(status ? { status } : {}),
    })
  }

  server.get('/:language/reception/check', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const { answers } = present.visit.booking
    const left = bookingUnfinished(answers, await offerFor(language, answers))
    return left ? drawStep(reply, language, present, left.step, left.faults) : drawCheck(reply, language, present)
  })

  const book = async (language: Language, { visit, token }: Present, offer: Offer): Promise<void> => {
    const { answers, key } = visit.booking
    const chief = chiefIn(answers, offer)
    const input = { ...answers, bookingKey: key, unit: chief?.unit, post: chief?.post, language }
    const { result } = await perform(house, bookReception, visitor(language), input as never)
    const { number, on, at, minutes, place, code } = result
    const receipt = receiptOf(house.pepper, code)
    const post = chief ? postTitles[chief.post] : { kk: '', ru: '', en: '' }
    // What was typed is in the booking now and nowhere else.
    const slip = { number, on, at, minutes, place, code, whom: post }
    const booking = { ...emptyBooking(), slip }
    if (receipt) await takeInHand(desk, { token, visit, stamp: '' }, receipt, { booking })
  }

  server.post('/:language/reception/send', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const { booking } = present.visit
    if (booking.slip) return reply.redirect(`/${language}/reception/slip`, 303)
    const sent = fieldsOf(request)
    if (!shelf.isStamp(present.token, sent['stamp'] ?? ''))
      return drawCheck(reply, language, present, [{ field: '', says: words.stale }])
    const offer = await offerFor(language, booking.answers)
    const left = bookingUnfinished(booking.answers, offer)
    if (left) return drawStep(reply, language, present, left.step, left.faults)
    const crowd = await crowdOf(desk, booking.key, sent)
    if (crowd) return drawCheck(reply, language, present, [crowd.fault], crowd.status)
    try {
      await book(language, present, offer)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      const faults = faultsOf(fault)
      const step = bookingSteps.find(({ fields }) => faults.some(({ field }) => fields.includes(field)))
      return step
        ? drawStep(reply, language, present, step, faults, 'check')
        : drawCheck(
            reply,
            language,
            present,
            faults.map(({ says }) => ({ field: '', says })),
          )
    }
    return reply.redirect(`/${language}/reception/slip`, 303)
  })

  server.get('/:language/reception/slip', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const slip = present?.visit.booking.slip
    if (!present || !slip) return gone(reply, language)
    return draw(reply, language, {
      path: '/reception/slip',
      title: bookedTitle,
      body: bookingSlipBody(language, slip, present.stamp),
      present,
    })
  })

  const drawStatus = async (
    reply: FastifyReply,
    language: Language,
    { present, hash }: InHand,
    faults: Fault[] = [],
  ) => {
    const { result } = await perform(house, bookingStatus, visitor(language, hash), {})
    await takeInHand(desk, present, hash)
    return draw(reply, language, {
      path: '/reception/mine',
      title: bookingTitle,
      body: bookingStatusBody(language, result, present.stamp, faults),
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/reception/mine', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    return hand ? drawStatus(reply, language, hand) : reply.redirect(`/${language}/code`, 303)
  })

  server.post('/:language/reception/cancel', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const hand = await inHand(desk, present)
    if (!hand) return reply.redirect(`/${language}/code`, 303)
    if (!shelf.isStamp(hand.present.token, fieldsOf(request)['stamp'] ?? ''))
      return drawStatus(reply, language, hand, [{ field: '', says: words.stale }])
    try {
      await perform(house, cancelBooking, visitor(language, hand.hash), {})
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return drawStatus(reply, language, hand, faultsOf(fault))
    }
    return reply.redirect(`/${language}/reception/mine`, 303)
  })

  server.get('/:language/reception/:step', async (request: Asked, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const step = bookingStep(request.params.step)
    if (!step) return reply.callNotFound()
    return present ? drawStep(reply, language, present, step, [], request.query.to) : gone(reply, language)
  })

  server.post('/:language/reception/:step', async (request: Asked, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const step = bookingStep(request.params.step)
    if (!step) return reply.callNotFound()
    if (!present) return gone(reply, language)
    const sent = fieldsOf(request)
    const { visit, token } = present
    const { answers } = visit.booking
    // Kept as typed, also what needs mending: nothing is lost by going back.
    for (const field of step.fields) if (sent[field] !== undefined) answers[field] = sent[field]
    await shelf.write(token, visit)
    if (!shelf.isStamp(token, sent['stamp'] ?? ''))
      return drawStep(reply, language, present, step, [{ field: '', says: words.stale }])
    if (sent['go'] === 'back')
      return reply.redirect(`/${language}/reception/${bookingBefore(step.name) ?? step.name}`, 303)
    const offer = await offerFor(language, answers)
    const faults = step.check(answers, offer)
    if (faults.length) return drawStep(reply, language, present, step, faults, request.query.to)
    const isWhole = request.query.to === 'check' && !bookingUnfinished(answers, offer)
    return reply.redirect(`/${language}/reception/${isWhole ? 'check' : bookingAfter(step)}`, 303)
  })
}
