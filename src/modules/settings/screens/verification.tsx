// The button that verifies the journal, and what the verification found.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner, ErrorState } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { verifyJournal } from '../contract.ts'

const Report = ({ report }: { report: Output<typeof verifyJournal> }) => {
  const text = useText()
  const format = useFormat()
  const sealed = format.number(report.sealed)
  const outside = format.number(report.outside)
  const seconds = format.number(report.milliseconds / 1000, 1)
  return (
    <Banner tone={report.ok ? 'ok' : 'late'} title={text(report.says)} loud={!report.ok}>
      <Trans>
        Мөрленген жазба: {sealed}. Дерекқордан тыс сақталған бақылау нүктесі: {outside}. Тексеру уақыты: {seconds} с.
      </Trans>
      {report.faults.length > 1 ? (
        <ul>
          {report.faults.slice(1).map((fault, index) => (
            <li key={index}>{text(fault.says)}</li>
          ))}
        </ul>
      ) : null}
      {report.first ? (
        <div className="quiet" lang="en">
          {report.first.particulars}
        </div>
      ) : null}
      <div>
        <code>{report.root}</code>
      </div>
    </Banner>
  )
}

export const Verification = () => {
  const { t } = useLingui()
  const verify = useCommand(verifyJournal)
  return (
    <div className="stack">
      <div className="row">
        <button
          type="button"
          className="button first"
          aria-disabled={verify.isPending}
          onClick={() => verify.isPending || verify.mutate({})}
        >
          {verify.isPending ? t`Тексеріліп жатыр…` : t`Журналды тексеру`}
        </button>
        <span className="quiet">
          <Trans>Әр жазбаның хэші қайта есептеліп, дерекқордан тыс сақталған бақылау нүктелерімен салыстырылады.</Trans>
        </span>
      </div>
      {verify.isError ? <ErrorState error={verify.error} /> : null}
      {verify.data ? <Report report={verify.data.result} /> : null}
    </div>
  )
}
