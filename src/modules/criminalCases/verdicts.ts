// What the rooms above hear of a verdict (6.22): that a conviction stands in force, each time what is said of it changes, or that it stands no longer.
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { noOffenceDay } from './rules.ts'
import * as store from './store.ts'

const inForce = (it: store.Case): boolean => it.force_on !== null

/** A conviction that is in force. */
export const standsConvicted = (it: store.Case): boolean => inForce(it) && it.outcome === 'convicted'

const acquittal: Text = {
  kk: 'Үкім ақтау үкімі: басшының жауаптылығы туралы мәселе туындамайды.',
  ru: 'Приговор оправдательный: вопрос об ответственности руководителя не возникает.',
  en: 'The verdict is an acquittal: no question of a superior’s liability arises.',
}
/** @throws Refusal 'invalid' where a correction would leave a conviction in force without the day on which 6.22 stands */
export const checkOffence = (it: store.Case, { offence_on }: Pick<store.Facts, 'offence_on'>): void => {
  if (standsConvicted(it) && offence_on === null) throw invalidField('offenceOn', noOffenceDay)
}

const told = (it: store.Case): string =>
  JSON.stringify([it.person_id, it.iin, it.person_name, it.qualification, it.offence_on, it.force_on])

/** An acquittal says nothing of anybody's liability: the register says so, and no other room hears of it. */
async function sayAcquitted(tx: Tx, before: store.Case, it: store.Case): Promise<void> {
  const acquitted = (one: store.Case): boolean => inForce(one) && one.outcome === 'acquitted'
  if (acquitted(it)) await store.putSuperior(tx, it.id, 'none', null, acquittal)
  else if (acquitted(before)) await store.putSuperior(tx, it.id, null, null, null)
}

/** After every operation that may have changed what the register says of the verdict; `before` is the case as it was. */
export async function tellVerdict(tx: Tx, before: store.Case): Promise<void> {
  const it = await store.findCase(tx, before.id, false)
  if (!it) throw new Error(`criminal case ${before.id} is out of its own operation's sight`)
  await sayAcquitted(tx, before, it)
  if (!standsConvicted(it)) {
    if (standsConvicted(before)) tx.emit('criminalCases.verdictLeft', { id: it.id })
    return
  }
  if (standsConvicted(before) && told(before) === told(it)) return
  tx.emit('criminalCases.verdictEntered', {
    id: it.id,
    personId: it.person_id,
    corruption: it.qualification === 'corruption',
    offenceOn: it.offence_on,
    forceOn: it.force_on,
  })
}
