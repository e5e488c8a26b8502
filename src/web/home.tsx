// My work: what is due, by the clock, and where in the country it burns.
import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState } from '../ui/notes.tsx'
import { Page } from '../ui/page.tsx'
import { today, useFormat } from '../ui/format.ts'

export default function Home() {
  const { t } = useLingui()
  const format = useFormat()
  const day = format.dayFull(today())
  return (
    <Page title={t`Бүгін — ${day}`}>
      <EmptyState title={<Trans>Сізден күтілетін іс жоқ.</Trans>} />
    </Page>
  )
}
