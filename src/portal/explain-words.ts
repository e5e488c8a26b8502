// Sentences of the pages for whoever is summoned or, as a judge, has consented to be questioned (5.2, 5.3).
import type { Text } from '../kernel/text.ts'
import { text } from './step.ts'

export const explainWords = {
  codeTitle: text('Шақыру бойынша түсініктеме', 'Объяснение по вызову', 'Explanation on a summons'),
  codeLead: text(
    'Шақырумен не келісіммен бірге берілген құпия кодты енгізіңіз.',
    'Введите секретный код, переданный с вызовом или после согласия.',
    'Enter the secret code given with the summons or after the consent.',
  ),
  codeWrong: text(
    'Бұл код бойынша ештеңе табылмады. Талондағы кодты тексеріңіз: жаңа код берілсе, бұрынғысы жарамайды.',
    'По этому коду ничего не найдено. Сверьте код с талоном: если выдан новый код, прежний не действует.',
    'Nothing was found by this code. Check it against the slip: when a new code is given, the old one is no longer good.',
  ),
  summons: text('Шақыру', 'Вызов', 'Summons'),
  number: text('Шақыру нөмірі', 'Номер вызова', 'Number of the summons'),
  signed: text('Қол қойылған күні', 'Дата подписания', 'Signed on'),
  to: text('Кімге', 'Кому', 'To'),
  author: text('Дайындаған қызметкер', 'Подготовил', 'Prepared by'),
  due: text('Түсініктеме беру мерзімі', 'Срок объяснения', 'To be explained by'),
  appear: text('Қайда және қашан келу керек', 'Куда и когда явиться', 'Where and when to come'),
  asked: text('Неге түсініктеме беру керек', 'О чём дать объяснение', 'What is to be explained'),
  rightsTitle: text('Сіздің құқықтарыңыз', 'Ваши права', 'Your rights'),
  rights: [
    text(
      'Өзіңізге, жұбайыңызға және жақын туыстарыңызға қарсы куәлік бермеуге құқығыңыз бар.',
      'Вы вправе не свидетельствовать против себя, супруга и близких родственников.',
      'You have the right not to testify against yourself, your spouse and close relatives.',
    ),
    text(
      'Өкілдің көмегіне жүгіне аласыз.',
      'Вы можете пользоваться помощью представителя.',
      'You may be helped by a representative.',
    ),
    text(
      'Түсініктемені қазақ, орыс не басқа өзіңіз білетін тілде жазасыз.',
      'Объяснение Вы пишете на казахском, русском или ином известном Вам языке.',
      'You write in Kazakh, Russian or another language that you know.',
    ),
    text('Құжаттарыңызды қоса бере аласыз.', 'Вы можете приложить свои документы.', 'You may attach your documents.'),
  ],
  writeTitle: text('Түсініктемеңіз', 'Ваше объяснение', 'Your explanation'),
  addTitle: text('Қосымша түсініктеме', 'Дополнительное объяснение', 'A further explanation'),
  writeLabel: text('Өз сөзіңізбен жазыңыз', 'Напишите своими словами', 'Write in your own words'),
  writeHint: text(
    'Жазғаныңыз дәл осы күйінде сақталады. Жібергеннен кейін оны өзгертуге болмайды, бірақ толықтыруға болады.',
    'Написанное сохраняется слово в слово. После отправки изменить его нельзя, но можно дополнить.',
    'What you write is kept word for word. Once sent it cannot be changed, but you may add to it.',
  ),
  file: text('Құжат', 'Документ', 'A document'),
  fileHint: text(
    'Тағы бір құжат болса, оны қосымша түсініктемемен жіберіңіз.',
    'Ещё один документ можно отправить с дополнительным объяснением.',
    'Another document may be sent with a further explanation.',
  ),
  own: text(
    'Түсініктемені өзім, өз сөзіммен жаздым',
    'Объяснение написано мной, моими словами',
    'I wrote this explanation myself, in my own words',
  ),
  ownNeeded: text(
    'Өзіңіз жазғаныңызды растаңыз.',
    'Подтвердите, что написали это сами.',
    'Confirm that you wrote it yourself.',
  ),
  sign: text('Растап жіберу', 'Подтвердить и отправить', 'Confirm and send'),
  given: text('Берген түсініктемелеріңіз', 'Данные Вами объяснения', 'Explanations that you gave'),
  slipTitle: text('Түсініктемеңіз қабылданды', 'Ваше объяснение принято', 'Your explanation has been received'),
  slipName: text('Түсініктеме қабылданғаны туралы талон', 'Талон о приёме объяснения', 'Slip of the explanation'),
  slipKey: text('Түсініктеменің белгісі', 'Метка объяснения', 'Mark of the explanation'),
  at: text('Қабылданған уақыты', 'Время приёма', 'Received at'),
  back: text('Шақыруға оралу', 'Вернуться к вызову', 'Back to the summons'),
  consentTitle: text('Жауап алуға келісіміңіз', 'Ваше согласие на опрос', 'Your consent to be questioned'),
  consentLead: text(
    'Сізден тек өз келісіміңізбен жауап алынады. Келісімді жауап алу аяқталғанға дейін кез келген сәтте, себебін айтпай кері қайтара аласыз.',
    'Вас опрашивают только с Вашего согласия. До конца опроса Вы можете отозвать его в любой момент, не называя причины.',
    'You are questioned only with your consent. Until the questioning ends you may withdraw it at any moment, without giving a reason.',
  ),
  consentWhere: text('Күні мен орны', 'Дата и место', 'Day and place'),
  consentGiven: text('Келісім берілген уақыт', 'Согласие дано', 'Consent given'),
  consentGone: text('Кері қайтарылған уақыт', 'Согласие отозвано', 'Consent withdrawn'),
  withdraw: text('Келісімді кері қайтару', 'Отозвать согласие', 'Withdraw the consent'),
  withdrawHint: text(
    'Басқан сәтте жауап алу тоқтайды. Бұған дейін айтқаныңыз уақытымен сақталады.',
    'В тот же миг опрос останавливается. Сказанное прежде сохраняется с временем.',
    'In that moment the questioning stops. What you said before stays with its time.',
  ),
  withdrawn: text(
    'Келісіміңіз кері қайтарылды. Сізден жауап алынбайды.',
    'Ваше согласие отозвано. Вас не опрашивают.',
    'Your consent is withdrawn. You are not questioned.',
  ),
  over: text('Жауап алу аяқталды.', 'Опрос окончен.', 'The questioning has ended.'),
} satisfies Record<string, Text | readonly Text[]>
