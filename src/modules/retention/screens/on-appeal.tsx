// What keeping adds to the page of an appeal: until when it is kept, the hold, and the word that its content is gone.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { act } from '../../../ui/may.tsx'
import { Banner, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { holdAppeal, openKeeping, releaseAppeal } from '../contract.ts'

interface Shown {
  id: string
  version: number
}

const useKeeping = (id: string) => useCall(openKeeping, { id }, { kinds: ['appeal'] }).data?.result

const useActs = ({ id, version }: Shown) => {
  const { t } = useLingui()
  const keeping = useKeeping(id)
  const fixed = { id, version }
  const reason = { kind: 'prose' as const, path: 'reason' as const, label: t`Себебі`, max: 1_000 }
  if (!keeping || keeping.destroyedOn) return []
  if (keeping.hold) return [act({ shape: releaseAppeal, fixed, fields: [reason] })]
  return [act({ shape: holdAppeal, fixed, fields: [reason] })]
}

const Gone = ({ it }: { it: Shown }) => {
  const format = useFormat()
  const keeping = useKeeping(it.id)
  if (!keeping?.destroyedOn) return null
  const on = format.day(keeping.destroyedOn)
  return (
    <Banner>
      <Trans>Сақтау мерзімі аяқталды, өтініштің мазмұны жойылды: {on}. Тіркеу жазбасы қалды.</Trans>
    </Banner>
  )
}

const Kept = ({ it }: { it: Shown }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const keeping = useKeeping(it.id)
  if (!keeping?.keptUntil || keeping.destroyedOn) return null
  const { hold } = keeping
  return (
    <Card title={t`Сақтау мерзімі`}>
      <Facts
        facts={[
          {
            title: t`Сақталатын соңғы күн`,
            value: (
              <>
                {format.day(keeping.keptUntil)}{' '}
                {keeping.doubtful ? <UnverifiedMark source={{ kk: '—', ru: '—', en: '—' }} clause="5.16" /> : null}
              </>
            ),
          },
          { title: t`Жоюға тыйым`, value: hold ? text(hold.by.name) : null },
          { title: t`Себебі`, value: hold?.reason ?? null },
        ]}
      />
    </Card>
  )
}

const part: RecordPart<Shown> = { useActs, banner: Gone, side: Kept }
export default part
