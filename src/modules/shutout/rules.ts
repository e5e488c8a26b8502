// Who keeps the list of those who are shut out, who may recuse himself, who hands a desk over.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'

const chief: Text = {
  kk: 'меңгеруші, ал өтініште өзі аталса – орынбасары',
  ru: 'заведующий, а если назван он сам – его заместитель',
  en: 'the head or, where the head is the one named, the deputy',
}

/** Which of the two decides on the record is asked of the record itself; neither is ever the person named, who finds no such record. */
export const keeps = permit<unknown>('5.16', chief, (actor) => actor.powers.has('shutout.keep'))

const works = [
  'appeals.register',
  'appeals.assign',
  'appeals.work',
  'appeals.see-all',
  'appeals.see-unit',
  'documents.draft',
  'documents.send',
]

export const worksOnIt = permit<unknown>(
  '5.16',
  { kk: 'іспен жұмыс істейтін қызметкер', ru: 'работник, занятый делом', en: 'an employee who works on it' },
  (actor: Actor) => actor.kind === 'employee' && works.some((power) => actor.powers.has(power)),
)

export const workIsOver = forbid<{ doneOn: string | null }>(
  '5.16',
  {
    kk: 'Өтініш бойынша жұмыс аяқталған, шеттелетін іс қалған жоқ.',
    ru: 'Работа по обращению завершена, брать самоотвод не от чего.',
    en: 'The work on this appeal is finished: there is nothing to recuse oneself from.',
  },
  (_, it) => it.doneOn !== null,
)

export const keepsPeopleOrLeads = permit<unknown>(
  '5.15',
  {
    kk: 'меңгеруші, орынбасары және кадр есебін жүргізетін әкімші',
    ru: 'заведующий, заместитель и администратор, ведущий учёт кадров',
    en: 'the head, the deputy and the administrator who keeps the people’s records',
  },
  (actor) => actor.powers.has('shutout.keep') || actor.powers.has('org.people'),
)

export const handsOver = permit<unknown>(
  '9.5',
  { kk: 'меңгеруші немесе орынбасары', ru: 'заведующий или его заместитель', en: 'the head or the deputy' },
  (actor) => actor.powers.has('shutout.keep'),
)

export const isHouse = permit<unknown>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
