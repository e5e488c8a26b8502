// The page that a QR code leads to: whether the paper in hand was signed here. Yes or no, and nothing of the document.
import type { Language, Text } from '../../kernel/text.ts'
import { line, summary, type Fault, type Sheet } from '../fields.ts'
import { html, type Html } from '../html.ts'
import { genuineWords as words } from '../words.ts'

const verdict = (language: Language, genuine: boolean, note: Text): Html =>
  html`<div class="${genuine ? 'okay' : 'summary'}" role="status">
    <h2>${(genuine ? words.genuine : words.notGenuine)[language]}</h2>
    <p>${note[language]}</p>
  </div>`

export interface Asked {
  /** What was found; null before anything was asked. */
  genuine: boolean | null
  by: 'code' | 'file'
  faults: readonly Fault[]
}

const notes = {
  code: { yes: words.genuineByCode, no: words.notGenuineByCode },
  file: { yes: words.genuineByFile, no: words.notGenuineByFile },
}

export const genuineBody = (language: Language, { genuine, by, faults }: Asked): Html => {
  const sheet: Sheet = { language, answers: {}, faults }
  return html`${summary(sheet)}
    <h1>${words.title[language]}</h1>
    ${genuine !== null && verdict(language, genuine, genuine ? notes[by].yes : notes[by].no)}
    <p class="lead">${words.lead[language]}</p>
    <form method="post" action="/${language}/genuine/code">
      ${line(sheet, { name: 'code', label: words.code, hint: words.codeHint, max: 300 })}
      <div class="row"><button class="first">${words.ask[language]}</button></div>
    </form>
    <form method="post" action="/${language}/genuine/file" enctype="multipart/form-data">
      <div class="field${faults.some(({ field }) => field === 'file') ? ' faulty' : ''}">
        <label for="file">${words.file[language]}</label>
        <div class="hint" id="file-hint">${words.fileHint[language]}</div>
        <input id="file" name="file" type="file" accept="application/pdf,.pdf" aria-describedby="file-hint" />
      </div>
      <div class="row"><button class="second">${words.askFile[language]}</button></div>
    </form>`
}
