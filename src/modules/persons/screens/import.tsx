// The import: choose a file, say which column is what, read what went in and why some rows did not.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { CallRefused } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { importFields, importPersons, neededFields, readColumns, type ImportField } from '../contract.ts'

interface Chosen {
  name: string
  content: string
}
type Mapping = Partial<Record<ImportField, string>>
type Report = Output<typeof importPersons>
type Columns = Output<typeof readColumns>

const contentOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''),
    )
    reader.addEventListener('error', () => reject(new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })

const useFieldTitles = (): Record<ImportField, string> => {
  const { t } = useLingui()
  return {
    iin: t`ЖСН`,
    name_kk: t`Аты-жөні`,
    name_ru: t`Аты-жөні орысша`,
    name_en: t`Аты-жөні латынша`,
    born_on: t`Туған күні`,
    sex: t`Жынысы`,
    kind: t`Санаты`,
    body: t`Сот немесе орган`,
    post: t`Лауазымы`,
    post_ru: t`Лауазымы орысша`,
    post_en: t`Лауазымы ағылшынша`,
    from: t`Бірінші күні`,
    until: t`Соңғы күні`,
    basis: t`Негізі`,
    superior_iin: t`Тікелей басшысының ЖСН`,
    superior_post: t`Тікелей басшысының лауазымы`,
  }
}

const isNeeded = (field: ImportField): boolean => neededFields.some((it) => it === field)

const Mapped = ({ columns, mapping, set }: { columns: Columns; mapping: Mapping; set: (next: Mapping) => void }) => {
  const { t } = useLingui()
  const titles = useFieldTitles()
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">{t`Бағандардың сәйкестігі`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Мәлімет`}</th>
            <th scope="col">{t`Файлдағы баған`}</th>
            <th scope="col">{t`Бірінші жолдан үлгі`}</th>
          </tr>
        </thead>
        <tbody>
          {importFields.map((field) => {
            const place = columns.columns.indexOf(mapping[field] ?? '')
            const title = titles[field]
            return (
              <tr key={field}>
                <td>
                  {title} {isNeeded(field) ? <span aria-hidden="true">*</span> : null}
                </td>
                <td>
                  <select
                    aria-label={title}
                    value={mapping[field] ?? ''}
                    onChange={({ target: { value } }) => {
                      const { [field]: _, ...rest } = mapping
                      set(value ? { ...rest, [field]: value } : rest)
                    }}
                  >
                    <option value="">{t`жоқ`}</option>
                    {columns.columns.map((column) => (
                      <option key={column} value={column}>
                        {column}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="quiet">{columns.sample[0]?.[place] ?? '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Result = ({ report }: { report: Report }) => {
  const { t } = useLingui()
  const text = useText()
  const { added, changed, unchanged, faults } = report
  const wrong = faults.length
  return (
    <Card title={t`Нәтижесі`}>
      <Banner tone={wrong ? 'warn' : 'ok'} loud>
        <Trans>
          Жаңа: {added}. Өзгерді: {changed}. Өзгеріссіз: {unchanged}.
        </Trans>{' '}
        {wrong ? <Plural value={wrong} one="# қате табылды." other="# қате табылды." /> : null}
      </Banner>
      {wrong ? (
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
                  <td>{fault.column ?? '—'}</td>
                  <td>{fault.value || '—'}</td>
                  <td>{text(fault.says)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>
          <Go to="/persons">
            <Trans>Тізілімге өту</Trans>
          </Go>
        </p>
      )}
    </Card>
  )
}

export default function ImportPersons() {
  const { t } = useLingui()
  const read = useCommand(readColumns)
  const load = useCommand(importPersons)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [report, setReport] = useState<Report | null>(null)
  const columns = chosen ? (read.data?.result ?? null) : null
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setReport(null)
    const next = { name: file.name, content: await contentOf(file) }
    setChosen(next)
    read.mutate(next, { onSuccess: ({ result }) => setMapping(result.guessed) })
  }
  const failed = [read.error, load.error].find((it) => it instanceof CallRefused)
  const refused = failed instanceof CallRefused ? failed.refused : null
  const lacks = neededFields.some((field) => !mapping[field])
  const rows = columns?.rows ?? 0
  return (
    <Page
      title={t`Адамдарды файлдан енгізу`}
      lead={
        <Trans>
          CSV (UTF-8) немесе XLSX. Дұрыс жолдар енгізіледі, қате жолдар түсіндіріледі. Сол файлды қайта енгізу ештеңені
          өзгертпейді: адам ЖСН бойынша танылады.
        </Trans>
      }
    >
      <Card title={t`Файл`}>
        <div className="stack">
          <div className="row">
            <label className="button first">
              {read.isPending ? t`Оқылып жатыр…` : t`Файл таңдау`}
              <input
                type="file"
                className="hidden"
                accept=".csv,.xlsx,text/csv"
                onChange={(event) => {
                  void choose(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </label>
          </div>
          {chosen ? <p>{chosen.name}</p> : null}
          {refused ? (
            <Banner tone="late" title={refused.says} loud>
              {refused.fields?.map((fault) => fault.says).join(' ')}
            </Banner>
          ) : null}
          {columns ? (
            <>
              <p>
                <Plural value={rows} one="Файлда # жол бар." other="Файлда # жол бар." />{' '}
                <Trans>Жұлдызшамен белгіленген мәліметтер міндетті.</Trans>
              </p>
              <Mapped columns={columns} mapping={mapping} set={setMapping} />
              <div className="row">
                <button
                  type="button"
                  className="button first"
                  disabled={lacks || load.isPending}
                  onClick={() =>
                    chosen && load.mutate({ ...chosen, mapping }, { onSuccess: ({ result }) => setReport(result) })
                  }
                >
                  {load.isPending ? t`Енгізіліп жатыр…` : t`Енгізу`}
                </button>
                {lacks ? (
                  <span className="quiet">
                    <Trans>Міндетті бағандарды көрсетіңіз.</Trans>
                  </span>
                ) : null}
              </div>
            </>
          ) : null}
        </div>
      </Card>
      {report ? <Result report={report} /> : null}
    </Page>
  )
}
