// The chain of custody as a table: who gave, who took, when it happened and when it was entered, and how.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { useText } from '../../../ui/text.ts'
import { actTitles } from '../words.ts'
import type { Opened } from './record.tsx'

type Act = Opened['acts'][number]

const Party = ({ of }: { of: Act['giver'] }) => {
  const text = useText()
  if (!of) return <span className="quiet">—</span>
  return of.outside ? <i>{text(of.name)}</i> : <>{text(of.name)}</>
}

const Words = ({ act }: { act: Act }) => {
  const seal = act.seal ?? ''
  return (
    <>
      {act.words}
      {act.seal ? (
        <div className="quiet">
          <Trans>мөрі: {seal}</Trans>
        </div>
      ) : null}
    </>
  )
}

const When = ({ act }: { act: Act }) => {
  const format = useFormat()
  const entered = format.instantShort(act.at)
  return (
    <>
      <span className="number">{format.dayShort(act.happenedOn)}</span>
      <div className="quiet">
        <Trans>енгізілді: {entered}</Trans>
      </div>
    </>
  )
}

export const Chain = ({ acts }: { acts: readonly Act[] }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">
          <Trans>Сақтау тізбегі</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t`Акт`}</th>
            <th scope="col">{t`Кім тапсырды`}</th>
            <th scope="col">{t`Кім қабылдады`}</th>
            <th scope="col">{t`Қашан болды`}</th>
            <th scope="col">{t`Қалай, қандай күйде`}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.place}>
              <td className="number">{act.place}</td>
              <td>
                <b>{text(actTitles[act.act])}</b>
                <div className="quiet">{text(act.by)}</div>
              </td>
              <td>
                <Party of={act.giver} />
              </td>
              <td>
                <Party of={act.taker} />
              </td>
              <td>
                <When act={act} />
              </td>
              <td>
                <Words act={act} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
