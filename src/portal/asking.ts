// The road of a new appeal: the questions, the files, the check, the sending, the slip.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../kernel/clock.ts'
import type { House } from '../kernel/house.ts'
import { perform } from '../kernel/perform.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language } from '../kernel/text.ts'
import { receiptOf, submitAppeal } from '../modules/appeals/index.ts'
import { fieldsOf, receiveForm } from './bodies.ts'
import { crowdOf, effortOf } from './crowd.ts'
import { answer, visitedBy, visitor, type Desk } from './desk.ts'
import { summary, type Fault } from './fields.ts'
import { html } from './html.ts'
import { checkBody } from './pages/check.ts'
import { filesBody, filesTitle } from './pages/files.ts'
import { slipBody } from './pages/slip.ts'
import { noteBody } from './pages/start.ts'
import { after, before, faultsOf, inputOf, stepNamed, steps, unfinished, withGround, type Step } from './steps.ts'
import { emptyVisit, welcome, type Present } from './visits.ts'
import { words } from './words.ts'

type Asked = FastifyRequest<{ Params: { language: string; step: string }; Querystring: { to?: string } }>

/** Whoever began before the page was closed may finish: nothing that was typed is lost. */
const hasBegun = ({ visit }: Present): boolean => !visit.slip && Object.keys(visit.answers).length > 0

/** Whether the page takes appeals today; on paper and by word of mouth they are taken always. */
export const takesAppeals = async (house: House): Promise<boolean> =>
  (await house.parameters.current()).on('portal.intake', dayOf(house.clock.now())).value === 'open'

