// Who reads the figures and who signs them off. Which appeals are counted is the scope of the asker.
import { permit } from '../../kernel/rules.ts'

export const reads = permit<unknown>(
  '5.14',
  {
    kk: 'өтініштердің есебін көруге өкілетті қызметкер',
    ru: 'работник с полномочием видеть отчётность по обращениям',
    en: 'an employee who may see the figures of appeals',
  },
  (actor) => actor.powers.has('statistics.see'),
)

export const approves = permit<unknown>(
  '15',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor) => actor.posts.some(({ code }) => code === 'head'),
)
