// Registering what came: one page, from the keyboard; afterwards its number, and the next one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { usePower } from '../../../ui/me.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { registerIncoming } from '../contract.ts'
import { isKept, useAnswered, useSaidFields } from './fields.tsx'

type Registered = Output<typeof registerIncoming>

const useFields = (answered: string | undefined): FieldOf<typeof registerIncoming>[] => {
  const { t } = useLingui()
  const text = useText()
  const { said, people, units } = useSaidFields()
  const find = useAnswered()
  return [
    ...said,
    { kind: 'day', path: 'receivedOn', label: t`Түскен күні, бүгін болмаса`, optional: true, when: isKept },
    {
      kind: 'choice',
      as: 'search',
      path: 'unit',
      label: t`Бөлімше`,
      hint: t`Бос қалса, өз бөлімшеңізге тіркеледі`,
      optional: true,
      options: units.map(({ id, name }) => ({ value: id, label: text(name) })),
      when: isKept,
    },
    {
      kind: 'choice',
      as: 'search',
      path: 'addressedTo',
      label: t`Кімнің атына`,
      optional: true,
      options: people,
      when: isKept,
    },
    ...(answered
      ? []
      : [
          {
            kind: 'find' as const,
            path: 'answers' as const,
            label: t`Не нәрсеге жауап`,
            hint: t`Сұрау салудың, құжаттың немесе өтініштің нөмірін теріңіз`,
            optional: true,
            find,
            when: isKept,
          },
        ]),
    {
      kind: 'day',
      path: 'until',
      label: t`Құжатта белгіленген мерзім`,
      optional: true,
      when: isKept,
    },
    { kind: 'files', path: 'files', label: t`Файлдар`, optional: true, when: isKept },
  ]
}

/** With a state-secret mark the mark alone leaves the browser, so that the refusal cannot carry a word of the paper. */
const secretAlone = (entryKey: string): Input<typeof registerIncoming> => ({
  entryKey,
  mark: 'state-secret',
  senderName: '—',
  subject: '—',
  way: 'post',
  language: 'kk',
})

const Given = ({ it, again }: { it: Registered; again: () => void }) => {
  const { t } = useLingui()
  const number = it.number
  return (
    <Card title={t`Құжат тіркелді`}>
      <div className="stack">
        <Banner tone="ok" loud>
          <Trans>
            Тіркеу нөмірі: <b className="number">{number}</b>
          </Trans>
        </Banner>
        <div className="row">
          <Go to={`/incoming/${it.id}`} className="button first">
            <Trans>Құжатты ашу</Trans>
          </Go>
          <button type="button" className="button" onClick={again}>
            <Trans>Тағы біреуін тіркеу</Trans>
          </button>
        </div>
      </div>
    </Card>
  )
}

export default function NewIncoming() {
  const { t } = useLingui()
  const { answers, number = '' } = useAddress().search
  const [entryKey, setKey] = useState(newEntryKey)
  const [given, setGiven] = useState<Registered | null>(null)
  const fields = useFields(answers)
  const keepsSecrets = usePower('secrecy.keep')
  return (
    <Page
      title={t`Кіріс құжатын тіркеу`}
      lead={
        <Trans>
          Органнан, соттан немесе бөлімшеден түскен құжат. Мемлекеттік құпия белгісі бар құжат енгізілмейді.{' '}
          <ClauseChip id="5.16" />
        </Trans>
      }
      actions={
        keepsSecrets ? (
          <Go to="/secrecy" className="button">
            <Trans>Құпия құжаттың сыртқы деректемелері</Trans>
          </Go>
        ) : null
      }
    >
      {given ? (
        <Given
          it={given}
          again={() => {
            setGiven(null)
            setKey(newEntryKey())
          }}
        />
      ) : (
        <Card>
          {answers ? <Banner title={t`Мына жазбаға жауап: ${number}`} /> : null}
          <Form
            key={entryKey}
            shape={registerIncoming}
            fields={fields}
            toInput={(values) =>
              values.mark === 'state-secret'
                ? secretAlone(entryKey)
                : ({ ...values, entryKey, ...(answers ? { answers } : {}) } as Input<typeof registerIncoming>)
            }
            onDone={setGiven}
          />
        </Card>
      )}
    </Page>
  )
}
