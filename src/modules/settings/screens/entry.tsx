// One entry of the journal with what stands beside it and the proof that it is under the newest seal.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFormat } from '../../../ui/format.ts'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { eraseDetail, openEntry } from '../contract.ts'
import { tones, useOutcomes } from './outcomes.ts'
import './settings.css'

type Entry = Output<typeof openEntry>

const Proof = ({ entry }: { entry: Entry }) => {
  const format = useFormat()
  const { seal, seq } = entry
  if (!seal)
    return (
      <Banner>
        <Trans>Жазба әлі мөрленбеген, келесі бақылау нүктесін күтіп тұр.</Trans>
      </Banner>
    )
  const size = format.number(seal.size)
  const steps = format.number(seal.proof.length)
  const address = `data:text/plain;charset=utf-8,${encodeURIComponent(seal.file)}`
  return (
    <>
      <Banner tone={seal.holds ? 'ok' : 'late'} loud={!seal.holds}>
        {seal.holds ? (
          <Trans>
            Жазба мөрмен қорғалған: {size} жазбаны қамтитын бақылау нүктесіне {steps} хэшпен дәлелденді.
          </Trans>
        ) : (
          <Trans>Дәлел сәйкес келмейді: жазба мөрленгеннен кейін өзгертілген.</Trans>
        )}
      </Banner>
      <details>
        <summary>
          <Trans>Дәлелді көру</Trans>
        </summary>
        <pre className="proof">{seal.file}</pre>
        <a className="button small" href={address} download={`entry-${seq}.tlog-proof`}>
          <Trans>Дәлелді файлға сақтау</Trans>
        </a>
      </details>
    </>
  )
}

const Details = ({ entry }: { entry: Entry }) => {
  const format = useFormat()
  const erased = entry.erasedAt ? format.instant(entry.erasedAt) : ''
  if (erased)
    return (
      <p className="quiet">
        <Trans>Егжей-тегжейі заң талабымен өшірілген: {erased}. Жазбаның дәлелі сақталды.</Trans>
      </p>
    )
  if (!entry.details.length)
    return (
      <p className="quiet">
        <Trans>Жазбаның егжей-тегжейі жоқ.</Trans>
      </p>
    )
  return (
    <dl className="facts narrow">
      {entry.details.map(({ name, value }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd className="entry-value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Body = ({ entry }: { entry: Entry }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const outcomes = useOutcomes()
  return (
    <>
      <Facts
        narrow
        facts={[
          { title: t`Уақыты`, value: format.instant(entry.at) },
          { title: t`Кім`, value: text(entry.actor.name) },
          { title: t`Нәтижесі`, value: <State tone={tones[entry.outcome]}>{outcomes[entry.outcome]}</State> },
          entry.reasonSays && { title: t`Себебі`, value: text(entry.reasonSays) },
          entry.clause !== null && { title: t`Бас тарту негізі`, value: <ClauseChip id={entry.clause} /> },
          {
            title: t`Тармақтары`,
            value: (
              <span className="row">
                {entry.clauses.map((id) => (
                  <ClauseChip key={id} id={id} />
                ))}
              </span>
            ),
          },
          entry.record && {
            title: t`Жазба түрі`,
            value: (
              <>
                {text(entry.record.title)} <code>{entry.record.id}</code>
              </>
            ),
          },
          { title: t`Әрекеттің жүйедегі атауы`, value: <code>{entry.operation.name}</code> },
        ]}
      />
      <h3>
        <Trans>Егжей-тегжейі</Trans>
      </h3>
      <Details entry={entry} />
      <h3>
        <Trans>Мөр дәлелі</Trans>
      </h3>
      <Proof entry={entry} />
    </>
  )
}

export const EntryDrawer = ({ id, seq, onClose }: { id: string; seq: number; onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const entry = useCall(openEntry, { id })
  const title = entry.data ? text(entry.data.result.operation.title) : t`Журнал жазбасы`
  return (
    <Dialog place="side" wide title={`№ ${seq} · ${title}`} onClose={onClose}>
      <Loaded of={entry}>
        {(it, may) => (
          <div className="stack">
            <Body entry={it} />
            {may.some(({ operation }) => operation === eraseDetail.name) ? (
              <MayBar
                may={may}
                acts={[
                  act({
                    shape: eraseDetail,
                    fixed: { id },
                    danger: true,
                    lead: (
                      <Trans>
                        Егжей-тегжейі біржола өшеді және қалпына келмейді. Жазбаның өзі мен дәлелі сақталады.
                      </Trans>
                    ),
                    fields: [
                      {
                        kind: 'line',
                        path: 'ground',
                        label: t`Заңды негізі`,
                        max: 500,
                        hint: t`Сот актісі немесе заңның бабы.`,
                      },
                      { kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3, max: 1000 },
                    ],
                  }),
                ]}
              />
            ) : null}
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}
