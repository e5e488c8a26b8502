// Entering what came on paper or by word of mouth: one page, from the keyboard; afterwards the slip, ready to be printed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Input } from '../../../ui/call.ts'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { Form } from '../../../ui/form.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  agreementTitles,
  agreements,
  listPlaces,
  appealKinds,
  channelTitles,
  enterAppeal,
  groundTitles,
  grounds,
  kindTitles,
  languageTitles,
} from '../contract.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { Given, type Slip } from './given.tsx'

const useFields = () => {
  const { t } = useLingui()
  const text = useText()
  const choices = useCall(listPlaces, {}).data?.result
  const named = (rows: readonly { id: string; name: Parameters<typeof text>[0] }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: text(name) }))
  const isNamed = ({ as }: Readonly<Record<string, unknown>>): boolean => as !== 'anonymous'
  const isActing = (values: Readonly<Record<string, unknown>>): boolean =>
    isNamed(values) && Boolean(values['representative'])
  const byAttorney = (values: Readonly<Record<string, unknown>>): boolean =>
    isActing(values) && values['ground'] === 'attorney'
  const isCollective = (values: Readonly<Record<string, unknown>>): boolean =>
    isNamed(values) && values['collective'] === true
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
      when: isNamed,
      hint: t`Өтінішті басқа адам берсе, оның аты-жөні`,
    },
    {
      kind: 'choice',
      path: 'ground',
      label: t`Өкілдіктің негізі`,
      options: optionsOf(grounds, groundTitles, text),
      optional: true,
      when: isActing,
    },
    { kind: 'line', path: 'groundNumber', label: t`Сенімхаттың нөмірі`, optional: true, max: 100, when: byAttorney },
    { kind: 'day', path: 'groundOn', label: t`Сенімхаттың күні`, optional: true, when: byAttorney },
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
    { kind: 'check', path: 'collective', label: t`Ұжымдық өтініш`, optional: true, when: isNamed },
    {
      kind: 'number',
      path: 'signatories',
      label: t`Қол қойғандардың саны`,
      hint: t`Жауап алатын адамды қоса есептегенде`,
      least: 2,
      optional: true,
      when: isCollective,
    },
    {
      kind: 'prose',
      path: 'coApplicants',
      label: t`Бірге берушілер`,
      hint: t`Әр адам жаңа жолда: аты-жөні, ЖСН`,
      rows: 4,
      optional: true,
      when: isCollective,
    },
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
    {
      kind: 'choice',
      as: 'radio',
      path: 'agreement',
      label: t`Оқып беру`,
      hint: t`Жазғаныңызды өтініш берушіге дауыстап оқып беріңіз`,
      options: optionsOf(agreements, agreementTitles, text),
      when: ({ channel }) => channel === 'oral',
    },
    {
      kind: 'prose',
      path: 'remarks',
      label: t`Өтініш берушінің ескертпесі`,
      rows: 3,
      max: 5000,
      when: ({ channel, agreement }) => channel === 'oral' && agreement === 'remarks',
    },
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
  const [entryKey, setKey] = useState(newEntryKey)
  const [slip, setSlip] = useState<Slip | null>(null)
  const [spoken, setSpoken] = useState<'kk' | 'ru' | 'en'>('kk')
  const [oral, setOral] = useState(false)
  const again = (): void => {
    setSlip(null)
    setKey(newEntryKey())
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
        <Given slip={slip} language={spoken} spoken={oral} again={again} />
      ) : (
        <Card>
          <Form
            key={entryKey}
            shape={enterAppeal}
            fields={fields}
            toInput={(values) => {
              const language = values.language === 'ru' || values.language === 'en' ? values.language : 'kk'
              setSpoken(language)
              setOral(values.channel === 'oral')
              return { ...values, entryKey } as Input<typeof enterAppeal>
            }}
            onDone={setSlip}
          />
        </Card>
      )}
    </Page>
  )
}
