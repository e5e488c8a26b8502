// The case file in one click, in the reader's language; and those that were made before, with their hashes.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, ErrorState, Loaded } from '../../../ui/notes.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { listCaseFiles, makeCaseFile } from '../contract.ts'

type Made = Output<typeof makeCaseFile>

const One = ({ made }: { made: Made }) => {
  const text = useText()
  const format = useFormat()
  const number = made.place
  const pages = format.number(made.pages)
  const events = format.number(made.events)
  const entries = format.number(made.journalSize)
  return (
    <article>
      <b>
        <Trans>№ {number} жинақ</Trans>
      </b>{' '}
      <span className="quiet">
        {format.instant(made.madeAt)} · {text(made.madeBy)}
      </span>
      <p className="quiet">
        <Trans>
          Бет саны: {pages}. Оқиға саны: {events}. Журналдың {entries} жазбасына дейін.
        </Trans>
      </p>
      <FileList kind="caseFile" id={made.id} files={[made.file]} />
    </article>
  )
}

export const CaseFiles = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const language = useLanguage()
  const files = useCall(listCaseFiles, { id }, { kinds: ['investigation'] })
  const make = useCommand(makeCaseFile)
  const mayMake = files.data?.may.some((it) => it.operation === makeCaseFile.name && it.allowed) ?? false
  return (
    <div className="stack">
      {mayMake ? (
        <div className="row no-print">
          <button
            type="button"
            className="button first"
            disabled={make.isPending}
            onClick={() => make.mutate({ id, language })}
          >
            {make.isPending ? t`Жинақталып жатыр…` : t`Іс материалдарын жинақтау`}
          </button>
          <ClauseChip id="5.14" />
        </div>
      ) : null}
      <p className="quiet">
        <Trans>
          Жинаққа тексеру мәліметтері, адамдар, тапсырмалар, құжаттар, дәлелдемелер, файлдардың хэштері, оқиғалар және
          журналдан үзінді кіреді.
        </Trans>
      </p>
      <div aria-live="polite">{make.error ? <ErrorState error={make.error} /> : null}</div>
      <Loaded of={files}>
        {({ rows }) =>
          rows.length ? (
            <div className="stack">
              {rows.map((made) => (
                <One key={made.id} made={made} />
              ))}
            </div>
          ) : (
            <EmptyState title={<Trans>Іс материалдары әлі жинақталған жоқ.</Trans>} />
          )
        }
      </Loaded>
    </div>
  )
}
