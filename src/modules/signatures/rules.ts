// Who may add an electronic signature, and who sees that one stands.
import { forbid, permit } from '../../kernel/rules.ts'
import type { Document } from '../documents/index.ts'

const signer = { kk: 'құжатқа қол қойған адам', ru: 'подписавший документ', en: 'the person who signed the document' }

export const signedIt = permit<Document>('15', signer, (actor, it) => it.signed?.by === actor.id)

export const anotherSigned = forbid<Document>(
  '15',
  {
    kk: 'Электрондық қолтаңбаны құжатқа қол қойған адамның өзі ғана қояды: меңгеруші, ал ол болмаған кезде оны алмастырған адам.',
    ru: 'Электронную подпись ставит только тот, кто подписал документ: заведующий, а в его отсутствие лицо, его замещавшее.',
    en: 'The electronic signature is added only by the person who signed the document: the head or, in the head’s absence, the person who acted.',
  },
  (actor, it) => it.signed !== null && it.signed.by !== actor.id,
)

export const notSignedYet = forbid<Document>(
  '15',
  {
    kk: 'Құжатқа әлі қол қойылмаған. Электрондық қолтаңба бекітілген мәтінге қойылады.',
    ru: 'Документ ещё не подписан. Электронная подпись ставится под окончательным текстом.',
    en: 'The document has not been signed yet. The electronic signature is put to the final text.',
  },
  (_, it) => it.signed === null,
)

export const anyEmployee = permit<void>(
  '5.16',
  { kk: 'жүйеге кірген қызметкер', ru: 'вошедший работник', en: 'an employee who is signed in' },
  (actor) => actor.kind === 'employee',
)
