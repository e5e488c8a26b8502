// The right of complaint, as every refusal or decision tells it to the person (Administrative Procedural and Process-Related
// Code, article 91). The months are a parameter of the law on the paper's day, never a constant of a template.
import { russianForm } from '../../kernel/text.ts'
import { says } from './letter.ts'

export const complaint = says(
  ({ complaintMonths: months }) => ({
    kk:
      'Осы шешіммен келіспеген жағдайда Сіз Қазақстан Республикасы Әкімшілік рәсімдік-процестік кодексінің 91-бабына ' +
      `сәйкес шағым жасай аласыз. Шағым шешім туралы білген күннен бастап ${months} ай ішінде Ішкі қауіпсіздік бөлімі ` +
      'арқылы Сот әкімшілігінің басшысына беріледі.',
    ru:
      'В случае несогласия с настоящим решением Вы вправе подать жалобу в соответствии со статьёй 91 Административного ' +
      'процедурно-процессуального кодекса Республики Казахстан. Жалоба подаётся руководителю Судебной администрации ' +
      `через Отдел внутренней безопасности в течение ${months} ${russianForm(months, 'месяца', 'месяцев', 'месяцев')} ` +
      'со дня, когда Вам стало известно о решении.',
    en:
      'If you disagree with this decision, you may complain under article 91 of the Administrative Procedural and ' +
      'Process-Related Code of the Republic of Kazakhstan. The complaint is addressed to the Head of the Court ' +
      `Administration and lodged through the Internal Security Department within ${months} ` +
      `${months === 1 ? 'month' : 'months'} of the day on which you learned of the decision.`,
  }),
  { kk: 'Шағым жасау құқығы', ru: 'Право на обжалование', en: 'Right of complaint' },
)
