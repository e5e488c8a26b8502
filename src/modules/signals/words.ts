// Where a signal was seen, and why it is no appeal; shared by the server and the screens.
import type { Text } from '../../kernel/text.ts'

export const signalSources = [
  'facebook',
  'instagram',
  'telegram',
  'tiktok',
  'youtube',
  'threads',
  'press',
  'other',
] as const
export type SignalSource = (typeof signalSources)[number]

const same = (words: string): Text => ({ kk: words, ru: words, en: words })

export const sourceTitles: Readonly<Record<SignalSource, Text>> = {
  facebook: same('Facebook'),
  instagram: same('Instagram'),
  telegram: same('Telegram'),
  tiktok: same('TikTok'),
  youtube: same('YouTube'),
  threads: same('Threads'),
  press: { kk: 'Бұқаралық ақпарат құралы', ru: 'Средство массовой информации', en: 'Mass media' },
  other: { kk: 'Басқа дереккөз', ru: 'Другой источник', en: 'Another source' },
}

/** The same sentence on the screen and in the refusal. */
export const whyNoAppeal: Text = {
  kk: 'Әлеуметтік желідегі жазба өтініш емес: авторы анықталмаған, қолы жоқ. Сондықтан ол тіркелмейді, оған мерзім есептелмейді. Авторына өтініш беруге болатынын айтыңыз: қоғамдық бетте, қағаз түрінде немесе ауызша.',
  ru: 'Запись в социальной сети – не обращение: автор не установлен, подписи нет. Поэтому она не регистрируется и срок по ней не считается. Посоветуйте автору подать обращение: на общедоступной странице, на бумаге или устно.',
  en: 'A post in a social network is no appeal: its author is not established and it is not signed. So it is not registered and no term counts. Advise the author to hand in an appeal: on the public page, on paper or by word of mouth.',
}
