// What the Department asks of others: documents and information (clauses 5.6, 5.7), and its lawful demand (clause 12).
import { askDay, askProse, ground, toBody } from './asked.ts'
import { letter, says, shows } from './letter.ts'

const asked = askProse(
  {
    kk: 'Сұратылатын құжаттар мен мәліметтер',
    ru: 'Запрашиваемые документы и сведения',
    en: 'Documents and information requested',
  },
  {
    kk: 'Әрқайсысын жаңа жолдан, қай кезең үшін екенін көрсетіп жазыңыз',
    ru: 'Каждое с новой строки, с указанием периода',
    en: 'Each on a new line, with the period it covers',
  },
)

const until = askDay({ kk: 'Ұсыну мерзімі', ru: 'Срок представления', en: 'To be provided by' })

export const request = letter({
  name: 'request',
  title: {
    kk: 'Құжаттар мен мәліметтер сұрату',
    ru: 'Запрос документов и сведений',
    en: 'Request for documents and information',
  },
  clauses: ['5.6', '15'],
  series: '7-11',
  agreedBy: [],
  answering: 'record',
  asks: { ...toBody, asked, ground, until },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі қызметтік міндеттерін жүзеге асыру үшін төмендегі құжаттар мен мәліметтерді ұсынуды сұрайды.',
      ru: 'Для осуществления служебных обязанностей Отдел внутренней безопасности просит представить следующие документы и сведения.',
      en: 'To carry out its duties, the Internal Security Department asks you to provide the following documents and information.',
    }),
    shows('asked'),
    shows('ground'),
    shows('until'),
    says({
      kk: 'Сұрау Ішкі қауіпсіздік бөлімі туралы ереженің 5-тармағының 6) тармақшасына сәйкес жіберіледі. Мәліметтерді белгіленген мерзімде ұсыну мүмкін болмаса, оның себебін жазбаша хабарлауды сұраймыз.',
      ru: 'Запрос направляется в соответствии с подпунктом 6) пункта 5 Положения об Отделе внутренней безопасности. Если представить сведения в срок невозможно, просим письменно сообщить причину.',
      en: 'The request is made under paragraph 5, subparagraph 6) of the Regulation on the Internal Security Department. If you cannot provide the information in time, please give the reason in writing.',
    }),
  ],
})

export const agencyRequest = letter({
  name: 'agency-request',
  title: {
    kk: 'Мемлекеттік органға сұрау салу',
    ru: 'Запрос в государственный орган',
    en: 'Request to a state body',
  },
  clauses: ['5.7', '15'],
  series: '7-12',
  agreedBy: ['deputy'],
  answering: 'record',
  asks: { ...toBody, asked, ground, until },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі өзара іс-қимыл шеңберінде төмендегі мәліметтерді ұсынуды сұрайды.',
      ru: 'В рамках взаимодействия Отдел внутренней безопасности просит представить следующие сведения.',
      en: 'In the course of cooperation, the Internal Security Department asks you to provide the following information.',
    }),
    shows('asked', { kk: 'Сұратылатын мәліметтер', ru: 'Запрашиваемые сведения', en: 'Information requested' }),
    shows('ground'),
    shows('until'),
    says({
      kk: 'Алынған мәліметтер заңмен қорғалатын құпия сақтала отырып, тек қызметтік мақсатта пайдаланылады.',
      ru: 'Полученные сведения будут использованы только в служебных целях с соблюдением охраняемой законом тайны.',
      en: 'The information will be used for official purposes only, and secrets protected by law will be kept.',
    }),
  ],
})

export const demand = letter({
  name: 'demand',
  title: { kk: 'Заңды талап', ru: 'Законное требование', en: 'Lawful demand' },
  clauses: ['12', '15'],
  series: '7-14',
  agreedBy: ['deputy'],
  answering: 'record',
  called: { kk: 'Талап', ru: 'Требование', en: 'Demand' },
  asks: {
    ...toBody,
    demanded: askProse(
      { kk: 'Не талап етіледі', ru: 'Что требуется', en: 'What is demanded' },
      {
        kk: 'Нақты әрекеттерді және оны кім орындайтынын жазыңыз',
        ru: 'Укажите конкретные действия и кто их выполняет',
        en: 'Name the acts and who is to carry them out',
      },
    ),
    ground,
    until: askDay({ kk: 'Орындау мерзімі', ru: 'Срок исполнения', en: 'To be carried out by' }),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі өзіне жүктелген міндеттерді іске асыру үшін төмендегіні орындауды талап етеді.',
      ru: 'Для реализации поставленных перед ним задач Отдел внутренней безопасности требует исполнить следующее.',
      en: 'To carry out the tasks set before it, the Internal Security Department demands the following.',
    }),
    shows('demanded'),
    shows('ground'),
    shows('until'),
    says({
      kk: 'Ішкі қауіпсіздік бөлімі туралы ереженің 12-тармағына сәйкес Сот әкімшілігінің және оның аумақтық бөлімшелерінің қызметкерлері бөлімнің заңды талаптарын орындауға міндетті. Орындалғаны туралы көрсетілген мерзімде жазбаша хабарлауды сұраймыз.',
      ru: 'В соответствии с пунктом 12 Положения об Отделе внутренней безопасности работники Судебной администрации и её территориальных подразделений обязаны выполнять законные требования отдела. Об исполнении просим письменно сообщить в указанный срок.',
      en: 'Under paragraph 12 of the Regulation on the Internal Security Department, staff of the Court Administration and of its territorial units are obliged to comply with the lawful demands of the Department. Please report compliance in writing by the day named.',
    }),
  ],
})
