// The import of courts: choose a file, then read what went in and why some rows did not.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { CallRefused } from '../../../ui/call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Banner } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { importCourts } from '../contract.ts'

type Report = Output<typeof importCourts>

/** Base64 of a file, by the browser's own reader. */
const contentOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''),
    )
    reader.addEventListener('error', () => reject(new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })

const Result = ({ report }: { report: Report }) => {
  const { t } = useLingui()
  const text = useText()
  const { added, changed, unchanged, faults } = report
  const wrong = faults.length
  return (
    <>
      <Banner tone={faults.length ? 'warn' : 'ok'} loud>
        <Trans>
          Жаңа: {added}. Өзгерді: {changed}. Өзгеріссіз: {unchanged}.
        </Trans>{' '}
        {wrong ? <Plural value={wrong} one="# қате табылды." other="# қате табылды." /> : null}
      </Banner>
      {faults.length ? (
        <div className="table-frame">
          <table>
            <caption className="hidden">{t`Енгізілмеген жолдар`}</caption>
            <thead>
              <tr>
                <th scope="col">{t`Жол`}</th>
                <th scope="col">{t`Баған`}</th>
                <th scope="col">{t`Жазылғаны`}</th>
                <th scope="col">{t`Не түзету керек`}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map((fault, place) => (
                <tr key={place}>
                  <td className="number">{fault.row}</td>
                  <td className="number">{fault.column ?? '—'}</td>
                  <td>{fault.value || '—'}</td>
                  <td>{text(fault.says)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}

export const ImportCourts = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const load = useCommand(importCourts)
  const [report, setReport] = useState<Report | null>(null)
  const [unread, setUnread] = useState(false)
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setUnread(false)
    setReport(null)
    try {
      const content = await contentOf(file)
      load.mutate({ name: file.name, content }, { onSuccess: ({ result }) => setReport(result) })
    } catch {
      setUnread(true)
    }
  }
  const refused = load.error instanceof CallRefused ? load.error.refused : null
  return (
    <Dialog title={t`Соттарды файлдан енгізу`} wide onClose={onClose}>
      <p>
        <Trans>
          CSV (UTF-8) немесе XLSX. Бірінші жолда бағандардың атауы тұрады. Қате жолдар түсіндіріледі, дұрыстары
          енгізіледі; сол файлды қайта енгізу ештеңені өзгертпейді.
        </Trans>
      </p>
      <p className="number">
        <code>code, kind, region, name_kk, name_ru, name_en, case_code, valid_from, valid_to, predecessors</code>
      </p>
      <label className="button first">
        {load.isPending ? t`Енгізіліп жатыр…` : t`Файл таңдау`}
        <input
          type="file"
          className="hidden"
          accept=".csv,.xlsx,text/csv"
          disabled={load.isPending}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {refused ? (
        <Banner tone="late" title={refused.says} loud>
          {refused.fields?.map((fault) => fault.says).join(' ')}
        </Banner>
      ) : load.isError || unread ? (
        <Banner tone="late" title={t`Файл жіберілмеді. Қайталап көріңіз.`} loud />
      ) : null}
      {report ? <Result report={report} /> : null}
    </Dialog>
  )
}
