// Who reads the nomenclature of cases, and who confirms its rows.
import { permit } from '../../kernel/rules.ts'

export const reads = permit<void>(
  '5.16',
  {
    kk: 'құжаттармен жұмыс істейтін қызметкер',
    ru: 'работник, работающий с документами',
    en: 'an employee who works with documents',
  },
  (actor) =>
    ['documents.draft', 'documents.read', 'documents.send', 'documents.nomenclature'].some((power) =>
      actor.powers.has(power),
    ),
)

export const keepsNomenclature = permit<void>(
  '5.15',
  {
    kk: 'істер номенклатурасын жүргізуге өкілетті қызметкер',
    ru: 'работник с полномочием вести номенклатуру дел',
    en: 'an employee with the power to keep the file nomenclature',
  },
  (actor) => actor.powers.has('documents.nomenclature'),
)
