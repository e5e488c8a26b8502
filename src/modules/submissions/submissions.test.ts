// The parts of appeals that need no database: codes, applicants, the clock.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { parse } from '../../kernel/invalid.ts'
import { parameters } from '../../kernel/parameters.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { anonymousOr } from './applicant.ts'
import { codeOf, normalCode, receiptOf } from './codes.ts'
import { submitAppeal } from './contract.ts'
import { countTerm, explainTerm, sayTerm } from './term.ts'

const pepper = Buffer.alloc(32, 1)

test('a code carries at least 112 bits, in groups of four that no letter of which is taken for another', () => {
  for (const [bits, letters] of [
    [112, 24],
    [128, 28],
    [256, 52],
  ] as const) {
    const code = codeOf(pepper, randomUUID(), bits)
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4})+$/)
    assert.equal(code.replaceAll('-', '').length, letters)
  }
})

test('one key gives one code, another key or another secret another', () => {
  const key = randomUUID()
  assert.equal(codeOf(pepper, key, 128), codeOf(pepper, key.toUpperCase(), 128))
  const codes = new Set(Array.from({ length: 2000 }, () => codeOf(pepper, randomUUID(), 128)))
  assert.equal(codes.size, 2000)
  assert.notEqual(codeOf(pepper, key, 128), codeOf(Buffer.alloc(32, 2), key, 128))
})

test('every place of a code takes every letter', () => {
  const seen = Array.from({ length: 28 }, () => new Set<string>())
  for (let n = 0; n < 3000; n += 1)
    [...codeOf(pepper, randomUUID(), 128).replaceAll('-', '')].forEach((it, place) => seen[place]?.add(it))
  assert.deepEqual(
    seen.map(({ size }) => size),
    Array(28).fill(32),
  )
})

test('a code is known again however it was typed, and nothing else is', () => {
  const code = codeOf(pepper, 'b1b1b1b1-0000-4000-8000-000000000000', 128)
  const hash = receiptOf(pepper, code)
  assert.match(hash ?? '', /^[0-9a-f]{64}$/)
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    ` ${code}\n`,
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
    code.replaceAll('A', 'А').replaceAll('E', 'е'),
  ]) {
    assert.equal(receiptOf(pepper, typed), hash, typed)
  }
  for (const typed of ['', 'abc', `${code}!`, 'U'.repeat(28), '0'.repeat(22), '0'.repeat(61), code.slice(2)]) {
    assert.notEqual(receiptOf(pepper, typed), hash)
  }
  assert.equal(normalCode('қ'.repeat(28)), null)
})

const faults = (work: () => unknown): string[] => {
  try {
    work()
  } catch (fault) {
    if (fault instanceof Refusal) return fault.fields.map(({ path }) => path)
    throw fault
  }
  return []
}

test('an applicant is a person, a legal entity or nobody by name; numbers with a wrong check digit are marked', () => {
  const way = { phone: '8 701 123 45 67' }
  const person = parse(anonymousOr, { as: 'person', name: ' Айша ', iin: '9210 2935-0851', ...way })
  assert.deepEqual(person, {
    as: 'person',
    name: 'Айша',
    iin: '921029350851',
    address: null,
    phone: '+77011234567',
    email: null,
    representative: null,
    groundNumber: null,
  })
  assert.equal(parse(anonymousOr, { as: 'person', name: 'Айша', iin: '', ...way }).as, 'person')
  assert.deepEqual(parse(anonymousOr, { as: 'anonymous' }), { as: 'anonymous' })
  const wrong: [object, string[]][] = [
    [{ as: 'person', name: 'Айша', iin: '921029350852', ...way }, ['iin']],
    [{ as: 'person', name: '', ...way }, ['name']],
    [{ as: 'person', name: 'Айша' }, ['address']],
    [{ as: 'person', name: 'Айша', email: 'айша@', address: 'x' }, ['email']],
    [{ as: 'person', name: 'Айша', phone: '12' }, ['phone']],
    [{ as: 'entity', name: 'ЖШС', ...way }, ['bin']],
    [{ as: 'entity', name: 'ЖШС', bin: '123', ...way }, ['bin']],
    [{ as: 'somebody' }, ['as']],
  ]
  for (const [input, paths] of wrong)
    assert.deepEqual(
      faults(() => parse(anonymousOr, input)),
      paths,
      JSON.stringify(input),
    )
})

