// The register of evidence that one sees: in whose hands each is, sealed or not.
import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../../ui/page.tsx'
import { EvidenceTable } from './table.tsx'

export default function Register() {
  const { t } = useLingui()
  return (
    <Page
      title={t`Дәлелдемелер`}
      lead={
        <Trans>Әр дәлелдеменің қазір кімнің қолында екені және мөрінің күйі. Жаңасы тексеру бетінде қабылданады.</Trans>
      }
    >
      <EvidenceTable />
    </Page>
  )
}
