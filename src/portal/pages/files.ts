// The page of attachments: one file at a time, so that it works without scripts and each fault is said beside its file.
import { dotted } from '../../kernel/calendar.ts'
import { sayBytes } from '../../kernel/units.ts'
import { dayOf, timeOf } from '../../kernel/clock.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { summary, type Fault } from '../fields.ts'
import { html, type Html } from '../html.ts'
import type { Held, Visit } from '../shelf.ts'
import { words } from '../words.ts'

const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

export const filesTitle = text('Файл тіркейсіз бе?', 'Приложите файлы?', 'Will you attach files?')
const pick = text('Файлды таңдаңыз', 'Выберите файл', 'Choose a file')
const add = text('Файлды қосу', 'Добавить файл', 'Add the file')
const remove = text('Алып тастау', 'Убрать', 'Remove')
const listed = text('Қосылған файлдар', 'Добавленные файлы', 'Files added')

export interface Limits {
  bytes: number
  count: number
}

const hint = ({ bytes, count }: Limits): Text => ({
  kk: `Сурет, құжат, дыбыс немесе бейнежазба. Бір файлдың ең үлкен көлемі: ${sayBytes(bytes).kk}. Файл саны: ең көбі ${count}.`,
  ru: `Снимок, документ, звук или видео. Один файл: не больше ${sayBytes(bytes).ru}. Всего файлов: не больше ${count}.`,
  en: `A picture, document, sound or video. One file: at most ${sayBytes(bytes).en}. Files in all: at most ${count}.`,
})

const held = (language: Language, { id, name, bytes }: Held, stamp: string): Html =>
  html`<li>
    <span>${name}</span><span class="quiet">${sayBytes(bytes)[language]}</span>
    <form method="post" action="/${language}/ask/files/remove">
      <input type="hidden" name="stamp" value="${stamp}" /><input type="hidden" name="file" value="${id}" />
      <button class="link" aria-label="${remove[language]}: ${name}">${remove[language]}</button>
    </form>
  </li>`

/** One file, with its fault beside it. */
const picker = (language: Language, id: string, label: Text, faults: readonly Fault[]): Html => {
  const fault = faults.find(({ field }) => field === id)
  return html`<div class="field${fault ? ' faulty' : ''}">
    <label for="${id}">${label[language]}</label>
    ${fault && html`<p class="fault" id="${id}-fault">${fault.says[language]}</p>`}
    <input
      type="file"
      id="${id}"
      name="file"
      data-pick="${words.pickFile[language]}"
      data-at-once
      ${fault && html` aria-invalid="true" aria-describedby="${id}-fault"`}
    />
  </div>`
}

/** What a representative acts by has a place of its own, so that it is known among the files. */
const groundPart = (language: Language, { groundFile }: Visit, stamp: string, faults: readonly Fault[]): Html => {
  return html`<h2>${words.groundFiles[language]}</h2>
    ${
      groundFile
        ? html`<ul class="files">
            ${held(language, groundFile, stamp)}
          </ul>`
        : html`<form method="post" action="/${language}/ask/files" enctype="multipart/form-data" class="upload">
            <input type="hidden" name="stamp" value="${stamp}" /><input type="hidden" name="of" value="ground" />
            ${picker(language, 'ground-file', words.groundFilesHint, faults)}
            <button class="second">${add[language]}</button>
          </form>`
    }`
}

export const filesBody = (
  language: Language,
  visit: Visit,
  stamp: string,
  limits: Limits,
  faults: readonly Fault[],
): Html =>
  html` ${summary({ faults, language })}
    <h1>${filesTitle[language]}</h1>
    <p class="lead">${hint(limits)[language]}</p>
    ${
      visit.files.length > 0 &&
      html`<h2>${listed[language]}</h2>
        <ul class="files">
          ${visit.files.map((file) => held(language, file, stamp))}
        </ul>`
    }
    ${
      visit.files.length < limits.count &&
      html`<form method="post" action="/${language}/ask/files" enctype="multipart/form-data" class="upload">
        <input type="hidden" name="stamp" value="${stamp}" />
        ${picker(language, 'file', pick, faults)}
        <button class="second">${add[language]}</button>
      </form>`
    }
    ${visit.answers['acting'] && groundPart(language, visit, stamp, faults)}
    <form method="post" action="/${language}/ask/files/next">
      <input type="hidden" name="stamp" value="${stamp}" />
      <div class="row">
        <button class="first">${words.next[language]}</button
        ><button class="second" name="go" value="back">${words.back[language]}</button>
      </div>
    </form>`

/** '23.11.2026 09:00' in Kazakhstan's time; figures alone need no language. */
export const when = (iso: string): string => `${dotted(dayOf(new Date(iso)))} ${timeOf(new Date(iso))}`
export const whenDay = (day: string): string => dotted(day)
