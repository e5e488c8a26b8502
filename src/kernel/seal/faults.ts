// What can be wrong with a log, in plain words of three languages.
import type { Text } from '../text.ts'

export type FaultKind =
  | 'altered'
  | 'columns'
  | 'missing'
  | 'forged'
  | 'repeated'
  | 'rolled-back'
  | 'detail'
  | 'tile'
  | 'checkpoint'
  | 'outside'

/** One thing that is wrong; entries are named by their number, `until` (exclusive) where only a range can be named. */
export interface Finding {
  kind: FaultKind
  seq: number | null
  until: number | null
  id: string | null
  /** The particulars, in English, for the log of the operator. */
  says: string
}

/** Where a finding is; what is left out is not known. */
export type Place = Partial<Pick<Finding, 'seq' | 'until' | 'id'>>

export const found = (kind: FaultKind, says: string, { seq = null, until = null, id = null }: Place = {}): Finding => ({
  kind,
  seq,
  until,
  id,
  says,
})

export const faults: Record<FaultKind, Text> = {
  altered: {
    kk: 'Журнал жазбасы мөрленгеннен кейін өзгертілген.',
    ru: 'Запись журнала изменена после опечатывания.',
    en: 'An entry was altered after it had been sealed.',
  },
  columns: {
    kk: 'Жазбаны іздеуге арналған бағандар мөрленген мәтінге сәйкес келмейді.',
    ru: 'Столбцы для поиска не совпадают с опечатанным текстом записи.',
    en: 'The columns to search by differ from the sealed text of the entry.',
  },
  missing: {
    kk: 'Журналдан мөрленген жазба жойылған.',
    ru: 'Из журнала удалена опечатанная запись.',
    en: 'A sealed entry was deleted from the journal.',
  },
  forged: {
    kk: 'Журналға мөрсіз жазба қосылған.',
    ru: 'В журнал вставлена запись, которой нет под печатью.',
    en: 'An entry was inserted that no seal covers.',
  },
  repeated: {
    kk: 'Бір нөмірмен бірнеше жазба тұр.',
    ru: 'Под одним номером стоят несколько записей.',
    en: 'Several entries stand under one number.',
  },
  'rolled-back': {
    kk: 'Журнал ескі күйіне қайтарылған: соңғы мөрленген жазбалар жоқ.',
    ru: 'Журнал возвращён к старому состоянию: последних опечатанных записей нет.',
    en: 'The journal was rolled back: the last sealed entries are not there.',
  },
  detail: {
    kk: 'Жазбаның егжей-тегжейі өзгертілген немесе рұқсатсыз өшірілген.',
    ru: 'Подробности записи изменены или стёрты без решения.',
    en: 'The details of an entry were altered, or erased without a decision.',
  },
  tile: {
    kk: 'Жазбалар бүтін, бірақ журналдың сақталған хэштері бүлінген.',
    ru: 'Записи целы, но сохранённые хэши журнала повреждены.',
    en: 'The entries are intact, but the stored hashes of the journal are damaged.',
  },
  checkpoint: {
    kk: 'Дерекқордағы бақылау нүктесі журналға сәйкес келмейді.',
    ru: 'Контрольная точка в базе данных не соответствует журналу.',
    en: 'A checkpoint in the database does not match the journal.',
  },
  outside: {
    kk: 'Дерекқордан тыс сақталған бақылау нүктесі жарамсыз.',
    ru: 'Контрольная точка, хранимая вне базы данных, недействительна.',
    en: 'A checkpoint kept outside the database is not valid.',
  },
}
