// A copy that has come to light: the house reads the mark that no eye sees, and says whose it was.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { CallRefused } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { traceCopy } from '../contract.ts'

const contentOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''),
    )
    reader.addEventListener('error', () => reject(new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })

export default function TraceCopy() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const trace = useCommand(traceCopy)
  const [name, setName] = useState('')
  const found = trace.data?.result.found
  const refused = trace.error instanceof CallRefused ? trace.error.refused : null
  return (
    <Page
      title={t`Көшірме кімдікі`}
      lead={
        <Trans>
          Жеке істің әр көшірмесі мен экрандағы әр бетінде көзге көрінбейтін белгі бар. Файлды немесе беттің сақталған
          суретін таңдаңыз: бетті қиып алса да, қайта сақтаса да белгі оқылады.
        </Trans>
      }
    >
      <Card>
        <div className="stack">
          <div className="row">
            <label className="button first">
              {trace.isPending ? t`Белгі ізделіп жатыр…` : t`Файл таңдау`}
              <input
                type="file"
                className="hidden"
                accept=".pdf,.png,.jpg,.jpeg"
                disabled={trace.isPending}
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  event.target.value = ''
                  if (!file) return
                  setName(file.name)
                  void contentOf(file).then((content) => trace.mutate({ content }))
                }}
              />
            </label>
          </div>
          {name ? <p>{name}</p> : null}
          {refused ? <Banner tone="late" title={refused.says} loud /> : null}
          {found === null ? (
            <Banner tone="warn" loud title={t`Бұл файлда Qorgan белгісі табылмады.`}>
              <Trans>Масштабы өзгертілген немесе фотоға түсірілген беттен белгі оқылмайды.</Trans>
            </Banner>
          ) : null}
          {found ? (
            <>
              <Banner tone="ok" loud title={text(found.by)} />
              <Facts
                facts={[
                  { title: t`Жеке іс`, value: <Go to={`/personal-files/${found.file.id}`}>{found.file.number}</Go> },
                  { title: t`Қашан`, value: format.instant(found.at) },
                  { title: t`Бет`, value: found.page ?? t`барлық беттің көшірмесі` },
                  { title: t`Рұқсаттың нөмірі`, value: found.authority },
                  { title: t`Белгінің нөмірі`, value: String(found.number) },
                ]}
              />
            </>
          ) : null}
        </div>
      </Card>
    </Page>
  )
}
