// Who may see the structure, and who keeps it.
import { permit } from '../../kernel/rules.ts'

export const everybody = permit<unknown>('1', { kk: 'барлығы', ru: 'все', en: 'everybody' }, () => true)
export const keepsCourts = permit<unknown>(
  '1',
  {
    kk: 'соттар тізбесін жүргізетін әкімші',
    ru: 'администратор, ведущий перечень судов',
    en: 'the administrator who keeps the list of courts',
  },
  (actor) => actor.powers.has('structure.courts'),
)
/** Planting the house's own reference rows. */
export const houseItself = permit<unknown>(
  '1',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
