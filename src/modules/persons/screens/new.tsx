// A person entered by hand: the name, the number, the first post.
import { useLingui } from '@lingui/react/macro'
import { optionsOf } from '../../../ui/fields.ts'
import { Form } from '../../../ui/form.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { registerPerson, sexes, sexTitles } from '../contract.ts'
import { usePostFields } from './fields.ts'

export default function NewPerson() {
  const { t } = useLingui()
  const text = useText()
  const { go } = useAddress()
  const post = usePostFields()
  return (
    <Page title={t`Адамды тізілімге енгізу`}>
      <Card>
        <Form
          shape={registerPerson}
          fields={[
            { kind: 'line', path: 'nameKk', label: t`Аты, әкесінің аты, тегі` },
            {
              kind: 'line',
              path: 'nameRu',
              label: t`Орысша жазылуы`,
              hint: t`Бос қалса, қазақша жазылуынан алынады`,
              optional: true,
            },
            { kind: 'line', path: 'nameEn', label: t`Латынша жазылуы`, optional: true },
            { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, max: 20 },
            { kind: 'day', path: 'bornOn', label: t`Туған күні`, optional: true },
            {
              kind: 'choice',
              as: 'radio',
              path: 'sex',
              label: t`Жынысы`,
              options: optionsOf(sexes, sexTitles, text),
              optional: true,
            },
            ...post,
          ]}
          onDone={({ id }) => go(`/persons/${id}`)}
        />
      </Card>
    </Page>
  )
}