test('whatever stands in the form, the answer is a sentence beside its field', () => {
  const bad: [object, string][] = [
    [{ text: '' }, 'text'],
    [{ text: 'а'.repeat(100_001) }, 'text'],
    [{ text: 'а\u0000б' }, 'text'],
    [{ text: 7 }, 'text'],
    [{ kind: 'жалоба' }, 'kind'],
    [{ language: 'de' }, 'language'],
    [{ court: 'x' }, 'court'],
    [{ files: 'x' }, 'files'],
    [{ files: ['x'] }, 'files.0'],
    [{ eventOn: '2026-02-30' }, 'eventOn'],
    [{ submissionKey: '1' }, 'submissionKey'],
    [{ person: 'а'.repeat(201) }, 'person'],
  ]
  const good = {
    submissionKey: randomUUID(),
    kind: 'report',
    language: 'kk',
    applicant: { as: 'anonymous' },
    text: 'т',
  }
  assert.deepEqual(
    faults(() => parse(submitAppeal.input, good)),
    [],
  )
  for (const [more, path] of bad)
    assert.ok(faults(() => parse(submitAppeal.input, { ...good, ...more })).includes(path), path)
  for (const raw of [null, 'x', 7, []])
    assert.notDeepEqual(
      faults(() => parse(submitAppeal.input, raw)),
      [],
    )
})

const law = parameters()

clause('6.23', 'an appeal is answered within fifteen working days from its receipt', () => {
  const term = countTerm(law, '2026-11-23')
  // 16 December is Independence Day.
  assert.deepEqual([term.registeredOn, term.dueOn, term.internalDueOn], ['2026-11-23', '2026-12-14', '2026-12-09'])
  assert.deepEqual(countTerm(law, '2026-11-25').dueOn, '2026-12-17')
})

clause('6.23', 'what came on a day off counts from the next working day', () => {
  for (const on of ['2026-11-07', '2026-11-08', '2026-11-09']) {
    const term = countTerm(law, on)
    assert.equal(term.registeredOn, '2026-11-09', on)
    assert.equal(term.dueOn, '2026-11-30', on)
  }
})

clause('6.23', 'the term goes over holidays, moved days off and the turn of the year', () => {
  // 1–2 January and the moved 4 January 2027 are off, 7 January is Christmas.
  assert.equal(countTerm(law, '2026-12-21').dueOn, '2027-01-14')
  // Nauryz of 2026 gives 23 (Monday), 24 and 25 March.
  assert.equal(countTerm(law, '2026-03-13').dueOn, '2026-04-08')
})

test('the count is told day by day: each working day has its number, each day off its reason', () => {
  const { dueOn, basis } = countTerm(law, '2026-11-07')
  const days = explainTerm('2026-11-07', dueOn, basis, law.calendar)
  assert.deepEqual([days[0]?.count, days[1]?.count, days[2]?.count, days[3]?.count], [null, null, null, 1])
  assert.match(days[0]?.why?.kk ?? '', /Сенбі/)
  assert.match(days[2]?.why?.ru ?? '', /следующего рабочего дня/)
  assert.deepEqual([days.at(-1)?.on, days.at(-1)?.count], [dueOn, 15])
  assert.ok(days.every(({ count, why }) => (count === null) !== (why === null)))
  const { term, countFrom } = sayTerm(basis)
  assert.deepEqual([term.kk, term.ru], ['15 жұмыс күні', '15 рабочих дней'])
  assert.match(countFrom.kk, /жұмыс күнінен/)
})

test('the same values give the same days, whatever the law says later', () => {
  const later = parameters([
    { name: 'appeal.answer', fromOn: '2027-01-01', value: 10, status: 'changed', reason: 'тест' },
  ])
  assert.deepEqual(countTerm(later, '2026-11-23'), countTerm(law, '2026-11-23'))
  assert.equal(countTerm(later, '2027-01-11').basis.answer, 10)
})
