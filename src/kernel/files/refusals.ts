// Why a file is not taken or not handed out, in words that say what to do.
import { Refusal } from '../refusal.ts'
import type { Text } from '../text.ts'

const invalid = (says: Text): Refusal => new Refusal('invalid', says, { fields: [{ path: 'file', says }] })

export const emptyFile = (): Refusal =>
  invalid({
    kk: 'Файл бос. Басқа файл таңдаңыз.',
    ru: 'Файл пуст. Выберите другой файл.',
    en: 'The file is empty. Choose another file.',
  })

export const oversizedFile = (bytes: number): Refusal => {
  const limit = Math.floor(bytes / 1024 / 1024)
  const size = limit
    ? { kk: `${limit} МБ`, ru: `${limit} МБ`, en: `${limit} MB` }
    : { kk: `${bytes} байт`, ru: `${bytes} байт`, en: `${bytes} bytes` }
  return invalid({
    kk: `Файл тым үлкен. Рұқсат етілген ең үлкен көлем: ${size.kk}.`,
    ru: `Файл слишком велик. Наибольший разрешённый размер: ${size.ru}.`,
    en: `The file is too large. The largest allowed size: ${size.en}.`,
  })
}

export const unwantedType = (): Refusal =>
  invalid({
    kk: 'Файлдың бұл түрі қабылданбайды. PDF құжатын, суретті, мәтінді, дыбыс не бейне жазбаны таңдаңыз.',
    ru: 'Файлы этого вида не принимаются. Выберите документ PDF, изображение, текст, аудио- или видеозапись.',
    en: 'Files of this kind are not accepted. Choose a PDF document, an image, a text, an audio or a video recording.',
  })

export const brokenImage = (): Refusal =>
  invalid({
    kk: 'Сурет бүлінген және ашылмайды. Оны қайта сақтап, тағы бір рет жүктеңіз.',
    ru: 'Изображение повреждено и не открывается. Сохраните его заново и загрузите ещё раз.',
    en: 'The image is damaged and cannot be opened. Save it again and upload it once more.',
  })

export const unknownFile = (): Refusal =>
  new Refusal('unknown', { kk: 'Мұндай файл табылмады.', ru: 'Такой файл не найден.', en: 'No such file was found.' })

export const damagedFile = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Файл бүлінген: оның мазмұны қабылданған кездегіден өзгеше. Әкімшіге хабарлаңыз.',
    ru: 'Файл повреждён: его содержимое отличается от принятого. Сообщите администратору.',
    en: 'The file is damaged: its content differs from what was received. Tell the administrator.',
  })

export const infectedFile = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Антивирус бұл файлды қауіпті деп таныды, сондықтан ол берілмейді.',
    ru: 'Антивирус признал этот файл опасным, поэтому он не выдаётся.',
    en: 'The antivirus found this file dangerous, so it is not handed out.',
  })
