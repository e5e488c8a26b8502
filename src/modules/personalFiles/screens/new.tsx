// The cover of a personal file: whose, its number, and who keeps the paper.
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { Form } from '../../../ui/form.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { findPersons } from '../../persons/contract.ts'
import { beginFile } from '../contract.ts'

export default function NewPersonalFile() {
  const { t } = useLingui()
  const text = useText()
  const { go, search } = useAddress()
  const { person, name } = search
  const find = async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findPersons, { words: words.trim() })
    return result.rows.map((row) => ({
      value: row.id,
      label: text(row.name),
      hint: [row.post, row.body].flatMap((it) => (it ? [text(it)] : [])).join(' · '),
    }))
  }
  return (
    <Page
      title={t`Жеке істі тіркеу`}
      lead={<Trans>Мұқабасы ғана тіркеледі. Құжаттары рұқсат бойынша енгізіледі және оқылады.</Trans>}
    >
      <Card>
        <Form
          shape={beginFile}
          fields={[
            {
              kind: 'find',
              path: 'person',
              label: t`Кімнің ісі`,
              find,
              ...(person && name ? { start: person, chosen: { value: person, label: name } } : {}),
            },
            { kind: 'line', path: 'number', label: t`Жеке істің нөмірі`, max: 60 },
            { kind: 'line', path: 'heldAt', label: t`Қағаз нұсқасы қайда сақталады`, max: 300 },
          ]}
          onDone={({ id }) => go(`/personal-files/${id}`)}
        />
      </Card>
    </Page>
  )
}
