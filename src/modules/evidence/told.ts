// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'evidence.receive': { kk: 'Дәлелдеме қабылданды', ru: 'Доказательство принято', en: 'Evidence was received' },
  'evidence.hold': {
    kk: 'Дәлелдемелерді жоюға тыйым салынды',
    ru: 'На доказательства наложен запрет уничтожения',
    en: 'The evidence was put on hold',
  },
  'evidence.release': {
    kk: 'Дәлелдемелерді жою тыйымы алынды',
    ru: 'Запрет уничтожения доказательств снят',
    en: 'The hold on the evidence was lifted',
  },
}
