// Whoever wrote without a name gives it later: the same fields as at the door, and what follows from it.
import { summary, type Sheet } from '../fields.ts'
import { html, type Html } from '../html.ts'
import { contacts } from '../steps-who.ts'
import { words } from '../words.ts'

export const nameBody = (sheet: Sheet, stamp: string): Html => {
  const { language } = sheet
  return html`${summary(sheet)}
    <div class="safe">${words.nameLead[language]}</div>
    <form method="post" action="/${language}/name" novalidate>
      <input type="hidden" name="stamp" value="${stamp}" />
      ${contacts.draw({ ...sheet, answers: { ...sheet.answers, as: 'person' } }, [])}
      <div class="row">
        <button class="first">${words.nameGive[language]}</button
        ><a class="button second" href="/${language}/appeal">${words.back[language]}</a>
      </div>
    </form>`
}
