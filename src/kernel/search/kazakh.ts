// A light Kazakh stemmer: cuts case, possession and number from folded words, in the order in which they were added.

/** Roots of two letters that carry endings in this house's papers; no other root may be cut so short. */
const shortRoots = new Set(['ис', 'ел', 'ер', 'уй', 'ай', 'ой', 'су', 'ат', 'от', 'ас', 'ук', 'жс'])

/** Roots that lose their last vowel before an ending: мүлік, мүлкі. Folded spelling. */
const lostVowel: Record<string, string> = {
  мулк: 'мулик',
  халк: 'халык',
  орн: 'орын',
  ерк: 'ерик',
  кауп: 'кауип',
  арп: 'арип',
  конл: 'конил',
  карн: 'карын',
  ауз: 'ауыз',
}

/** Whole words that end like a case: төраға is not төра+ға. */
const wholes = new Set(
  'торага тулга баска кыска бирге тенге почта пошта банда команда аренда вахта комната контора'.split(' '),
)

/** Roots in -н whose н must not be taken for the н of an ending: аудан+ы, not ауда+ны. */
const rootsInN = new Set(
  'аудан орган маман заман план район талон телефон кезен мекен куран закон дастан курман'.split(' '),
)

const vowels = 'аеиоуыэюя'
const hard = 'кпстшщфхцчбвгд'
const voiced = 'рйулзж'
const nasal = 'мн'

interface Ending {
  forms: readonly string[]
  /** Last letters of the stem after which these forms stand (consonants assimilate). */
  after: string
}

/** In the folded alphabet ң is н, ғ is г, і is и: so -тың is тын and -ғы is гы. */
const cases: readonly Ending[] = [
  { forms: ['ндагы', 'ндеги', 'нда', 'нде', 'нан', 'нен', 'на', 'не'], after: 'ыи' },
  { forms: ['тагы', 'теги', 'тын', 'тин', 'тан', 'тен', 'пен', 'ты', 'ти', 'та', 'те', 'ка', 'ке'], after: hard },
  { forms: ['дагы', 'деги', 'да', 'де'], after: vowels + voiced + nasal },
  { forms: ['дын', 'дин'], after: voiced },
  { forms: ['дан', 'ден'], after: vowels + voiced },
  { forms: ['нын', 'нин'], after: vowels + nasal },
  { forms: ['нан', 'нен'], after: nasal },
  { forms: ['бен'], after: 'зж' },
  { forms: ['мен'], after: vowels + 'рйл' + nasal },
  { forms: ['ды', 'ди'], after: voiced + nasal },
  { forms: ['ны', 'ни'], after: vowels.replace('у', '') },
  { forms: ['га', 'ге'], after: vowels + voiced + nasal },
]

const plurals: readonly Ending[] = [
  { forms: ['лар', 'лер'], after: vowels + 'рй' },
  { forms: ['дар', 'дер'], after: 'лмнзж' },
  { forms: ['тар', 'тер'], after: hard },
]

const possessions: readonly Ending[] = [
  { forms: ['ымыз', 'имиз', 'ыныз', 'иниз'], after: hard + voiced + nasal },
  { forms: ['мыз', 'миз', 'ныз', 'низ'], after: vowels },
  { forms: ['сы', 'си'], after: 'аеоэюя' },
  // After ы only where a doer or an adjective ends (басшы+сы, күдікті+сі); облыс+ы has its own с.
  { forms: ['шысы', 'шиси', 'дысы', 'диси', 'тысы', 'тиси'], after: vowels + hard + voiced + nasal },
]

/** Adjectives of the accusative's shape (күдікті, лауазымды): cut as well, so that күдікті and күдіктінің meet. */
const adjectives: readonly Ending[] = [
  { forms: ['ты', 'ти'], after: hard },
  { forms: ['ды', 'ди'], after: 'лмнзж' },
]

/** The stem of a folded lower-case Cyrillic word; a word without Kazakh endings comes back as it is. */
export function stemKazakh(word: string): string {
  if (!/^[а-я]{3,}$/.test(word)) return word
  let stem = cutCase(word)
  stem = cutPossession(stem)
  stem = cut(stem, plurals)
  stem = cut(stem, adjectives)
  stem = cutVowel(stem)
  return settle(stem)
}

function cut(word: string, endings: readonly Ending[]): string {
  if (wholes.has(word)) return word
  for (const { forms, after } of endings) {
    for (const form of forms) {
      if (!word.endsWith(form)) continue
      const stem = word.slice(0, -form.length)
      if (form.startsWith('н') && rootsInN.has(`${stem}н`)) continue
      if (isRoot(stem) && after.includes(stem.at(-1) ?? '') && agree(stem, form)) return stem
    }
  }
  return word
}

function cutCase(word: string): string {
  const stem = cut(word, cases)
  if (stem !== word) return stem
  // The accusative of a possessed noun is a bare -н: приставын, құқығын. Roots like орын are too short to be taken for one.
  return /[ыи]н$/.test(word) && isRoot(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function cutPossession(word: string): string {
  const stem = cut(word, possessions)
  if (stem !== word) return /[шдт][ыи]с[ыи]$/.test(word) ? word.slice(0, -2) : stem
  if (cut(word, adjectives) !== word) return word
  // -ым is cut only where the plural or a softened consonant proves possession; бөлім, шешім, шағым are whole words.
  const mine = /^(.+(?:[лдт][ае]р|.{2}[гб]))[ыи][мн]$/.exec(word)?.[1]
  return mine ?? cutVowel(word)
}

/** Cuts the -ы of the third person, but not the -шы of a doer (басшы, тергеуші). */
function cutVowel(word: string): string {
  if (!/[ыи]$/.test(word) || (/[^аеиоыэюя]ш[ыи]$/.test(word.slice(-4)) && word.length > 4)) return word
  const stem = word.slice(0, -1)
  const last = stem.at(-1) ?? ''
  const follows = last === 'у' || !vowels.includes(last)
  return follows && isRoot(stem) && agree(stem, word.at(-1) ?? '') ? stem : word
}

const isRoot = (stem: string): boolean => /[аеиоуыэюя]/.test(stem) && (stem.length >= 3 || shortRoots.has(stem))

/** Vowel harmony as far as folded letters still show it: no front ending after ы, no back ending after е, и, э. */
function agree(stem: string, ending: string): boolean {
  const root = stem.match(/[аеиоуыэюя](?=[^аеиоуыэюя]*$)/)?.[0] ?? ''
  const first = ending.match(/[аеиы]/)?.[0] ?? ''
  if (/^[мбп]ен$/.test(ending)) return true
  return 'еи'.includes(first) ? root !== 'ы' : !'еэи'.includes(root) || (root === 'и' && first === 'ы')
}

/** Undoes what endings do to the root's last letters: қ and к soften to ғ and г, п to б, a vowel falls out. */
function settle(stem: string): string {
  const firm = stem.replace(/г$/, 'к').replace(/б$/, 'п')
  // -кт, -ст: проекті could be проек+ті as well as проект+і, so the т goes in every form.
  const bare = firm.length >= 4 ? firm.replace(/([кпсф])т$/, '$1') : firm
  return lostVowel[bare] ?? bare
}