export const serveAsking = (server: FastifyInstance, desk: Desk): void => {
  const { house, shelf } = desk
  const today = () => dayOf(house.clock.now())

  const gone = (reply: FastifyReply, language: Language) =>
    answer(desk, reply, {
      language,
      path: '/',
      title: words.goneTitle,
      body: noteBody(language, words.goneTitle, words.gone),
      present: null,
      status: 410,
    })

  const progress = (name: string, language: Language) => {
    const names = [...steps.map((step) => step.name), 'files', 'check']
    const at = names.indexOf(name)
    return html`<ol class="steps" aria-hidden="true" lang="${language}">
      ${names.map((_, place) => html`<li class="${place <= at ? 'on' : ''}"></li>`)}
    </ol>`
  }

  const drawStep = async (
    reply: FastifyReply,
    language: Language,
    present: Present,
    step: Step,
    faults: readonly Fault[],
    to?: string,
  ) => {
    const sheet = { language, answers: present.visit.answers, faults }
    const courts = await desk.courts()
    const back = before(step.name, present.visit.answers)
    const body = html`${progress(step.name, language)}${summary(sheet)}
      <form method="post" action="/${language}/ask/${step.name}${to === 'check' ? '?to=check' : ''}" novalidate>
        <input type="hidden" name="stamp" value="${present.stamp}" />${step.draw(sheet, courts)}
        <div class="row">
          <button class="first">${to === 'check' ? words.save[language] : words.next[language]}</button>${
            back &&
            to !== 'check' &&
            html`<button class="second" name="go" value="back">${words.back[language]}</button>`
          }
        </div>
      </form>`
    return answer(desk, reply, {
      language,
      path: `/ask/${step.name}`,
      title: step.title,
      body,
      present,
      faulty: faults.length > 0,
    })
  }

  server.post('/:language/begin', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    // Begun before and not handed in: go on where it was.
    if (present && hasBegun(present)) return reply.redirect(`/${language}/ask/kind`, 303)
    if (!(await takesAppeals(house))) return reply.redirect(`/${language}/`, 303)
    const receipt = present?.visit.receipt ?? null
    const fresh = await welcome(shelf, reply, { ...emptyVisit(), receipt }, desk.secure)
    if (receipt && (await shelf.holds(present?.token ?? '', receipt.hash))) await shelf.claim(fresh.token, receipt.hash)
    return reply.redirect(`/${language}/ask/kind`, 303)
  })

  const limits = async () => {
    const law = await house.parameters.current()
    return { bytes: law.on('file.size.max', today()).value, count: law.on('file.count.max', today()).value }
  }

  const drawFiles = async (
    reply: FastifyReply,
    language: Language,
    present: Present,
    faults: readonly Fault[] = [],
  ) => {
    const body = html`${progress('files', language)}${filesBody(language, present.visit, present.stamp, await limits(), faults)}`
    return answer(desk, reply, {
      language,
      path: '/ask/files',
      title: filesTitle,
      body,
      present,
      faulty: faults.length > 0,
    })
  }

  server.get('/:language/ask/files', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    return present ? drawFiles(reply, language, present) : gone(reply, language)
  })

  server.post('/:language/ask/files', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const { visit, token } = present
    const full = visit.files.length + (visit.groundFile ? 1 : 0) >= (await limits()).count
    const { fields, file, refusal } = await receiveForm(
      house,
      request,
      visitor(language),
      (sent) => !full && shelf.isStamp(token, sent['stamp'] ?? ''),
    )
    if (!shelf.isStamp(token, fields['stamp'] ?? ''))
      return drawFiles(reply, language, present, [{ field: '', says: words.stale }])
    if (refusal)
      return drawFiles(
        reply,
        language,
        present,
        faultsOf(refusal).map(({ says }) => ({ field: fields['of'] === 'ground' ? 'ground-file' : 'file', says })),
      )
    if (file) {
      const held = { id: file.id, name: file.name, bytes: file.bytes }
      if (fields['of'] === 'ground') visit.groundFile = held
      else visit.files.push(held)
      await shelf.write(token, visit)
    }
    return reply.redirect(`/${language}/ask/files`, 303)
  })

  server.post('/:language/ask/files/remove', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const { stamp = '', file } = fieldsOf(request)
    if (!shelf.isStamp(present.token, stamp))
      return drawFiles(reply, language, present, [{ field: '', says: words.stale }])
    // The file itself belongs to nothing and is swept away with the other forsaken ones.
    present.visit.files = present.visit.files.filter(({ id }) => id !== file)
    if (present.visit.groundFile?.id === file) present.visit.groundFile = null
    await shelf.write(present.token, present.visit)
    return reply.redirect(`/${language}/ask/files`, 303)
  })

  server.post('/:language/ask/files/next', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const back = fieldsOf(request)['go'] === 'back' ? before('files', present.visit.answers) : null
    return reply.redirect(`/${language}/${back ? `ask/${back}` : 'check'}`, 303)
  })

  server.get('/:language/ask/:step', async (request: Asked, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const step = stepNamed(request.params.step)
    if (!step) return reply.callNotFound()
    return present ? drawStep(reply, language, present, step, [], request.query.to) : gone(reply, language)
  })

  server.post('/:language/ask/:step', async (request: Asked, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const step = stepNamed(request.params.step)
    if (!step) return reply.callNotFound()
    if (!present) return gone(reply, language)
    const sent = fieldsOf(request)
    const { visit, token } = present
    // Kept as typed, also what needs mending: nothing is lost by going back.
    for (const field of step.fields) if (sent[field] !== undefined) visit.answers[field] = sent[field]
    await shelf.write(token, visit)
    if (!shelf.isStamp(token, sent['stamp'] ?? ''))
      return drawStep(reply, language, present, step, [{ field: '', says: words.stale }])
    if (sent['go'] === 'back')
      return reply.redirect(`/${language}/ask/${before(step.name, visit.answers) ?? step.name}`, 303)
    const faults = step.check(visit.answers, today())
    if (faults.length) return drawStep(reply, language, present, step, faults, request.query.to)
    const next =
      request.query.to === 'check' && !unfinished(visit.answers, today())
        ? 'check'
        : `ask/${after(step, visit.answers)}`
    return reply.redirect(`/${language}/${next}`, 303)
  })

  const drawCheck = async (
    reply: FastifyReply,
    language: Language,
    present: Present,
    faults: readonly Fault[] = [],
    status?: number,
  ) => {
    const effort = await effortOf(house, present.visit.key, present.stamp)
    const body = html`${progress('check', language)}${checkBody(language, present.visit, await desk.courts(), effort, faults)}`
    return answer(desk, reply, {
      language,
      path: '/check',
      title: words.checkTitle,
      body,
      present,
      faulty: faults.length > 0,
      ...(status ? { status } : {}),
    })
  }

  server.get('/:language/check', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const left = unfinished(present.visit.answers, today())
    return left ? drawStep(reply, language, present, left.step, left.faults) : drawCheck(reply, language, present)
  })

  server.post('/:language/send', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    if (!present) return gone(reply, language)
    const { visit, token } = present
    if (visit.slip) return reply.redirect(`/${language}/slip`, 303)
    const sent = fieldsOf(request)
    if (!shelf.isStamp(token, sent['stamp'] ?? ''))
      return drawCheck(reply, language, present, [{ field: '', says: words.stale }])
    const left = unfinished(visit.answers, today())
    if (left) return drawStep(reply, language, present, left.step, left.faults)
    const crowd = await crowdOf(desk, visit.key, sent)
    if (crowd) return drawCheck(reply, language, present, [crowd.fault], crowd.status)
    try {
      const files = visit.files.map(({ id }) => id)
      const input = withGround(inputOf(visit.answers, language, visit.key, files), visit.groundFile?.id ?? null)
      const { result } = await perform(house, submitAppeal, visitor(language), input as never)
      const { slipNumber, receivedAt, registeredOn, dueOn, receiver, code } = result
      const receipt = receiptOf(house.pepper, code)
      const slip = { slipNumber, receivedAt, registeredOn, dueOn, receiver, code }
      // What was typed is in the appeal now and nowhere else.
      await shelf.write(token, {
        ...visit,
        answers: {},
        files: [],
        groundFile: null,
        slip,
        receipt: receipt ? { hash: receipt, at: Date.now() } : null,
      })
      if (receipt) await shelf.claim(token, receipt)
      return reply.redirect(`/${language}/slip`, 303)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      const faults = faultsOf(fault)
      const step = steps.find(({ fields }) => faults.some(({ field }) => fields.includes(field)))
      return step
        ? drawStep(reply, language, present, step, faults, 'check')
        : drawCheck(
            reply,
            language,
            present,
            faults.map(({ says }) => ({ field: '', says })),
          )
    }
  })

  server.get('/:language/slip', async (request, reply) => {
    const { language, present } = await visitedBy(desk, request)
    const slip = present?.visit.slip
    if (!present || !slip) return gone(reply, language)
    return answer(desk, reply, {
      language,
      path: '/slip',
      title: words.slipTitle,
      body: slipBody(language, slip, present.stamp),
      present,
    })
  })
}
