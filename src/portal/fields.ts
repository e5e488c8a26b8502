// Form controls with their label, hint and fault tied together for those who listen to a page.
import type { Language, Text } from '../kernel/text.ts'
import { html, type Html } from './html.ts'
import { words } from './words.ts'

export interface Fault {
  field: string
  says: Text
  /** Name of the field, for the summary at the top, where the fault stands away from it. */
  label?: Text
}

export interface Sheet {
  language: Language
  answers: Readonly<Record<string, string>>
  faults: readonly Fault[]
}

interface Common {
  name: string
  /** The label is the question of the page and so its heading. */
  heading?: boolean
  label: Text
  hint?: Text
  optional?: boolean
}

const faultOf = ({ faults }: Sheet, name: string): Fault | undefined => faults.find(({ field }) => field === name)

const describedBy = (sheet: Sheet, { name, hint }: Common): Html | null => {
  const ids = [hint && `${name}-hint`, faultOf(sheet, name) && `${name}-fault`].filter(Boolean)
  return ids.length ? html` aria-describedby="${ids.join(' ')}"` : null
}

const around = (sheet: Sheet, it: Common, control: Html): Html => {
  const fault = faultOf(sheet, it.name)
  const t = (text: Text) => text[sheet.language]
  return html`<div class="field${fault ? ' faulty' : ''}">
    ${it.heading ? html`<h1><label for="${it.name}">${t(it.label)}</label></h1>` : html`<label for="${it.name}">${t(it.label)}${it.optional && html` <span class="quiet">(${t(words.optional)})</span>`}</label>`}
    ${it.hint && html`<div class="hint" id="${it.name}-hint">${t(it.hint)}</div>`}
    ${fault && html`<p class="fault" id="${it.name}-fault">${t(fault.says)}</p>`} ${control}
  </div>`
}

const invalid = (sheet: Sheet, name: string): Html | null => (faultOf(sheet, name) ? html` aria-invalid="true"` : null)

interface Line extends Common {
  type?: 'text' | 'email' | 'tel' | 'date'
  autocomplete?: string
  inputmode?: 'numeric' | 'text'
  max?: number
  narrow?: boolean
}

export const line = (sheet: Sheet, it: Line): Html =>
  around(
    sheet,
    it,
    html`<input
      id="${it.name}"
      name="${it.name}"
      type="${it.type ?? 'text'}"
      value="${sheet.answers[it.name] ?? ''}"
      ${
        it.narrow && html` class="narrow"`
      }${it.max && html` maxlength="${it.max}"`}${it.inputmode && html` inputmode="${it.inputmode}"`}${html` autocomplete="${it.autocomplete ?? 'off'}"`}${describedBy(sheet, it)}${invalid(sheet, it.name)}
    />`,
  )

export const area = (sheet: Sheet, it: Common & { rows?: number }): Html =>
  around(
    sheet,
    it,
    html`<textarea
      id="${it.name}"
      name="${it.name}"
      rows="${it.rows ?? 12}"
      ${describedBy(sheet, it)}${invalid(sheet, it.name)}
    >
${sheet.answers[it.name] ?? ''}</textarea>`,
  )

export interface Option {
  value: string
  label: Text
  hint?: Text
}

export const choice = (
  sheet: Sheet,
  it: Common & { options: readonly { group: Text | null; options: readonly Option[] }[]; empty: Text },
): Html => {
  const t = (text: Text) => text[sheet.language]
  const chosen = sheet.answers[it.name]
  const row = ({ value, label }: Option) =>
    html`<option value="${value}" ${value === chosen && html` selected`}>${t(label)}</option>`
  return around(
    sheet,
    it,
    html`<select id="${it.name}" name="${it.name}" ${describedBy(sheet, it)}${invalid(sheet, it.name)}>
      <option value="">${t(it.empty)}</option>
      ${it.options.map(({ group, options }) => (group ? html`<optgroup label="${t(group)}">${options.map(row)}</optgroup>` : options.map(row)))}
    </select>`,
  )
}

