// Papers that stay in the house: act, conclusion and protocol. The head approves them; those who drew them up sign below.
import { askLine, askProse, established, present, subject } from './asked.ts'
import { letter, shows } from './letter.ts'

export const act = letter({
  name: 'act',
  title: { kk: 'Акт', ru: 'Акт', en: 'Act' },
  clauses: ['5.14'],
  series: '7-15',
  agreedBy: [],
  answering: 'record',
  called: { kk: 'Акт', ru: 'Акт', en: 'Act' },
  asks: {
    subject,
    drawnBy: askLine(
      { kk: 'Актіні жасаған', ru: 'Составитель акта', en: 'Drawn up by' },
      { kk: 'Аты-жөні және лауазымы', ru: 'Фамилия, инициалы и должность', en: 'Name and post' },
    ),
    present,
    established,
    signers: askProse(
      { kk: 'Қол қоятындар', ru: 'Кто подписывает', en: 'Signed by' },
      {
        kk: 'Қол қоятын әр адамды жаңа жолдан жазыңыз',
        ru: 'Каждый подписывающий с новой строки',
        en: 'Each person who signs on a new line',
      },
      2_000,
    ),
  },
  internal: { signers: 'signers' },
  body: [shows('drawnBy'), shows('present'), shows('established')],
})

export const conclusion = letter({
  name: 'conclusion',
  title: { kk: 'Қорытынды', ru: 'Заключение', en: 'Conclusion' },
  clauses: ['5.14'],
  series: '7-16',
  agreedBy: ['deputy'],
  answering: 'record',
  called: { kk: 'Қорытынды', ru: 'Заключение', en: 'Conclusion' },
  asks: {
    subject,
    ground: askProse(
      { kk: 'Негіз', ru: 'Основание', en: 'Ground' },
      {
        kk: 'Тапсырма, өтініш немесе өзге құжат, оның нөмірі мен күні',
        ru: 'Поручение, обращение или иной документ, его номер и дата',
        en: 'The instruction, appeal or other document, its number and day',
      },
    ),
    established,
    conclusions: askProse({ kk: 'Тұжырымдар', ru: 'Выводы', en: 'Conclusions' }),
    proposed: askProse({ kk: 'Ұсыныстар', ru: 'Предложения', en: 'Proposals' }),
  },
  internal: { drafter: { kk: 'Қорытындыны жасаған', ru: 'Составитель заключения', en: 'Drawn up by' } },
  body: [shows('ground'), shows('established'), shows('conclusions'), shows('proposed')],
})

/** A meeting put on record; also the protocol of an appeal made by word of mouth. */
export const protocol = letter({
  name: 'protocol',
  title: { kk: 'Хаттама', ru: 'Протокол', en: 'Protocol' },
  clauses: ['5.13', '5.14', '6.23'],
  series: '7-17',
  agreedBy: [],
  answering: 'record',
  called: { kk: 'Хаттама', ru: 'Протокол', en: 'Protocol' },
  asks: {
    subject,
    present,
    heard: askProse(
      { kk: 'Тыңдалды', ru: 'Слушали', en: 'Heard' },
      {
        kk: 'Кім не айтты. Ауызша өтініш болса, оның мазмұны',
        ru: 'Кто что сказал. Для устного обращения – его содержание',
        en: 'Who said what. For an oral appeal, what it says',
      },
      30_000,
    ),
    decided: askProse({ kk: 'Шешілді', ru: 'Решили', en: 'Decided' }),
  },
  internal: { drafter: { kk: 'Хаттаманы жүргізген', ru: 'Составитель протокола', en: 'Kept by' } },
  body: [shows('present'), shows('heard'), shows('decided')],
})
