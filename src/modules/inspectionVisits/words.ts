// Premises in words.
import type { Text } from '../../kernel/text.ts'
import type { Premises } from './kinds.ts'

export const premisesTitles: Readonly<Record<Premises, Text>> = {
  building: { kk: 'Ғимарат, жалпы орындар', ru: 'Здание, общие помещения', en: 'Building, common rooms' },
  grounds: { kk: 'Аумақ, паркинг', ru: 'Территория, паркинг', en: 'Grounds, car park' },
  office: { kk: 'Жұмыс кабинеті', ru: 'Рабочий кабинет', en: 'Office' },
  courtroom: { kk: 'Сот отырысы залы', ru: 'Зал судебных заседаний', en: 'Courtroom' },
  registry: { kk: 'Кеңсе', ru: 'Канцелярия', en: 'Registry' },
  archive: { kk: 'Мұрағат', ru: 'Архив', en: 'Archive' },
  other: { kk: 'Өзге үй-жай', ru: 'Иное помещение', en: 'Other premises' },
  secrecy: {
    kk: 'Режимдік: мемлекеттік құпиялар бөлмесі',
    ru: 'Режимное: помещение для государственных секретов',
    en: 'Restricted: room for state secrets',
  },
  weapons: {
    kk: 'Режимдік: қару сақтау бөлмесі',
    ru: 'Режимное: комната хранения оружия',
    en: 'Restricted: weapons room',
  },
  restricted: { kk: 'Режимдік: өзге үй-жай', ru: 'Режимное: иное помещение', en: 'Restricted: other premises' },
}
