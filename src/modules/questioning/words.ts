// States and roles of questionings in words.
import type { Text } from '../../kernel/text.ts'
import type { ConsentHow, PartRole, QuestioningState, Signature, StoppedWhy } from './contract.ts'

export const stateTitles: Readonly<Record<QuestioningState, Text>> = {
  planned: { kk: 'Жоспарланды', ru: 'Запланирован', en: 'Planned' },
  underway: { kk: 'Жүріп жатыр', ru: 'Идёт', en: 'Under way' },
  stopped: { kk: 'Тоқтатылды', ru: 'Остановлен', en: 'Stopped' },
  held: { kk: 'Аяқталды', ru: 'Завершён', en: 'Ended' },
  signed: { kk: 'Хаттама рәсімделді', ru: 'Протокол оформлен', en: 'Protocol completed' },
  cancelled: { kk: 'Өткізілмеді', ru: 'Не состоялся', en: 'Cancelled' },
}

export const roleTitles: Readonly<Record<PartRole, Text>> = {
  defender: { kk: 'Қорғаушы', ru: 'Защитник', en: 'Defender' },
  representative: { kk: 'Өкіл', ru: 'Представитель', en: 'Representative' },
  interpreter: { kk: 'Аудармашы', ru: 'Переводчик', en: 'Interpreter' },
  present: { kk: 'Қатысушы', ru: 'Присутствующий', en: 'Present' },
}

export const howTitles: Readonly<Record<ConsentHow, Text>> = {
  written: { kk: 'Жазбаша келісім', ru: 'Письменное согласие', en: 'Written consent' },
  spoken: { kk: 'Ауызша келісім', ru: 'Устное согласие', en: 'Spoken consent' },
}

export const stopTitles: Readonly<Record<StoppedWhy, Text>> = {
  consent: {
    kk: 'Судья келісімін кері қайтарды.',
    ru: 'Судья отозвал согласие.',
    en: 'The judge withdrew the consent.',
  },
  permission: {
    kk: 'Төрағаның рұқсаты күшін жойды.',
    ru: 'Разрешение Председателя утратило силу.',
    en: 'The Chairman’s permission is no longer in force.',
  },
  investigation: {
    kk: 'Тексеру тапсырмасы күшін жойды не тексеру қысқартылды.',
    ru: 'Поручение о расследовании утратило силу, или расследование прекращено.',
    en: 'The investigation has lost its authority or was discontinued.',
  },
}

export const signatureTitles: Readonly<Record<Signature, Text>> = {
  signed: { kk: 'Ескертусіз қол қойды', ru: 'Подписал без замечаний', en: 'Signed without remarks' },
  remarks: { kk: 'Ескертумен қол қойды', ru: 'Подписал с замечаниями', en: 'Signed with remarks' },
  refused: { kk: 'Қол қоюдан бас тартты', ru: 'Отказался подписать', en: 'Refused to sign' },
}
