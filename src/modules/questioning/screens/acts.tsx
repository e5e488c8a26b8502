// What may be done with the questioning now, in the order of its life.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newEntryKey } from '../../../ui/entry-key.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { act } from '../../../ui/may.tsx'
import type { Act } from '../../../ui/may.tsx'
import type { ActOnce } from '../../../ui/once.tsx'
import { useText } from '../../../ui/text.ts'
import {
  addAudio,
  addParticipant,
  askQuestion,
  beginQuestioning,
  cancelQuestioning,
  consentHows,
  correctEntry,
  explainRights,
  finishQuestioning,
  partRoles,
  recordConsent,
  signatures,
  signQuestioning,
  withdrawConsent,
} from '../contract.ts'
import { howTitles, roleTitles, signatureTitles } from '../words.ts'
import type { Opened } from './record.tsx'

export const useActs = (it: Opened, actOnce: ActOnce): readonly Act[] => {
  const { t } = useLingui()
  const text = useText()
  const fixed = { id: it.id }
  // A new key for each question that is written down.
  const [entryKey, renew] = useState(() => newEntryKey())
  const scan = { kind: 'files' as const, path: 'files' as const, label: t`Скан`, optional: true }
  const before = it.state === 'planned'
  const underway = it.state === 'underway'
  const consents = it.consents.some(({ withdrawnAt }) => withdrawnAt === null)
  const shown: (Act | null)[] = [
    underway
      ? act({
          shape: askQuestion,
          fixed: { ...fixed, entryKey },
          onDone: () => renew(newEntryKey()),
          fields: [
            { kind: 'prose', path: 'question', label: t`Сұрақ`, rows: 3 },
            {
              kind: 'prose',
              path: 'answer',
              label: t`Жауап`,
              hint: t`Адамның өз сөзімен, өзі сөйлеген тілде`,
              rows: 6,
            },
          ],
        })
      : null,
    // What is missing is said above, all of it.
    it.missing.length
      ? null
      : act({
          shape: beginQuestioning,
          fixed,
          fields: [],
          first: before,
          lead: it.judge
            ? t`Судья кез келген сәтте келісімін кері қайтара алады: сол сәтте жауап алу тоқтайды.`
            : t`Жауап алу қазір басталады.`,
        }),
    it.judge && before && !consents
      ? actOnce({
          shape: recordConsent,
          fixed,
          lead: t`Судьяға құпия код беріледі: онымен келісімін бөлімнің бетінде өзі кері қайтара алады.`,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'how',
              label: t`Келісім қалай берілді`,
              options: optionsOf(consentHows, howTitles, text),
              start: 'written',
            },
            {
              kind: 'prose',
              path: 'words',
              label: t`Судьяның сөзі`,
              rows: 3,
              optional: true,
              when: (values) => values['how'] === 'spoken',
            },
            { ...scan, label: t`Жазбаша келісімнің сканы`, when: (values) => values['how'] === 'written' },
          ],
        })
      : null,
    before && !it.rights
      ? act({
          shape: explainRights,
          fixed,
          fields: [
            {
              kind: 'prose',
              path: 'words',
              label: t`Адамның жауабы`,
              hint: t`Құқықтары түсінікті ме, өкіл не аудармашы керек пе`,
              rows: 3,
              optional: true,
            },
          ],
        })
      : null,
    before || underway
      ? act({
          shape: addParticipant,
          fixed,
          fields: [
            {
              kind: 'choice',
              as: 'radio',
              path: 'role',
              label: t`Рөлі`,
              options: optionsOf(partRoles, roleTitles, text),
            },
            { kind: 'line', path: 'name', label: t`Аты-жөні` },
            { kind: 'line', path: 'paper', label: t`Лауазымы не құжаты`, optional: true },
          ],
        })
      : null,
    underway
      ? act({
          shape: finishQuestioning,
          fixed,
          fields: [],
          lead: t`Бұдан кейін сұрақ қойылмайды, хаттама рәсімделеді.`,
        })
      : null,
    it.judge && (before || underway) && consents
      ? act({
          shape: withdrawConsent,
          fixed,
          danger: true,
          lead: t`Судья бас тартқанын айтса, бірден тіркеңіз: жауап алу сол сәтте тоқтайды, бұған дейін айтылғаны уақытымен сақталады.`,
          fields: [{ kind: 'prose', path: 'words', label: t`Судья не айтты`, rows: 3 }],
        })
      : null,
    act({
      shape: signQuestioning,
      fixed,
      fields: [
        {
          kind: 'choice',
          as: 'radio',
          path: 'signature',
          label: t`Адам хаттамаға`,
          options: optionsOf(signatures, signatureTitles, text),
        },
        {
          kind: 'prose',
          path: 'remarks',
          label: t`Ескертуі не қол қоймау себебі`,
          rows: 4,
          optional: true,
          when: (values) => values['signature'] !== undefined && values['signature'] !== 'signed',
        },
        { ...scan, label: t`Қол қойылған хаттаманың сканы` },
      ],
    }),
    it.begunAt && it.state !== 'signed'
      ? act({
          shape: addAudio,
          fixed,
          aside: true,
          fields: [{ kind: 'files', path: 'files', label: t`Аудиожазба`, accept: 'audio/*,video/*' }],
        })
      : null,
    it.said.length && it.state !== 'signed'
      ? act({
          shape: correctEntry,
          fixed,
          aside: true,
          lead: t`Бұрынғы жазба жойылмайды: түзету оның жанында тұрады.`,
          fields: [
            {
              kind: 'choice',
              as: 'select',
              path: 'entry',
              label: t`Қай жазба`,
              options: it.said.map(({ id, question }) => ({ value: id, label: question.slice(0, 80) })),
            },
            { kind: 'prose', path: 'question', label: t`Сұрақ`, rows: 3 },
            { kind: 'prose', path: 'answer', label: t`Жауап`, rows: 5 },
            { kind: 'prose', path: 'reason', label: t`Неге түзетілді`, rows: 2 },
          ],
        })
      : null,
    act({
      shape: cancelQuestioning,
      fixed,
      aside: true,
      danger: true,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
  ]
  return shown.filter((each) => each !== null)
}
