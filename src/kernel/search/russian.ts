// A light Russian stemmer: cuts the endings of nouns, adjectives, participles and verbs from folded words.

const vowel = /[аеиоуыэюя]/

// The bare -в of gerunds (сделав) is left alone: пристав, архив and актив end so, and papers speak of them far more.
const gerunds = /(?:(?<=[ая])(?:вшись|вши)|(?:ившись|ывшись|ивши|ывши))$/
// Судья and статья keep their soft sign, or every судья would be a суд.
const softNouns = /(?<=ь)(?:ями|ях|ям|ей|я|и|е)$|(?<=(?:д|ат|м)ь)ю$/
const adjectives = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/
const participles = /(?:(?<=[ая])(?:ющ|вш|нн|ем|щ)|(?:ующ|ивш|ывш))$/
const verbs = new RegExp(
  '(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|' +
    '(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю))$',
)
const nouns =
  /(?:иями|иях|иям|ием|ией|ями|ами|ах|ях|ам|ям|ом|ем|ей|ой|ий|ия|ья|ию|ью|ие|ье|ии|еи|ев|ов|й|ы|ь|а|е|о|у|и|я|ю)$/

/** The stem of a folded lower-case Cyrillic word. Endings are sought only behind the first vowel, so short roots stay. */
export function stemRussian(word: string): string {
  const start = word.search(vowel)
  if (start < 0 || !/^[а-я]{3,}$/.test(word)) return word
  if (softNouns.test(word)) return word.replace(softNouns, '')
  const head = word.slice(0, start + 1)
  return head + cutAbstract(head, cutEnding(word.slice(start + 1)))
}

function cutEnding(tail: string): string {
  const told = tail.replace(gerunds, '')
  if (told !== tail) return told
  const bare = tail.replace(/(?:ся|сь)$/, '')
  const quality = bare.replace(adjectives, '')
  if (quality !== bare) return quality.replace(participles, '')
  const act = bare.replace(verbs, '')
  return act === bare ? bare.replace(nouns, '') : act
}

/** -и, -ость, -ейш, -нн and -ь, which stand between the root and the ending. */
function cutAbstract(head: string, tail: string): string {
  const short = tail.replace(/и$/, '')
  const second = /^.*?[^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/.exec(short)?.[0].length ?? Infinity
  const plain = short.slice(second).replace(/ость?$/, '')
  const rooted = second === Infinity ? short : short.slice(0, second) + plain
  if (rooted.endsWith('нн')) return rooted.slice(0, -1)
  const calm = rooted.replace(/ейше?$/, '')
  return calm === rooted ? rooted.replace(/ь$/, '') : calm.replace(/нн$/, 'н')
}
