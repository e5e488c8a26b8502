// Identifiers: what is refused, what is only warned of, and that the normal form is stable however it was typed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  caseFacts,
  checkDigit,
  erdrWarnings,
  iinFacts,
  iinWarnings,
  numberKind,
  parseBin,
  parseCaseNumber,
  parseDocumentNumber,
  parseErdr,
  parseIin,
  parsePhone,
  showPhone,
} from './identifiers.ts'

const eleven = fc.stringMatching(/^[0-9]{11}$/).filter((digits) => digits !== '0'.repeat(11))
const issued = eleven.filter((digits) => checkDigit(digits) !== null).map((digits) => `${digits}${checkDigit(digits)}`)

const firstPass = (digits: string): number =>
  [...digits].reduce((sum, digit, at) => sum + (at + 1) * Number(digit), 0) % 11

test('an IIN that is wrong is refused in three languages', () => {
  for (const raw of ['', '12345', '92102935085a', '9210293508511', '000000000000', '921029350852']) {
    const { value, fault } = parseIin(raw)
    assert.equal(value, null)
    assert.ok(fault?.kk && fault.ru && fault.en)
  }
})

test('a right IIN passes, spaces and hyphens dropped', () => {
  assert.equal(parseIin('921029350851').value, '921029350851')
  assert.equal(parseIin(' 921029-350 851 ').value, '921029350851')
})

test('the second pass of the check digit is used, and a number that fails both is never issued', () => {
  const second = fc.sample(eleven, { numRuns: 2000, seed: 1 })
  const tens = second.filter((digits) => firstPass(digits) === 10)
  assert.ok(tens.some((digits) => checkDigit(digits) !== null))
  assert.ok(tens.some((digits) => checkDigit(digits) === null))
  for (const digits of tens.filter((it) => checkDigit(it) === null)) {
    for (const last of '0123456789') assert.equal(parseIin(digits + last).value, null)
  }
})

test('every issued number passes, and no other last digit does', () => {
  fc.assert(
    fc.property(issued, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      assert.equal(parseIin(number).value, number)
      assert.equal(parseBin(number).value, number)
      assert.equal(parseIin(number.slice(0, 11) + ((Number(number[11]) + shift) % 10)).value, null)
    }),
  )
})

// The eleventh digit weighs 11 in the first pass, so the law's own check cannot see it.
test('one of the first ten digits mistyped is found', () => {
  fc.assert(
    fc.property(issued, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const digits = [...number]
      digits[place] = String((Number(digits[place]) + shift) % 10)
      const typed = digits.join('')
      // A change that sends the first pass to 10 is judged by the second pass, which may agree by chance.
      const first = firstPass(typed.slice(0, 11))
      const before = firstPass(number.slice(0, 11))
      fc.pre(first !== 10 && before !== 10)
      assert.equal(parseIin(typed).value, null)
    }),
  )
})

test('date and sex of an IIN only warn', () => {
  assert.deepEqual(iinFacts('921029350851'), { bornOn: '1992-10-29', sex: 'male' })
  assert.deepEqual(iinWarnings('921029350851', { bornOn: '1992-10-29', sex: 'male' }), [])
  assert.equal(iinWarnings('921029350851', { bornOn: '1992-10-30', sex: 'female' }).length, 2)
  assert.deepEqual(iinFacts('000231550123').bornOn, null)
  assert.equal(iinWarnings('000231550123').length, 1)
  assert.deepEqual(iinFacts('050101600001'), { bornOn: '2005-01-01', sex: 'female' })
})

test('a BIN is told from an IIN by its fifth digit', () => {
  assert.equal(numberKind('921029350851'), 'iin')
  assert.equal(numberKind('230540001234'), 'bin')
})

test('court case numbers come to one form', () => {
  for (const raw of ['7585-24-00-2/101', '7585 - 24 - 00 - 2 / 101', '7585–24–00–2\\101', ' 7585-24-00-2/101 ']) {
    assert.equal(parseCaseNumber(raw).value, '7585-24-00-2/101')
  }
  assert.equal(parseCaseNumber('3599-24-00-2a/2151').value, '3599-24-00-2а/2151')
  assert.equal(parseCaseNumber('3599-24-00-2А/2151').value, '3599-24-00-2а/2151')
  assert.deepEqual(caseFacts('3599-24-00-2а/2151'), {
    court: '3599',
    region: '35',
    year: 2024,
    kind: 2,
    letter: 'а',
    serial: 2151,
  })
  for (const raw of ['', '7585-24-00/101', '758-24-00-2/101', '7585-24-00-2/', 'дело 5'])
    assert.ok(parseCaseNumber(raw).fault)
})

test('document numbers come to one form', () => {
  assert.equal(parseDocumentNumber('№ 6001-23-7-6/443').value, '6001-23-7-6/443')
  assert.equal(parseDocumentNumber('6001 – 18 – 7 – 6 \\ 121').value, '6001-18-7-6/121')
  for (const raw of ['', '443', '6001-23-7-6', '6001/443']) assert.ok(parseDocumentNumber(raw).fault)
})

test('an ERDR number of another form is kept with a warning', () => {
  assert.equal(parseErdr('2471 0000 0000 123').value, '247100000000123')
  assert.deepEqual(erdrWarnings('247100000000123'), [])
  assert.equal(parseErdr('24-71-123').value, '24-71-123')
  assert.equal(erdrWarnings('24-71-123').length, 1)
  assert.ok(parseErdr('жоқ').fault)
})

test('telephone numbers come to one form', () => {
  for (const raw of ['+7 701 123 45 67', '8 (701) 123-45-67', '77011234567', '7011234567']) {
    assert.equal(parsePhone(raw).value, '+77011234567')
  }
  assert.equal(parsePhone('+49 30 1234567').value, '+49301234567')
  assert.equal(showPhone('+77172123456'), '+7 717 212 34 56')
  for (const raw of ['', '123', 'телефон', '+7 701 123']) assert.ok(parsePhone(raw).fault)
})

test('a normal form is its own normal form, whatever was typed', () => {
  const any = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 \-/\\+()]{0,20}$/))
  fc.assert(
    fc.property(any, (raw) => {
      for (const parse of [parseIin, parseBin, parseCaseNumber, parseDocumentNumber, parseErdr, parsePhone]) {
        const { value, fault } = parse(raw)
        if (value === null) assert.ok(fault.kk && fault.ru && fault.en)
        else assert.equal(parse(value).value, value)
      }
    }),
    { numRuns: 500 },
  )
})
