// What scripts add to the public page: the work against floods, printing, the Esc key, focus on faults. All of it also goes without.
const faults = document.getElementById('faults')
if (faults) faults.focus()

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())

const exit = document.querySelector('form.exit')
if (exit) addEventListener('keydown', (event) => event.key === 'Escape' && exit.requestSubmit())

const zeros = (digest, bits) => {
  const bytes = new Uint8Array(digest)
  const whole = bits >> 3
  for (let at = 0; at < whole; at += 1) if (bytes[at] !== 0) return false
  return bits % 8 === 0 || bytes[whole] >> (8 - (bits % 8)) === 0
}

const findEffort = async (key, bits) => {
  const encoder = new TextEncoder()
  for (let from = 0; ; from += 256) {
    const tries = Array.from({ length: 256 }, (_, at) =>
      crypto.subtle.digest('SHA-256', encoder.encode(`${key}:${from + at}`)),
    )
    const found = (await Promise.all(tries)).findIndex((digest) => zeros(digest, bits))
    if (found >= 0) return String(from + found)
  }
}

for (const form of document.querySelectorAll('form[data-effort]')) {
  // Without a secure connection the browser offers no digest; the server then takes the slower way.
  if (!globalThis.crypto?.subtle) continue
  const answer = findEffort(form.dataset.effort, Number(form.dataset.bits))
  let sent = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (sent) return
    sent = true
    form.querySelector('.working').hidden = false
    void answer.then((found) => {
      form.elements.effort.value = found
      form.submit()
    })
  })
}

// The browser speaks its own language beside a file field; ours is put in its place, and a chosen file goes at once where that helps.
for (const field of document.querySelectorAll('input[type=file][data-pick]')) {
  const row = document.createElement('div')
  row.className = 'picked'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'second'
  button.textContent = field.dataset.pick
  const name = document.createElement('span')
  name.className = 'quiet'
  row.append(button, name)
  field.before(row)
  field.tabIndex = -1
  button.addEventListener('click', () => field.click())
  field.addEventListener('change', () => {
    name.textContent = field.files[0]?.name ?? ''
    if ('atOnce' in field.dataset && field.files.length) field.form.requestSubmit()
  })
  if ('atOnce' in field.dataset) field.form.querySelector('button:not([type])').hidden = true
}

// One press is one sending, also where the line is slow.
for (const form of document.querySelectorAll('form[method=post]:not([data-effort])')) {
  form.addEventListener('submit', () =>
    setTimeout(() => form.querySelectorAll('button').forEach((it) => (it.disabled = true))),
  )
}
addEventListener('pageshow', () => document.querySelectorAll('button').forEach((it) => (it.disabled = false)))
