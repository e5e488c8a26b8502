// A card on another record's page: from there a document about it is begun.
import { Trans, useLingui } from '@lingui/react/macro'
import { usePower } from '../../../ui/me.ts'
import { Card } from '../../../ui/page.tsx'
import { Go, writeSearch } from '../../../ui/route.tsx'

export const BeginCard = ({ kind, id, title }: { kind: string; id: string; title: string }) => {
  const { t } = useLingui()
  if (!usePower('documents.draft')) return null
  return (
    <Card title={t`Құжаттар`}>
      <Go to={`/documents/new${writeSearch({ about: `${kind}:${id}`, title })}`} className="button small">
        <Trans>Құжат дайындау</Trans>
      </Go>
    </Card>
  )
}
