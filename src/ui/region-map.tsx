// The 20 regions as tiles, placed as they lie on the land; the colour tells how much is open, the red edge what is late.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Language, Text } from '../kernel/text.ts'
import { useFormat } from './format.ts'
import { Go } from './route.tsx'
import { useLanguage, useText } from './text.ts'

export interface RegionFigure {
  /** First two digits of the KATO code: '71' is Astana. */
  kato: string
  name: Text
  open: number
  late: number
}

interface Place extends Record<Language, string> {
  row: number
  column: number
}

const place = (row: number, column: number, kk: string, ru: string, en: string): Place => ({ row, column, kk, ru, en })

const places: Readonly<Record<string, Place>> = {
  '59': place(1, 4, 'СҚО', 'СКО', 'NKR'),
  '27': place(2, 1, 'БҚО', 'ЗКО', 'WKR'),
  '39': place(2, 3, 'Қос', 'Кос', 'Kos'),
  '11': place(2, 4, 'Ақм', 'Акм', 'Akm'),
  '71': place(2, 5, 'Аст', 'Аст', 'Ast'),
  '55': place(2, 6, 'Пав', 'Пав', 'Pav'),
  '23': place(3, 1, 'Аты', 'Аты', 'Aty'),
  '15': place(3, 2, 'Ақт', 'Акт', 'Akt'),
  '62': place(3, 4, 'Ұлы', 'Улы', 'Uly'),
  '35': place(3, 5, 'Қар', 'Кар', 'Kar'),
  '10': place(3, 7, 'Аба', 'Аба', 'Aba'),
  '63': place(3, 8, 'ШҚО', 'ВКО', 'EKR'),
  '47': place(4, 1, 'Маң', 'Ман', 'Man'),
  '43': place(4, 3, 'Қыз', 'Кыз', 'Kyz'),
  '33': place(4, 6, 'Жет', 'Жет', 'Zhe'),
  '19': place(4, 7, 'Алм', 'Алм', 'Alm'),
  '61': place(5, 3, 'Түр', 'Тур', 'Tur'),
  '79': place(5, 4, 'Шым', 'Шым', 'Shy'),
  '31': place(5, 5, 'Жам', 'Жам', 'Zha'),
  '75': place(5, 6, 'АлмҚ', 'АлмГ', 'AlmC'),
}

/** Four shades by quarters of the largest figure. */
const shade = (open: number, most: number): number => (open === 0 ? 0 : Math.max(1, Math.ceil((4 * open) / most)))

interface RegionMapProps {
  regions: readonly RegionFigure[]
  /** The list behind a tile. */
  to: (kato: string) => string
}

export const RegionMap = ({ regions, to }: RegionMapProps) => {
  const { t } = useLingui()
  const text = useText()
  const language = useLanguage()
  const format = useFormat()
  const most = Math.max(1, ...regions.map((region) => region.open))
  return (
    <>
      <ul className="regions">
        {regions.map((region) => {
          const at = places[region.kato.slice(0, 2)]
          if (!at) return null
          const name = text(region.name)
          const open = format.number(region.open)
          const late = format.number(region.late)
          const label = t`${name}: ашық — ${open}, мерзімі өткен — ${late}`
          return (
            <li key={region.kato} style={{ gridRow: at.row, gridColumn: at.column }}>
              <Go
                to={to(region.kato)}
                className={`region h${shade(region.open, most)}${region.late ? ' late' : ''}`}
                title={label}
              >
                <span aria-hidden="true">{at[language]}</span>
                <b aria-hidden="true">{open}</b>
                <span className="hidden">{label}</span>
              </Go>
            </li>
          )
        })}
      </ul>
      <p className="quiet">
        <Trans>
          Түсі — ашық мәселелер саны, қызыл жиек — мерзімі өткені бар. Кез келген шаршыны басып, тізімін ашыңыз.
        </Trans>
      </p>
    </>
  )
}
