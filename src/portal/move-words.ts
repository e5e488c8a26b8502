// The sentences of the pages on which an applicant reads where the appeal went, withdraws it or complains of the reply.
import type { Text } from '../kernel/text.ts'

const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

export const moveWords = {
  firstTerm: text('Бастапқы мерзім', 'Первоначальный срок', 'Term before the extension'),
  partsTitle: text(
    'Өтініштің бір бөлігі басқа органға жіберілді',
    'Часть обращения направлена в другой орган',
    'A part of your appeal went to another body',
  ),
  partsLead: text(
    'Осы бөлігі бойынша жауапты сол орган береді. Қалғанын біз қараймыз.',
    'По этой части ответит названный орган. Остальное рассматриваем мы.',
    'That body will answer on this part. We consider the rest.',
  ),
  withdraw: text('Өтінішті қайтарып алу', 'Отозвать обращение', 'Withdraw the appeal'),
  withdrawTitle: text('Өтінішті қайтарып алу', 'Отзыв обращения', 'Withdrawal of the appeal'),
  withdrawLead: text(
    'Өтінішті қайтарып алсаңыз, оны қарау тоқтатылады. Тек қылмыс белгілері болса, қарау жалғасады.',
    'Если отозвать обращение, его рассмотрение прекращается. Только при признаках преступления оно продолжится.',
    'If you withdraw the appeal, its consideration ends. Only where there are signs of a crime does it go on.',
  ),
  withdrawReason: text('Себебі', 'Причина', 'Reason'),
  withdrawSend: text('Иә, қайтарып аламын', 'Да, отозвать', 'Yes, withdraw it'),
  withdrawAsked: text(
    'Қайтарып алу туралы талабыңыз тіркелді, ол бойынша шешім қабылданады.',
    'Ваше требование об отзыве зарегистрировано, по нему будет принято решение.',
    'Your wish to withdraw is registered; a decision on it will follow.',
  ),
  withdrawDeclined: text(
    'Өтініш қаралып жатыр: қайтарып алуға қарамастан қарау жалғасады.',
    'Обращение рассматривается: несмотря на отзыв, рассмотрение продолжается.',
    'The appeal is being considered: it goes on in spite of the withdrawal.',
  ),
  stay: text('Артқа, өтініштің барысына', 'Назад, к ходу рассмотрения', 'Back to how the appeal goes'),
  complain: text('Жауапқа шағым беру', 'Подать жалобу на ответ', 'Complain against the reply'),
  complainUntil: text('Шағым беру мерзімі:', 'Срок подачи жалобы:', 'To be lodged by:'),
  complainLead: text(
    'Шағым тіркеледі. Бөлім оны толық қанағаттандырмаса, заңда белгіленген мерзімде жоғары тұрған органға береді.',
    'Жалоба регистрируется. Если отдел не удовлетворит её полностью, она в установленный законом срок передаётся в вышестоящий орган.',
    'The complaint is registered. Unless the Department fully satisfies it, it is passed to the higher body within the term set by law.',
  ),
  complainText: text('Немен келіспейсіз', 'С чем Вы не согласны', 'What you disagree with'),
  complainHint: text(
    'Жауаптың қай жері дұрыс емес екенін және не сұрайтыныңызды жазыңыз.',
    'Напишите, что в ответе неверно и о чём Вы просите.',
    'Say what is wrong in the reply and what you ask for.',
  ),
  complaintTitle: text('Жауапқа шағымыңыз', 'Ваша жалоба на ответ', 'Your complaint against the reply'),
  complaintNumber: text('Шағым нөмірі', 'Номер жалобы', 'Number of the complaint'),
  complaintDay: text('Берілген күні', 'Подана', 'Lodged'),
  reviewDue: text('Қарау мерзімі', 'Срок рассмотрения', 'To be reviewed by'),
  complaintAsked: text('Шағым қабылданды.', 'Жалоба принята.', 'The complaint has been taken in.'),
  complaintPassed: text(
    'Шағым жоғары тұрған органға берілді.',
    'Жалоба передана в вышестоящий орган.',
    'The complaint has been passed to the higher body.',
  ),
} as const
