// What an appeal is about and how it is answered: chosen by those who work on it, fixed when the reply is signed (clause 15).
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { holdDocument } from '../documents/index.ts'
import type { AppealResult } from '../submissions/contract.ts'
import * as store from './store.ts'

const noQuestion = {
  kk: 'Жіктеуіште мұндай мәселе жоқ. Тізімнен таңдаңыз.',
  ru: 'Такого вопроса в классификаторе нет. Выберите из списка.',
  en: 'There is no such question in the classifier. Choose from the list.',
}
const needsGround = {
  kk: 'Бас тартудың негізін жазыңыз: заңның бабын және анықталған мән-жайды.',
  ru: 'Укажите основание отказа: статью закона и установленное обстоятельство.',
  en: 'Give the ground of the refusal: the article of the law and what was established.',
}
const onlyExplained = {
  kk: 'Сот актісімен келіспеу туралы өтінішке шағым жасау тәртібі түсіндіріледі: сот актілері қайта қаралмайды.',
  ru: 'На несогласие с судебным актом разъясняется порядок обжалования: судебные акты не пересматриваются.',
  en: 'A disagreement with a judgment is answered with the routes of appeal: judgments are not reviewed.',
}

/** Disagreement with a judgment: the acts of judges are not reviewed, their routes of appeal are explained. */
export const isJudgment = (question: string | null): boolean => question === 'judgment'

/** @throws Refusal 'invalid' on the field `question` */
export async function checkQuestion(tx: Tx, question: string): Promise<void> {
  const known = await store.listQuestions(tx)
  if (!known.some(({ code }) => code === question)) throw invalidField('question', noQuestion)
}

interface Chosen {
  result: AppealResult
  ground: string | null
  burdensome?: boolean | undefined
}

/** Lets the draft wait for what it lacks: a result, or the applicant's hearing where the answer is burdensome. */
export const holdReply = (
  tx: Tx,
  it: Pick<store.Appeal, 'reply' | 'result' | 'burdensome' | 'heardFrom'>,
): Promise<void> => {
  if (!it.reply) return Promise.resolve()
  if (!it.result) return holdDocument(tx, it.reply, 'result')
  return it.burdensome ? holdDocument(tx, it.reply, 'hearing', it.heardFrom) : holdDocument(tx, it.reply, null)
}

/** Writes the result down; a refusal burdens the applicant unless the assignee says otherwise. */
export async function settleResult(tx: Tx, it: store.Appeal, { result, ground, burdensome }: Chosen): Promise<void> {
  if (isJudgment(it.question) && result !== 'explained') throw invalidField('result', onlyExplained)
  if (result === 'refused' && !ground) throw invalidField('ground', needsGround)
  const burdens = burdensome ?? result === 'refused'
  await store.change(tx, it.id, {
    result,
    result_ground: result === 'refused' ? ground : null,
    burdensome: burdens,
  })
  await holdReply(tx, { ...it, result, burdensome: burdens })
}

/** @throws Refusal 'invalid' on the field `question` */
export async function setQuestion(tx: Tx, id: string, question: string): Promise<void> {
  await checkQuestion(tx, question)
  await store.change(tx, id, { question })
}
