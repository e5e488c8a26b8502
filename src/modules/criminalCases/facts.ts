// What a form says of a case, checked against the directories and frozen as it stood: court, region, body, name by its sound.
import type { z } from 'zod'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import { heardOf } from '../../kernel/search/names.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { personOf, postsOf, type PersonPost } from '../persons/index.ts'
import type { registerCase } from './contract.ts'
import * as store from './store.ts'
import type { PostKind } from './words.ts'

type Given = Omit<
  z.output<typeof registerCase.input>,
  'entryKey' | 'registeredOn' | 'confirmedOn' | 'word' | 'incoming' | 'files' | 'paper'
>

const noSuchPerson: Text = {
  kk: 'Мұндай адам тізілімде табылмады.',
  ru: 'Такое лицо в реестре не найдено.',
  en: 'No such person was found in the register.',
}
const required: Text = { kk: 'Бұл өрісті толтырыңыз.', ru: 'Заполните это поле.', en: 'Fill in this field.' }

const postKindOf = ({ kind, region, title }: PersonPost): PostKind => {
  if (kind === 'judge') return /төраға/i.test(title.kk) ? 'court-chair' : 'judge'
  return kind === 'staff' ? 'court-staff' : region ? 'td-staff' : 'ca-staff'
}

/** What the register of persons knows of the person on that day fills what the form leaves empty; what is typed stands. */
async function filled(tx: Tx, it: Given, on: Day): Promise<Given> {
  if (!it.person) return it
  const person = await personOf(tx, it.person)
  if (!person) throw invalidField('person', noSuchPerson)
  const [post] = await postsOf(tx, person.id, on)
  const isCourt = post?.bodyKind === 'court'
  return {
    ...it,
    personName: it.personName ?? person.name.kk,
    iin: it.iin ?? person.iin,
    postKind: it.postKind ?? (post && postKindOf(post)),
    postTitle: it.postTitle ?? post?.title.kk ?? null,
    court: it.court ?? (isCourt && !it.placeName ? post.bodyId : null),
    placeName: it.placeName ?? (post && !isCourt && !it.court ? post.body.kk : null),
    region: it.region ?? post?.region ?? null,
  }
}

/** Surname, given name and father's name by their sound: the same in Kazakh, Russian and Latin letters. */
export const nameKey = (name: string): string => {
  const it = heardOf(name)
  return it ? [it.surname, it.given, it.father ?? ''].join(' ').trim() : wordsOf(name).map(soundOf).join(' ')
}

const foreign: Text = {
  kk: 'Аумақтық бөлімше тек өз өңірінің істерін енгізеді.',
  ru: 'Территориальное подразделение вносит дела только своего региона.',
  en: 'A territorial unit enters the cases of its own region only.',
}
const noSuchCourt: Text = { kk: 'Мұндай сот табылмады.', ru: 'Такой суд не найден.', en: 'No such court was found.' }
const noSuchBody: Text = { kk: 'Мұндай орган табылмады.', ru: 'Такой орган не найден.', en: 'No such body was found.' }
const noSuchRegion: Text = { kk: 'Мұндай өңір жоқ.', ru: 'Такого региона нет.', en: 'There is no such region.' }
const noPlace: Text = {
  kk: 'Сотты таңдаңыз немесе қызмет орнын жазыңыз.',
  ru: 'Выберите суд или укажите место службы.',
  en: 'Choose the court or say where the person served.',
}
const ahead: Text = {
  kk: 'Бұл күн әлі келген жоқ.',
  ru: 'Этот день ещё не наступил.',
  en: 'This day has not come yet.',
}

const same = (it: string): Text => ({ kk: it, ru: it, en: it })

/** @throws Refusal 'invalid' for what the directories do not know, 'forbidden' (6.16) for another region */
export async function factsOf(tx: Tx, given: Given, on: Day): Promise<store.Facts> {
  const it = await filled(tx, given, given.offenceOn ?? on)
  const { personName, postKind, postTitle } = it
  if (!personName) throw invalidField('personName', required)
  if (!postKind) throw invalidField('postKind', required)
  if (!postTitle) throw invalidField('postTitle', required)
  const court = it.court ? await store.courtOf(tx, it.court) : undefined
  if (it.court && !court) throw invalidField('court', noSuchCourt)
  if (!court && !it.placeName) throw invalidField('court', noPlace)
  const region = court?.region_code ?? it.region
  const unit = await store.unitOf(tx, region)
  if (!unit) throw invalidField('region', noSuchRegion)
  const own = await store.ownUnits(tx)
  if (own && !own.includes(unit)) throw new Refusal('forbidden', foreign, { clause: '6.16' })
  if (it.offenceOn && it.offenceOn > tx.today) throw invalidField('offenceOn', ahead)
  for (const field of ['postTitle', 'articleWords', 'placeName', 'bodyName'] as const)
    if (refusesStateSecret(it[field] ?? '')) throw stateSecretRefused(field)
  const body = it.body ? await store.bodyNameOf(tx, it.body) : null
  if (it.body && !body) throw invalidField('body', noSuchBody)
  return {
    person_id: it.person ?? null,
    person_name: personName,
    name_key: nameKey(personName),
    iin: it.iin,
    post_kind: postKind,
    leads: it.leads,
    post_title: postTitle,
    court_id: court ? (it.court ?? null) : null,
    court_kind: court?.kind ?? null,
    place_name: court?.name ?? same(it.placeName ?? ''),
    region_code: region ?? null,
    unit_id: unit,
    articles: [...new Set(it.articles)],
    article_words: it.articleWords,
    qualification: it.qualification,
    erdr: it.erdr,
    court_case: it.courtCase,
    body_id: it.body ?? null,
    body_name: body ?? (it.bodyName ? same(it.bodyName) : null),
    offence_on: it.offenceOn ?? null,
  }
}

const oddNumber: Text = {
  kk: 'СДТБТ нөмірі әдетте 15 цифрдан тұрады. Нөмірді құжаттан тексеріңіз.',
  ru: 'Номер ЕРДР обычно состоит из 15 цифр. Сверьте номер с документом.',
  en: 'A number of the ERDR usually has 15 digits. Compare it with the document.',
}
const noNumber: Text = {
  kk: 'СДТБТ нөмірі көрсетілмеген: салыстыру ЖСН мен аты-жөні бойынша жүреді.',
  ru: 'Номер ЕРДР не указан: сверка пойдёт по ИИН и имени.',
  en: 'There is no ERDR number: the reconciliation will go by the IIN and the name.',
}

/** Doubts that stop nobody. */
export const warningsOf = ({ erdr }: Pick<store.Facts, 'erdr'>): Text[] =>
  erdr === null ? [noNumber] : /^\d{15}$/.test(erdr.replaceAll(/[\s-]/g, '')) ? [] : [oddNumber]
