// Sign-in limited by network: the holders of a post come from its networks and from nowhere else.
import { isIP } from 'node:net'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { postTitles } from '../structure/contract.ts'
import * as contract from './contract.ts'
import * as store from './networks-store.ts'
import { keepsSessions } from './rules.ts'

/** The address of the request as PostgreSQL reads it: an IPv4 address that came over IPv6 is an IPv4 address. */
const addressOf = ({ actor }: Tx): string | null => {
  const address = (actor.from ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIP(address) ? address : null
}

/** The refusal of a sign-in from a network that is none of the person's posts; null where it may go on. */
export const outsideNetworks = async (tx: Tx, employeeId: string): Promise<Refusal | null> =>
  (await store.isInside(tx, employeeId, addressOf(tx)))
    ? null
    : new Refusal(
        'forbidden',
        {
          kk: 'Сіздің лауазымыңыз жүйеге тек белгіленген желіден кіреді. Жұмыс орныңыздан кіріңіз немесе әкімшіге хабарласыңыз.',
          ru: 'Для вашей должности вход открыт только из установленной сети. Войдите с рабочего места или обратитесь к администратору.',
          en: 'Your post signs in from an established network only. Sign in at your workplace or turn to the administrator.',
        },
        { clause: '5.16' },
      )

export const listNetworks = query(contract.listNetworks, {
  clauses: ['5.16'],
  rules: [keepsSessions],
  run: async ({ tx }) => ({
    rows: (await store.networks(tx)).map((it) => ({
      id: it.id,
      postCode: it.post_code,
      post: postTitles[it.post_code as keyof typeof postTitles],
      network: it.network,
      note: it.note,
      addedAt: it.added_at.toISOString(),
    })),
    here: addressOf(tx),
  }),
})

const isNetwork = (raw: string): boolean => {
  const [address = '', mask, ...more] = raw.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return most > 0 && !more.length && (mask === undefined || (/^\d{1,3}$/.test(mask) && Number(mask) <= most))
}

const noNetwork = () =>
  invalidField('network', {
    kk: 'Желі 10.20.0.0/16 үлгісімен жазылады.',
    ru: 'Сеть записывается по образцу 10.20.0.0/16.',
    en: 'A network is written like 10.20.0.0/16.',
  })
const known = () =>
  invalidField('network', {
    kk: 'Бұл лауазымға мұндай желі енгізілген.',
    ru: 'Для этой должности такая сеть уже указана.',
    en: 'This network is there for this post already.',
  })
const locksOut = () =>
  invalidField('network', {
    kk: 'Бұл желі енгізілсе, өзіңіз жүйеге кіре алмай қаласыз. Алдымен отырған желіңізді қосыңыз.',
    ru: 'С такой сетью вы сами не сможете войти. Сначала добавьте сеть, в которой находитесь.',
    en: 'With this network you could not sign in yourself. First add the network where you are.',
  })

export const addNetwork = command(contract.addNetwork, {
  clauses: ['5.16'],
  dangerous: true,
  rules: [keepsSessions],
  run: async ({ input, actor, tx }) => {
    if (!isNetwork(input.network)) throw noNetwork()
    const network = await store.normalNetwork(tx, input.network)
    const id = await store.addNetwork(tx, { ...input, network })
    if (!id) throw known()
    if (actor.kind === 'employee' && !(await store.isInside(tx, actor.id, addressOf(tx)))) throw locksOut()
    tx.note({ postCode: input.postCode, network })
    return { network: id }
  },
})

export const dropNetwork = command(contract.dropNetwork, {
  clauses: ['5.16'],
  dangerous: true,
  rules: [keepsSessions],
  run: async ({ input, actor, tx }) => {
    const gone = await store.dropNetwork(tx, input.network)
    if (!gone) throw unknownRecord()
    if (actor.kind === 'employee' && !(await store.isInside(tx, actor.id, addressOf(tx)))) throw locksOut()
    tx.note({ postCode: gone.post_code, network: gone.network })
    return {}
  },
})
