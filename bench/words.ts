// Invented appeals for the measurements: common words of the trade, a long tail of rare ones, names with their endings.
const surnames =
  'Ержанов Серіков Оспанов Қасымов Беков Құсайынов Мұқанов Жұмабаев Тілеуов Ахметов Сәрсенов Төребеков Әлімов Ким Петров'
const given = 'Мұрат Айгүл Дәулет Жанна Назгүл Тимур Сәуле Ерлан Руслан Камила Ольга Виктор Гүлнар Бекзат Раушан'
const kazakh = `сот судья пристав шағым өтініш сыбайлас жемқорлық пара талап еткен істі қарау кезінде қызметкер тексеру
 мерзім құжат жауап шешім үкім облыстық аудандық төраға хатшы отырыс куәгер дәлел лауазымды адам құқық бұзушылық`
const russian = `суд судья пристав жалоба обращение коррупция взятка потребовал рассмотрение дело сотрудник проверка срок
 документ ответ решение приговор областной районный председатель секретарь заседание свидетель доказательство нарушение`

const split = (words: string): string[] => words.split(/\s+/)

/** The same numbers every time, so that two runs measure one thing. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const syllables = ['ка', 'ла', 'ту', 'ми', 'но', 'ре', 'са', 'ды', 'бо', 'ши']

const rareWord = (n: number): string => [...String(n)].map((digit) => syllables[Number(digit)]).join('')

export interface Written {
  name: string
  subject: string
  text: string
}

/** Writes the n-th appeal: sixty words, a third of them rare, about a person with a patronymic. */
export const writer = (): ((n: number) => Written) => {
  const roll = dice(7)
  const pick = (list: readonly string[]): string => list[Math.floor(roll() * list.length)] ?? ''
  const [families, firsts, kk, ru] = [split(surnames), split(given), split(kazakh), split(russian)]
  return (n) => {
    const name = `${pick(families)}${roll() < 0.5 ? 'а' : ''} ${pick(firsts)} ${rareWord(n % 400)}ұлы`
    const common = Array.from({ length: 40 }, () => pick(n % 2 ? kk : ru))
    const rare = Array.from({ length: 20 }, () => rareWord(Math.floor(20_000 * roll() ** 3)))
    return { name, subject: `${pick(kk)} ${pick(ru)} ${rareWord(n % 1_000)}`, text: [...common, ...rare].join(' ') }
  }
}

/** Numbers, common and rare words, word forms, a Latin spelling, a beginning, a slip of the pen, nothing at all. */
export const questions = [
  '6001-24-7-6/777',
  'ӨЛ-777',
  '840101300777',
  'шағым',
  'жалоба на судью',
  'Ержановтың өтініші',
  'Serikova',
  'пара сот пристав',
  'сыбайлас жемқ',
  'Ержжнов',
  'катуми',
  'Сераков',
  'суд шағым',
  'zzzzzz',
] as const
