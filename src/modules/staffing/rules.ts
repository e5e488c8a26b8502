// Who proposes and who approves the staffing table (3, 9.2) and job descriptions (5.15), and what stands against it.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import type { Decision, Description, Staffing } from './store.ts'

const holds = (actor: Actor, code: string): boolean => actor.posts.some((post) => post.code === code)

const caHead: Text = {
  kk: 'Сот әкімшілігінің басшысы',
  ru: 'руководитель Судебной администрации',
  en: 'the Head of the Court Administration',
}
const head: Text = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting for the head',
}

export const houseBefore = permit<unknown>(
  '3',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
/** Clause 3: nobody but the Head of the Court Administration, whatever powers a description may give. */
export const approvesStaffing = permit<unknown>('3', caHead, (actor) => holds(actor, 'ca-head'))
/** Clause 5.15: job descriptions are approved by the Head of the Court Administration. */
export const approvesDescriptions = permit<unknown>('5.15', caHead, (actor) => holds(actor, 'ca-head'))
/** Clause 9.2: proposals on the staffing table come from the head. */
export const proposesStaffing = permit<unknown>('9.2', head, (actor) => holds(actor, 'head'))
/** Without a head nobody could propose the seat of the head; until there is one, the keeper of records enters the first table. */
export const keeperBefore = permit<unknown>(
  '3',
  {
    kk: 'меңгеруші тағайындалғанға дейін кадр есебін жүргізетін әкімші',
    ru: 'до назначения заведующего администратор, ведущий учёт кадров',
    en: 'the keeper of the people’s records, until there is a head',
  },
  (actor) => actor.powers.has('org.people'),
)
export const proposesDescriptions = permit<unknown>('5.15', head, (actor) => holds(actor, 'head'))
export const seesStaffing = permit<unknown>(
  '3',
  {
    kk: 'штат кестесін көруге өкілетті қызметкерлер',
    ru: 'работники с полномочием видеть штатное расписание',
    en: 'employees with the power to see the staffing table',
  },
  (actor) => actor.powers.has('staffing.see') || holds(actor, 'ca-head') || holds(actor, 'head'),
)

export const overLimit = forbid<Staffing>(
  '3',
  {
    kk: 'Штат кестесі бекітілген штат санының лимитінен асып тұр.',
    ru: 'Штатное расписание превышает утверждённый лимит штатной численности.',
    en: 'The staffing table is over the approved staffing limit.',
  },
  (_, it) => it.state === 'proposed' && it.seats > it.limit,
)
export const dayTaken = forbid<Staffing>(
  '3',
  {
    kk: 'Бұл күннен басталатын штат кестесі бекітілген. Басқа күнмен жаңа ұсыныс жасаңыз.',
    ru: 'Штатное расписание с этого дня уже утверждено. Внесите предложение с другой датой.',
    en: 'A staffing table from this day is approved already. Propose another from another day.',
  },
  (_, it) => it.state === 'proposed' && it.beside,
)
export const seatsTaken = forbid<Staffing>(
  '3',
  {
    kk: 'Кейбір лауазымда ұсынылған бірліктен көп адам қызмет етеді. Алдымен тағайындауларды реттеңіз.',
    ru: 'На одной из должностей работает больше людей, чем предложено единиц. Сначала приведите в порядок назначения.',
    en: 'More people hold one of the posts than the table would have seats. Put the appointments in order first.',
  },
  (_, it) => it.state === 'proposed' && it.crowded,
)

/** A proposal is decided by another person than its author, so that an acting principal cannot agree with himself. */
export const ownProposal = (clause: '3' | '5.15') =>
  forbid<Decision>(
    clause,
    {
      kk: 'Өз ұсынысыңызды өзіңіз бекіте алмайсыз.',
      ru: 'Собственное предложение утвердить нельзя.',
      en: 'Nobody approves his or her own proposal.',
    },
    (actor, it) => it.proposedBy !== null && it.proposedBy.id === actor.id,
  )
export const notApproved = forbid<Description>(
  '5.15',
  {
    kk: 'Бұл нұсқаулық бекітілмеген, сондықтан оның күшін тоқтату қажет емес.',
    ru: 'Эта инструкция не утверждена, прекращать её действие не нужно.',
    en: 'This job description is not approved, so there is nothing to end.',
  },
  (_, it) => it.state !== 'approved',
)
