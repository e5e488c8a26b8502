// Entering what came on paper or by word of mouth: one page, from the keyboard; afterwards the slip, ready to be printed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input, Output } from '../../../ui/call.ts'
import { Form } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import {
  listPlaces,
  appealKinds,
  channelTitles,
  enterAppeal,
  kindTitles,
  languageTitles,
  printSlip,
} from '../contract.ts'
import { optionsOf } from '../../../ui/fields.ts'

type Slip = Output<typeof enterAppeal>

/** A random key that a page without a secure address can make too. */
const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const savePdf = (name: string, pdf: string): void => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const Given = ({ slip, language, again }: { slip: Slip; language: 'kk' | 'ru' | 'en'; again: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const print = useCommand(printSlip)
  const take = (): void =>
    print.mutate({ code: slip.code, language }, { onSuccess: ({ result }) => savePdf(result.name, result.pdf) })
  return (
    <Card title={t`Өтініштің қабылданғаны туралы талон`}>
      <Facts
        facts={[
          { title: t`Талон нөмірі`, value: <b className="number">{slip.slipNumber}</b> },
          { title: t`Түскен уақыты`, value: format.instant(slip.receivedAt) },
          { title: t`Тіркелетін күні`, value: format.dayFull(slip.registeredOn) },
          { title: t`Қарау мерзімі`, value: format.dayFull(slip.dueOn) },
          { title: t`Қабылдаған адам`, value: text(slip.receiver) },
          { title: t`Құпия код`, value: <b className="mono">{slip.code}</b> },
        ]}
      />
      <div className="stack">
        <Banner tone="warn">
          <Trans>Код қайта көрсетілмейді және еш жерде сақталмайды. Талонды өтініш берушіге дәл қазір беріңіз.</Trans>
        </Banner>
        <div className="row no-print">
          <button type="button" className="button first" onClick={take} aria-disabled={print.isPending}>
            <Trans>Талонды PDF түрінде алу</Trans>
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            <Trans>Осы бетті басып шығару</Trans>
          </button>
          <Go to={`/appeals/${slip.id}`} className="button">
            <Trans>Өтінішке өту және тіркеу</Trans>
          </Go>
          <button type="button" className="button" onClick={again}>
            <Trans>Тағы біреуін енгізу</Trans>
          </button>
        </div>
      </div>
    </Card>
  )
}

const useFields = () => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(listPlaces, {}).data?.result
  const named = (rows: readonly { id: string; name: Parameters<typeof text>[0] }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: text(name) }))
  const isNamed = ({ as }: Readonly<Record<string, unknown>>): boolean => as !== 'anonymous'
  return [
    {
      kind: 'choice',
      as: 'radio',
      path: 'channel',
      label: t`Қалай түсті`,
      options: optionsOf(['paper', 'oral'], channelTitles, text),
      start: 'paper',
    },
    {
      kind: 'choice',
      path: 'kind',
      label: t`Түрі`,
      options: optionsOf(appealKinds, kindTitles, text),
      start: 'application',
    },
    {
      kind: 'choice',
      path: 'language',
      label: t`Өтініштің тілі`,
      options: optionsOf(['kk', 'ru', 'en'], languageTitles, text),
      start: 'kk',
    },
    {
      kind: 'choice',
      as: 'radio',
      path: 'as',
      label: t`Өтініш беруші`,
      start: 'person',
      options: [
        { value: 'person', label: t`Жеке тұлға` },
        { value: 'entity', label: t`Заңды тұлға` },
        { value: 'anonymous', label: t`Өзін атамаған` },
      ],
    },
    { kind: 'line', path: 'name', label: t`Аты-жөні немесе атауы`, max: 300, when: isNamed },
    { kind: 'line', path: 'iin', label: t`ЖСН`, optional: true, when: ({ as }) => as === 'person' },
    { kind: 'line', path: 'bin', label: t`БСН`, when: ({ as }) => as === 'entity' },
    {
      kind: 'line',
      path: 'representative',
      label: t`Өкілі`,
      optional: true,
      max: 300,
      when: ({ as }) => as === 'entity',
    },
    {
      kind: 'line',
      path: 'address',
      label: t`Мекенжайы`,
      optional: true,
      max: 500,
      when: isNamed,
      hint: t`Мекенжай, телефон немесе пошта: кемінде біреуі керек`,
    },
    { kind: 'line', path: 'phone', label: t`Телефоны`, optional: true, when: isNamed },
    { kind: 'line', path: 'email', label: t`Электрондық пошта`, optional: true, when: isNamed },
    { kind: 'choice', as: 'search', path: 'court', label: t`Сот`, optional: true, options: named(choices?.courts) },
    { kind: 'line', path: 'courtName', label: t`Тізімде жоқ сот`, optional: true, max: 300 },
    { kind: 'line', path: 'person', label: t`Кім туралы`, optional: true, max: 200 },
    { kind: 'line', path: 'personPost', label: t`Лауазымы`, optional: true, max: 200 },
    { kind: 'day', path: 'eventOn', label: t`Оқиға күні`, optional: true },
    {
      kind: 'line',
      path: 'subject',
      label: t`Қысқаша мазмұны`,
      optional: true,
      max: 200,
      hint: t`Өтініш берушінің аты-жөнін жазбаңыз: тізімдерде көрінеді`,
    },
    { kind: 'prose', path: 'text', label: t`Өтініштің мәтіні`, rows: 12 },
    { kind: 'files', path: 'files', label: t`Файлдар`, optional: true },
    { kind: 'day', path: 'receivedOn', label: t`Түскен күні, бүгін болмаса`, optional: true },
    {
      kind: 'line',
      path: 'receivedTime',
      label: t`Түскен сағаты`,
      optional: true,
      hint: t`Мысалы: 09:40. Бос қалса, қазіргі уақыт жазылады`,
    },
  ] satisfies Parameters<typeof Form<typeof enterAppeal>>[0]['fields']
}

export default function NewAppeal() {
  const { t } = useLingui()
  const fields = useFields()
  const [entryKey, setKey] = useState(newKey)
  const [slip, setSlip] = useState<Slip | null>(null)
  const [spoken, setSpoken] = useState<'kk' | 'ru' | 'en'>('kk')
  const again = (): void => {
    setSlip(null)
    setKey(newKey())
  }
  return (
    <Page
      title={t`Өтінішті енгізу`}
      lead={
        <Trans>
          Өтінішті қабылдаудан және тіркеуден бас тартуға болмайды. Демалыс күні түскені келесі жұмыс күні тіркеледі.
        </Trans>
      }
    >
      {slip ? (
        <Given slip={slip} language={spoken} again={again} />
      ) : (
        <Card>
          <Form
            key={entryKey}
            shape={enterAppeal}
            fields={fields}
            toInput={(values) => {
              const language = values.language === 'ru' || values.language === 'en' ? values.language : 'kk'
              setSpoken(language)
              return { ...values, entryKey } as Input<typeof enterAppeal>
            }}
            onDone={setSlip}
          />
        </Card>
      )}
    </Page>
  )
}
