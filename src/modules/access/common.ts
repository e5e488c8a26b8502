// The words that most people take as a password, here and elsewhere; digits and signs around them help nobody.

const words = new Set([
  'password', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'passwordpassword', 'qwerty', 'qwertyuiop', 'qwerty123456', 'asdfghjkl', 'zxcvbnm',
  'qwertyqwerty', 'qazwsxedc', 'qazwsx', 'abc', 'abcd', 'abcdef', 'abcdefg', 'abcdefgh', 'abcdefghijkl', 'letmein', 'welcome', 'admin', 'administrator',
  'adminadmin', 'root', 'user', 'guest', 'login', 'master', 'secret', 'iloveyou', 'monkey', 'dragon', 'football', 'baseball',
  'sunshine', 'princess', 'superman', 'batman', 'trustno', 'changeme', 'default', 'test', 'testtest', 'computer', 'internet',
  'kazakhstan', 'qazaqstan', 'astana', 'almaty', 'nursultan', 'shymkent', 'qorgan', 'tenge', 'salem', 'sot', 'sudya', 'kazahstan',
  'пароль', 'парольпароль', 'йцукен', 'йцукенгшщз', 'йцукенгшщзхъ', 'привет', 'любовь', 'админ', 'администратор', 'казахстан',
  'қазақстан', 'құпиясөз', 'астана', 'алматы', 'әкімші', 'сәлем', 'махаббат', 'қорған', 'жасұлан', 'айгерім',
])

const runs = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn', 'йцукенгшщзхъфывапролджэячсмитьбю']

/** Expects lower case. True for a listed word with nothing but digits and signs around it, said twice, or a run of keys. */
export const isCommon = (lower: string): boolean => {
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const half = lower.slice(0, lower.length / 2)
  return words.has(lower) || words.has(bare) || (half + half === lower && isCommon(half) && half.length > 2) || runs.some((run) => run.includes(lower))
}
