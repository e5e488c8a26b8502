// The usual articles of the Criminal Code by name, for tables and filters.
import type { Text } from '../../kernel/text.ts'

/** The usual articles by their numbers; any other stands as its number. The titles are shortened and not verified against the Code. */
export const usualArticles: Readonly<Record<string, Text>> = {
  '189': {
    kk: 'Сеніп тапсырылған бөтен мүлікті иемденіп алу немесе талан-таражға салу',
    ru: 'Присвоение или растрата вверенного чужого имущества',
    en: 'Embezzlement of entrusted property',
  },
  '190': { kk: 'Алаяқтық', ru: 'Мошенничество', en: 'Fraud' },
  '345': {
    kk: 'Жол жүрісі қағидаларын бұзу',
    ru: 'Нарушение правил дорожного движения',
    en: 'Breach of traffic rules',
  },
  '361': {
    kk: 'Лауазымдық өкілеттіктерді теріс пайдалану',
    ru: 'Злоупотребление должностными полномочиями',
    en: 'Abuse of official powers',
  },
  '362': {
    kk: 'Билікті не лауазымдық өкілеттіктерді асыра пайдалану',
    ru: 'Превышение власти или должностных полномочий',
    en: 'Excess of power or official powers',
  },
  '364': {
    kk: 'Кәсіпкерлік қызметке заңсыз қатысу',
    ru: 'Незаконное участие в предпринимательской деятельности',
    en: 'Unlawful part in business',
  },
  '366': { kk: 'Пара алу', ru: 'Получение взятки', en: 'Taking a bribe' },
  '367': { kk: 'Пара беру', ru: 'Дача взятки', en: 'Giving a bribe' },
  '368': { kk: 'Парақорлыққа делдал болу', ru: 'Посредничество во взяточничестве', en: 'Mediation in bribery' },
  '369': { kk: 'Қызметтік жалғандық жасау', ru: 'Служебный подлог', en: 'Official forgery' },
  '370': { kk: 'Қызметтегі әрекетсіздік', ru: 'Бездействие по службе', en: 'Failure to act in office' },
  '371': { kk: 'Салғырттық', ru: 'Халатность', en: 'Negligence' },
  '416': { kk: 'Дәлелдемелерді бұрмалау', ru: 'Фальсификация доказательств', en: 'Falsification of evidence' },
  '418': {
    kk: 'Көрінеу әділетсіз сот актісін шығару',
    ru: 'Вынесение заведомо неправосудного судебного акта',
    en: 'Knowingly unjust judicial act',
  },
}

export const articleTitle = (code: string): Text => {
  const usual = usualArticles[code.split('.')[0] ?? code]
  return {
    kk: usual ? `${code}-бап. ${usual.kk}` : `${code}-бап`,
    ru: usual ? `Статья ${code}. ${usual.ru}` : `Статья ${code}`,
    en: usual ? `Article ${code}. ${usual.en}` : `Article ${code}`,
  }
}
