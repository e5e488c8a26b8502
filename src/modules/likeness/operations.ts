// What the registrar and the chief make of a likeness: a repeat, a duplicate, or nothing, with the reason.
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { forbid, permit } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord, closeForJoin, reopenWork, type Appeal } from '../appeals/index.ts'
import { stateTitles } from '../appeals/contract.ts'
import * as shapes from './contract.ts'
import * as store from './store.ts'

const links = permit<Appeal>(
  '6.23',
  {
    kk: 'тіркеуші, меңгеруші, орынбасары, аумақтық бөлімшенің басшысы',
    ru: 'регистратор, заведующий, его заместитель, территориальный руководитель',
    en: 'the registrar, the head, the deputy, the territorial head',
  },
  (actor) => actor.powers.has('appeals.register') || actor.powers.has('appeals.assign'),
)
const reads = permit<Appeal>(
  '6.23',
  { kk: 'өтінішті көретін қызметкер', ru: 'работник, видящий обращение', en: 'an employee who sees the appeal' },
  (actor) => actor.kind === 'employee',
)
const hasNoAuthor = forbid<Appeal>(
  '6.23',
  {
    kk: 'Анонимді өтініш қайталама болмайды: кім жазғаны белгісіз.',
    ru: 'Анонимное обращение не бывает повторным: неизвестно, кто его написал.',
    en: 'An anonymous appeal is no repeat: nobody knows who wrote it.',
  },
  (_, it) => it.anonymous,
)

const shown = ({ id, number, subject, state, received_on }: store.Linked) => ({
  id,
  number,
  subject,
  state: stateTitles[state],
  receivedOn: received_on,
})

/** Weights of a proposal: the text most of all, then who wrote, then what it is about. */
const scoreOf = (it: store.Near): number =>
  Math.min(
    100,
    Math.round(
      it.share * 60 +
        (it.same_author ? 25 : 0) +
        (it.same_number ? 15 : 0) +
        (it.same_named ? 5 : 0) +
        (it.same_court ? 3 : 0) +
        (it.same_question ? 7 : 0),
    ),
  )

const whyOf = (it: store.Near, least: number): shapes.Why[] => {
  const said: [shapes.Why, boolean][] = [
    ['author', it.same_author],
    ['text', it.share >= least],
    ['number', it.same_number],
    ['named', it.same_named],
    ['court', it.same_court],
    ['question', it.same_question],
  ]
  return said.flatMap(([why, holds]) => (holds ? [why] : []))
}

const most = 10

export const findAlike = query(shapes.findAlike, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [reads],
  run: async ({ subject: it, actor, tx }) => {
    const least = tx.parameter('likeness.text').value / 100
    const near = await store.nearest(tx, it.id, least, most)
    const own = await store.repeatOf(tx, it.id)
    const chain = await store.chainOf(tx, own?.repeat_of ?? it.id)
    const first = await store.firstOf(tx, it.id)
    const chained = new Set(chain.map(({ id }) => id))
    const counts = tx.parameter('appeal.repeat.count').value
    const place = own?.repeat_place ?? null
    return {
      proposals: near
        .filter(({ id }) => !(chain.length > 1 && chained.has(id)) && id !== first?.id)
        .map((other) => ({
          ...shown(other),
          score: scoreOf(other),
          share: Math.round(other.share * 100),
          why: whyOf(other, least),
          mayRepeat: other.same_author && !own?.repeat_of && other.received_at <= it.receivedAt,
          mayJoin:
            (other.same_author || (it.anonymous && other.anonymous)) &&
            !first &&
            !other.over &&
            !other.joined &&
            it.state === 'registered' &&
            other.received_at <= it.receivedAt,
        })),
      chain:
        chain.length > 1 ? chain.map((one) => ({ ...shown(one), place: one.place ?? 1, self: one.id === it.id })) : [],
      place: place !== null && place >= counts ? place : null,
      first: first ? shown(first) : null,
      joined: (await store.joinedTo(tx, it.id)).map(shown),
      mayLink: links.when(actor, it, tx),
    }
  },
})

const says = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

const itself = says(
  'Өтініш өз-өзіне байланыстырылмайды.',
  'Обращение нельзя связать с самим собой.',
  'An appeal is not linked to itself.',
)
const another = says(
  'Бұл өтінішті басқа адам жазған немесе бір адам екені анықталмаған.',
  'Это обращение написало другое лицо, или не установлено, что лицо то же.',
  'Another person wrote it, or it is not established that it is the same one.',
)
const later = says(
  'Бұдан бұрын түскен өтінішті таңдаңыз.',
  'Выберите обращение, поступившее раньше этого.',
  'Choose an appeal that arrived before this one.',
)