/** One question with its answers as cards; the question itself is the heading of the page. */
export const radios = (sheet: Sheet, it: Common & { options: readonly Option[] }): Html => {
  const t = (text: Text) => text[sheet.language]
  const fault = faultOf(sheet, it.name)
  return html`<fieldset class="field${fault ? ' faulty' : ''}" ${describedBy(sheet, it)}>
    <legend><h1>${t(it.label)}</h1></legend>
    ${it.hint && html`<div class="hint" id="${it.name}-hint">${t(it.hint)}</div>`}
    ${fault && html`<p class="fault" id="${it.name}-fault">${t(fault.says)}</p>`}
    <div class="cards">
      ${it.options.map(
        ({ value, label, hint }, at) =>
          html`<label class="card"
            ><input
              type="radio"
              name="${it.name}"
              value="${value}"
              ${at === 0 && html` id="${it.name}"`}${sheet.answers[it.name] === value && html` checked`}
            /><span><b>${t(label)}</b>${hint && html`<small>${t(hint)}</small>`}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

/** Things that hold or do not, each a card; a box that is left empty says so too, because of the field before it. */
export const checks = (sheet: Sheet, it: Common & { options: readonly Option[] }): Html => {
  const t = (text: Text) => text[sheet.language]
  return html`<fieldset class="field" ${describedBy(sheet, it)}>
    <legend><h1>${t(it.label)}</h1></legend>
    ${it.hint && html`<div class="hint" id="${it.name}-hint">${t(it.hint)}</div>`}
    <div class="cards">
      ${it.options.map(
        ({ value, label, hint }) =>
          html`<label class="card"
            ><input type="hidden" name="${value}" value="" /><input
              type="checkbox"
              id="${value}"
              name="${value}"
              value="yes"
              ${sheet.answers[value] && html` checked`}
            /><span><b>${t(label)}</b>${hint && html`<small>${t(hint)}</small>`}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

/** A day as three numbers: no browser knows the Kazakh way to write a date, and everybody can type one. */
export const dayParts = (sheet: Sheet, it: Common): Html => {
  const t = (text: Text) => text[sheet.language]
  const fault = faultOf(sheet, it.name)
  const part = (name: string, label: Text, width: number) =>
    html`<div>
      <label for="${name}">${t(label)}</label>
      <input
        id="${name}"
        name="${name}"
        inputmode="numeric"
        maxlength="${width}"
        autocomplete="off"
        class="w${width}"
        value="${sheet.answers[name] ?? ''}"
        ${fault && html` aria-invalid="true"`}
      />
    </div>`
  return html`<fieldset class="field${fault ? ' faulty' : ''}" ${describedBy(sheet, it)}>
    <legend id="${it.name}" tabindex="-1">
      ${t(it.label)}${it.optional && html` <span class="quiet">(${t(words.optional)})</span>`}
    </legend>
    ${it.hint && html`<div class="hint" id="${it.name}-hint">${t(it.hint)}</div>`}
    ${fault && html`<p class="fault" id="${it.name}-fault">${t(fault.says)}</p>`}
    <div class="parts">
      ${part(`${it.name}-day`, words.day, 2)}${part(`${it.name}-month`, words.month, 2)}${part(`${it.name}-year`, words.year, 4)}
    </div>
  </fieldset>`
}

/** What must be mended, at the top of the page, each line leading to its field. */
export const summary = ({ faults, language }: Pick<Sheet, 'faults' | 'language'>): Html | null =>
  faults.length
    ? html`<div class="summary" role="alert" tabindex="-1" id="faults">
        <h2>${words.faultsTitle[language]}</h2>
        <ul>
          ${faults.map(({ field, says, label }) => {
            const line = html`${label && `${label[language]}: `}${says[language]}`
            return html`<li>${field ? html`<a href="#${field}">${line}</a>` : line}</li>`
          })}
        </ul>
      </div>`
    : null
