// On a person's page: the way to the personal file, or to registering its cover.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Text } from '../../../kernel/text.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { holds, useMe } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { fileOfPerson } from '../contract.ts'

interface Opened {
  id: string
  name: Text
}

const Shown = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const answer = useCall(fileOfPerson, { person: it.id }, { kinds: ['personalFile', 'authority'] }).data?.result
  if (!answer) return null
  const { file } = answer
  return (
    <Card title={t`Жеке ісі`} extra={<ClauseChip id="5.9" />}>
      {file ? (
        <p className="row">
          <Go to={`/personal-files/${file.id}`}>№ {file.number}</Go>
          <State tone={file.open ? 'ok' : 'plain'}>{file.open ? t`Сізге ашық` : t`Жабық`}</State>
        </p>
      ) : (
        <p>
          <Go to={`/personal-files/new?person=${it.id}&name=${encodeURIComponent(text(it.name))}`}>
            <Trans>Жеке істің мұқабасын тіркеу</Trans>
          </Go>
        </p>
      )}
    </Card>
  )
}

const Side = ({ it }: { it: Opened }) => {
  const me = useMe()
  return holds(me, 'personalFiles.read') || holds(me, 'personalFiles.keep') ? <Shown it={it} /> : null
}

export default { side: Side } satisfies RecordPart<Opened>
