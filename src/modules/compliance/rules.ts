// Who sees what was not complied with, and whose word it awaits.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import { principalPost, type Ask } from '../requests/index.ts'

const holdsPost = (actor: Actor, code: string): boolean => actor.posts.some((post) => post.code === code)

export const oversees = permit<Ask>(
  '5.1',
  {
    kk: 'Жоғарғы Соттың Төрағасы және Сот әкімшілігінің басшысы',
    ru: 'Председатель Верховного Суда и руководитель Судебной администрации',
    en: 'the Chairman of the Supreme Court and the Head of the Court Administration',
  },
  (actor) => principalPost(actor) !== null,
)

export const decides = permit<Ask>(
  '5.1',
  {
    kk: 'ұсыныс енгізілген басшы',
    ru: 'руководитель, которому внесено предложение',
    en: 'the principal to whom the proposal was made',
  },
  (actor, it) => it.addresseePost !== null && holdsPost(actor, it.addresseePost),
)

export const isNoProposal = forbid<Ask>(
  '5.1',
  {
    kk: 'Шешім басшылыққа енгізілген ұсыныс бойынша ғана айтылады.',
    ru: 'Решение принимается только по предложению, внесённому руководству.',
    en: 'A decision is given only on a proposal to the principals.',
  },
  (_, it) => it.kind !== 'proposal',
)

export const seesReports = permit<void>(
  '12',
  {
    kk: 'басшылық және сұрау салулармен жұмыс істейтін қызметкер',
    ru: 'руководство и работник, занятый запросами',
    en: 'the principals and an employee who works with requests',
  },
  (actor) => principalPost(actor) !== null || actor.powers.has('requests.read'),
)