/** Another appeal that the actor sees. @throws Refusal 'invalid' on `other` where it cannot be the earlier one */
const earlier = async (tx: Tx, it: Appeal, id: string): Promise<Appeal> => {
  if (id === it.id) throw invalidField('other', itself)
  const other = await appealRecord.find(tx, id, true)
  if (!other) throw unknownRecord()
  if (other.receivedAt > it.receivedAt) throw invalidField('other', later)
  return other
}

const wrong = (text: Text): Refusal => new Refusal('wrong-state', text, { clause: '6.23' })

/** The same person on the same question: the place in the chain is counted, by the day of receipt. */
export const linkRepeat = command(shapes.linkRepeat, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [links, hasNoAuthor],
  run: async ({ input, subject, tx }) => {
    const other = await earlier(tx, subject, input.other)
    const own = await store.repeatOf(tx, subject.id)
    if (own?.repeat_of || (await store.hasRepeats(tx, subject.id))) {
      throw wrong(
        says(
          'Өтініш қайталама өтініштер тізбегінде тұр.',
          'Обращение уже стоит в цепочке повторных.',
          'The appeal stands in a chain of repeats already.',
        ),
      )
    }
    if (!(await store.isSameAuthor(tx, subject.id, other.id))) throw invalidField('other', another)
    const root = (await store.repeatOf(tx, other.id))?.repeat_of ?? other.id
    const place = (await store.chain(tx, root, subject.id, true)) ?? 2
    tx.note({ of: root, place })
    return { place }
  },
})

export const unlinkRepeat = command(shapes.unlinkRepeat, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [links],
  run: async ({ input, subject, tx }) => {
    const root = (await store.repeatOf(tx, subject.id))?.repeat_of
    if (!root) throw wrong(says('Өтініш қайталама емес.', 'Обращение не повторное.', 'The appeal is no repeat.'))
    await store.chain(tx, root, subject.id, false)
    tx.note({ of: root, reason: input.reason })
    return {}
  },
})

/**
 * A duplicate keeps its number and is answered together with the first: no second work. Only of the same person, because the reply
 * names its addressee; or where both are anonymous, and it names nobody.
 */
export const joinDuplicate = command(shapes.joinDuplicate, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [links],
  run: async ({ input, subject, tx }) => {
    const first = await earlier(tx, subject, input.other)
    const bothAnonymous = subject.anonymous && first.anonymous
    if (!bothAnonymous && !(await store.isSameAuthor(tx, subject.id, first.id))) throw invalidField('other', another)
    if (subject.state !== 'registered') {
      throw wrong(
        says(
          'Тіркелген, бірақ орындаушыға берілмеген өтініш қана қосылады.',
          'Присоединяется только зарегистрированное и ещё никому не порученное обращение.',
          'Only an appeal that is registered and not yet given to anybody is joined.',
        ),
      )
    }
    if (first.doneOn || (await store.firstOf(tx, first.id))) {
      throw invalidField(
        'other',
        says(
          'Бұл өтініш бойынша жұмыс аяқталған немесе ол басқасына қосылған.',
          'Работа по этому обращению завершена, или оно само присоединено.',
          'The work on it is over, or it is joined to another itself.',
        ),
      )
    }
    if ((await store.joinedTo(tx, subject.id)).length || (await store.firstOf(tx, subject.id))) {
      throw wrong(
        says(
          'Бұл өтініш қосарланғандар қатарында тұр.',
          'Это обращение уже среди присоединённых.',
          'It is among the joined ones already.',
        ),
      )
    }
    await store.link(tx, { kind: 'duplicate', appeal: subject.id, other: first.id, reason: null })
    await closeForJoin(tx, subject.id)
    tx.note({ first: first.id })
    return {}
  },
})

export const separate = command(shapes.separate, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [links],
  run: async ({ input, subject, tx }) => {
    if (!(await store.endJoin(tx, subject.id, input.reason))) {
      throw wrong(
        says('Өтініш басқасына қосылмаған.', 'Обращение не присоединено.', 'The appeal is not joined to another.'),
      )
    }
    await reopenWork(tx, subject.id)
    tx.note({ reason: input.reason })
    return {}
  },
})

export const dismissAlike = command(shapes.dismissAlike, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [links],
  run: async ({ input, subject, tx }) => {
    if (input.other === subject.id) throw invalidField('other', itself)
    if (!(await appealRecord.find(tx, input.other, false))) throw unknownRecord()
    await store.link(tx, { kind: 'dismissed', appeal: subject.id, other: input.other, reason: input.reason })
    tx.note({ other: input.other, reason: input.reason })
    return {}
  },
})
