// One term or threshold: what it rests on and every value by its day of force.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State, UnverifiedMark } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import type { ParameterRow, ParameterWord } from '../contract.ts'

const nowhere = { kk: 'көрсетілмеген', ru: 'не указан', en: 'not given' }

export const Mark = ({ row, word }: { row: ParameterRow; word: ParameterWord | null }) =>
  word?.confidence === 'unverified' ? <UnverifiedMark source={row.act ?? nowhere} clause={row.clause} /> : null

export const Confidence = ({ word }: { word: ParameterWord }): ReactNode => {
  if (word.standing === 'changed')
    return (
      <State tone="work">
        <Trans>Әкімші өзгерткен</Trans>
      </State>
    )
  if (word.standing === 'confirmed')
    return (
      <State tone="ok">
        <Trans>Әкімші растаған</Trans>
      </State>
    )
  if (word.confidence === 'verified')
    return (
      <State tone="ok">
        <Trans>Тексерілген</Trans>
      </State>
    )
  if (word.confidence === 'background')
    return (
      <State>
        <Trans>Жалпы білім бойынша</Trans>
      </State>
    )
  return (
    <State tone="mark">
      <Trans>Тексерілмеген</Trans>
    </State>
  )
}

const Word = ({ word, now }: { word: ParameterWord; now: boolean }) => {
  const text = useText()
  const format = useFormat()
  const by = word.by ? text(word.by) : ''
  const at = word.at ? format.instant(word.at) : ''
  return (
    <li>
      <b>{text(word.says)}</b> <Confidence word={word} />{' '}
      {now ? (
        <State tone="work">
          <Trans>қазір күшінде</Trans>
        </State>
      ) : null}
      <div className="quiet">
        <Trans>Күшіне енген күні:</Trans> {format.day(word.from)}
      </div>
      {word.source ? <div className="quiet said">{word.source}</div> : null}
      {by ? (
        <div className="quiet">
          {by}, {at}
        </div>
      ) : null}
    </li>
  )
}

export const History = ({
  row,
  onClose,
  children,
}: {
  row: ParameterRow
  onClose: () => void
  children: ReactNode
}) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <Dialog place="side" title={text(row.title)} onClose={onClose}>
      <div className="stack">
        <Facts
          narrow
          facts={[
            { title: t`Негізі`, value: <ClauseChip id={row.clause} /> },
            row.act && { title: t`Акт`, value: text(row.act) },
            { title: t`Жүйедегі атауы`, value: <code>{row.name}</code> },
          ]}
        />
        {children}
        <h3>
          <Trans>Мәндер тарихы</Trans>
        </h3>
        <ol className="timeline" aria-label={t`Мәндер тарихы`}>
          {row.history.map((word) => (
            <Word key={word.from} word={word} now={word.from === row.current?.from} />
          ))}
        </ol>
      </div>
    </Dialog>
  )
}
