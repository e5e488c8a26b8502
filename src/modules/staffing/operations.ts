// The staffing table: proposed by the head (9.2), approved by the Head of the Court Administration within the limit (3).
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { staffingLife } from './lifecycle.ts'
import { staffingRecord } from './records.ts'
import {
  approvesStaffing,
  dayTaken,
  houseBefore,
  keeperBefore,
  overLimit,
  ownProposal,
  proposesStaffing,
  seatsTaken,
  seesStaffing,
} from './rules.ts'
import { headOn } from '../org/index.ts'
import { postsOn } from '../structure/index.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

const authorOf = (tx: Tx): string | null => (tx.actor.kind === 'employee' ? tx.actor.id : null)

export const setStaffingLimit = command(contract.setStaffingLimit, {
  clauses: ['3'],
  dangerous: true,
  rules: [approvesStaffing, houseBefore],
  run: async ({ input, tx }) => {
    await store.lockStaffing(tx)
    if ((await store.mostSeatsFrom(tx, input.fromOn)) > input.seats) {
      throw new Refusal(
        'conflict',
        {
          kk: 'Бекітілген штат кестесінде бұл лимиттен көп бірлік бар. Алдымен штат кестесін өзгертіңіз.',
          ru: 'В утверждённом штатном расписании больше единиц, чем этот лимит. Сначала измените штатное расписание.',
          en: 'The approved staffing table has more seats than this limit. Change the table first.',
        },
        { clause: '3' },
      )
    }
    await store.addLimit(tx, input, authorOf(tx), tx.at)
    tx.note({ ...input })
    return {}
  },
})

const onlyTheHead = (): Refusal =>
  new Refusal(
    'forbidden',
    {
      kk: 'Штат кестесі бойынша ұсынысты меңгеруші енгізеді.',
      ru: 'Предложения по штатному расписанию вносит заведующий.',
      en: 'Proposals on the staffing table are submitted by the head.',
    },
    { clause: '9.2' },
  )

export const proposeStaffing = command(contract.proposeStaffing, {
  clauses: ['9.2'],
  rules: [proposesStaffing, keeperBefore, houseBefore],
  run: async ({ input, actor, tx }) => {
    const heads = actor.posts.some(({ code }) => code === 'head')
    if (actor.kind === 'employee' && !heads && (await headOn(tx, tx.today))) throw onlyTheHead()
    const posts = new Map(
      (await postsOn(tx, input.fromOn)).filter(({ staffed }) => staffed).map((post) => [post.postId, post]),
    )
    const seen = new Set<string>()
    input.rows.forEach(({ postId }, place) => {
      if (posts.has(postId) && !seen.has(postId)) return void seen.add(postId)
      throw invalidField(`rows.${place}.postId`, {
        kk: 'Бұл лауазым штат кестесіне енгізілмейді немесе екі рет жазылған.',
        ru: 'Эта должность не входит в штатное расписание или указана дважды.',
        en: 'This post is no part of the staffing table, or it stands here twice.',
      })
    })
    const id = await store.addStaffing(tx, input, authorOf(tx), tx.at)
    tx.about('staffing', id)
    tx.emit('staffing.proposed', { id })
    return { id }
  },
})

export const approveStaffing = command(contract.approveStaffing, {
  clauses: ['3'],
  dangerous: true,
  record: staffingRecord,
  step: 'approve',
  rules: [approvesStaffing, houseBefore, ownProposal('3'), dayTaken, overLimit, seatsTaken],
  run: async ({ input, tx }) => {
    await store.decide(tx, 'staffings', input.id, { by: authorOf(tx), at: tx.at, reason: null })
    tx.emit('staffing.approved', { id: input.id })
    return {}
  },
})

export const returnStaffing = command(contract.returnStaffing, {
  clauses: ['3', '9.2'],
  record: staffingRecord,
  step: 'return',
  rules: [approvesStaffing],
  run: async ({ input, tx }) => {
    await store.decide(tx, 'staffings', input.id, { by: authorOf(tx), at: tx.at, reason: input.reason })
    tx.emit('staffing.returned', { id: input.id })
    return {}
  },
})

const shown = ({ crowded: _crowded, beside: _beside, ...it }: store.Staffing) => ({
  ...it,
  stateTitle: staffingLife.states[it.state],
  proposedAt: it.proposedAt.toISOString(),
  decidedAt: it.decidedAt?.toISOString() ?? null,
})

const tableOf = async (tx: Tx, it: store.Staffing) => ({ ...shown(it), rows: await store.rowsOf(tx, it.id, tx.today) })

export const openStaffing = query(contract.openStaffing, {
  clauses: ['3'],
  rules: [seesStaffing],
  run: async ({ tx }) => {
    const id = await store.staffingInForce(tx, tx.today)
    const inForce = id === null ? undefined : await store.findStaffing(tx, id, false)
    const posts = await postsOn(tx, tx.today)
    return {
      limit: await store.limitOn(tx, tx.today),
      inForce: inForce ? await tableOf(tx, inForce) : null,
      tables: (await store.allStaffings(tx)).map(shown),
      posts: posts.filter(({ staffed }) => staffed).map(({ staffed: _staffed, ...post }) => post),
    }
  },
})

export const openStaffingTable = query(contract.openStaffingTable, {
  clauses: ['3'],
  record: staffingRecord,
  rules: [seesStaffing],
  run: ({ subject, tx }) => tableOf(tx, subject),
})
