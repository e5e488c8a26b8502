// Why a verdict leads to no investigation of a superior, in words.
import type { Text } from '../../kernel/text.ts'
import type { Why } from './contract.ts'

export const whyTitles: Readonly<Record<Why, Text>> = {
  'no-corruption': {
    kk: 'Үкім сыбайлас жемқорлық қылмысы бойынша емес.',
    ru: 'Приговор не по коррупционному преступлению.',
    en: 'The verdict is not for a corruption offence.',
  },
  'no-superior': {
    kk: 'Құқық бұзушылық жасалған күнгі тікелей басшы тізілімнен табылмады.',
    ru: 'Непосредственный руководитель на день правонарушения в реестре не найден.',
    en: 'The register knows no direct superior on the day of the offence.',
  },
  'not-long': {
    kk: 'Тікелей басшы ол күнге дейін лауазымда талап етілетін мерзімнен аз болған.',
    ru: 'Непосредственный руководитель к этому дню пробыл в должности меньше требуемого срока.',
    en: 'By that day the direct superior had been in post for less than the required time.',
  },
  'no-person': {
    kk: 'Сотталған адам судьялар мен қызметкерлер тізілімінен табылмады. Іске адамның карточкасын байланыстырыңыз.',
    ru: 'Осуждённый в реестре судей и работников не найден. Свяжите дело с карточкой лица.',
    en: 'The register of judges and staff does not know the convicted. Link the case to the person’s card.',
  },
  'not-in-force': {
    kk: 'Үкімнің күші жойылған.',
    ru: 'Приговор отменён.',
    en: 'The verdict is no longer in force.',
  },
  'not-official': {
    kk: 'Тікелей басшы Сот әкімшілігінің не оның аумақтық бөлімшесінің лауазымды адамы емес.',
    ru: 'Непосредственный руководитель не является должностным лицом Судебной администрации или её территориального подразделения.',
    en: 'The direct superior is no official of the Court Administration or its territorial units.',
  },
}
