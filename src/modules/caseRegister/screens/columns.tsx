// The columns of every list of cases: who, where, under which article, how far.
import { useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import type { Column } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import {
  outcomeTitles,
  outcomeTones,
  qualificationTitles,
  stateTitles,
  stateTones,
} from '../../criminalCases/contract.ts'
import type { listCases } from '../contract.ts'

type Row = Output<typeof listCases>['rows'][number]

export const useColumns = (): readonly Column<Row>[] => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return [
    {
      key: 'personName',
      title: t`Адам`,
      sorts: true,
      width: '17%',
      draw: (row) => row.personName,
    },
    {
      key: 'place',
      title: t`Лауазымы және орны`,
      width: '21%',
      draw: (row) => (
        <>
          {row.postTitle}
          <div className="quiet">{text(row.place)}</div>
        </>
      ),
    },
    {
      key: 'article',
      title: t`Бап`,
      width: '16%',
      draw: (row) => (
        <>
          {row.articleWords}
          <div className="quiet">{text(qualificationTitles[row.qualification])}</div>
        </>
      ),
    },
    {
      key: 'registeredOn',
      title: t`Тіркелген күні`,
      number: true,
      sorts: true,
      width: '100px',
      draw: (row) => format.dayShort(row.registeredOn),
    },
    {
      key: 'state',
      title: t`Күйі`,
      width: '24%',
      draw: (row) => (
        <>
          <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>
          {row.outcome === 'pending' ? null : (
            <div>
              <State tone={outcomeTones[row.outcome]}>{text(outcomeTitles[row.outcome])}</State>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'forceOn',
      title: t`Күшіне енгені`,
      number: true,
      sorts: true,
      width: '100px',
      draw: (row) => (row.forceOn ? format.dayShort(row.forceOn) : '—'),
    },
  ]
}
