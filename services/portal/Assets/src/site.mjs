// What scripts add to pages that work without them: components' behaviour, focus on what was said, and parts that refresh themselves.
import {
  Button, CharacterCount, Checkboxes, createAll, ErrorSummary, ExitThisPage, PasswordInput, Radios, ServiceNavigation, SkipLink
} from 'govuk-frontend'

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, PasswordInput, Radios, ServiceNavigation, SkipLink]) createAll(component)

// After something was done, the sentence that says so is read out first.
document.querySelector('.notice[tabindex]')?.focus()

// data-refresh="15": the element is asked for again every so many seconds while the page is seen, and swapped when it changed.
// An element in which somebody is at work is left alone.
for (const element of document.querySelectorAll('[data-refresh][id]')) {
  const seconds = Math.max(5, Number(element.dataset.refresh) || 15)
  let current = element
  setInterval(async () => {
    if (document.hidden || current.contains(document.activeElement)) return
    try {
      const answer = await fetch(location.href, { headers: { 'X-Refresh': current.id }, credentials: 'same-origin', redirect: 'error' })
      if (!answer.ok) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(current.id)
      if (fresh && fresh.innerHTML !== current.innerHTML && !current.contains(document.activeElement)) {
        current.replaceWith(fresh)
        current = fresh
      }
    } catch {
      // The line is bad just now. The next round tries again.
    }
  }, seconds * 1000)
}

// data-print: a button that prints; hidden while there is no script to do it.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// data-keep: a line in a form. While somebody types, the form is sent there as a draft, so that a closed browser loses nothing; the line
// says so. Without a script there is a button for it.
for (const line of document.querySelectorAll('form [data-keep]')) {
  const form = line.closest('form')
  const words = () => {
    const typed = new URLSearchParams(new FormData(form))
    typed.delete('_key')
    return typed
  }
  let kept = words().toString()
  let due
  let sent = false
  const keep = async (last) => {
    clearTimeout(due)
    const typed = words()
    const now = typed.toString()
    if (sent || now === kept) return
    typed.set('_key', crypto.randomUUID())
    try {
      const answer = await fetch(line.dataset.keep, { method: 'POST', body: typed, credentials: 'same-origin', redirect: 'error', keepalive: last })
      if (!answer.ok) return
      kept = now
      line.textContent = line.dataset.kept
    } catch {
      // The line is bad just now. The next word tries again.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(due)
    due = setTimeout(keep, 2000, false)
  })
  form.addEventListener('submit', () => {
    sent = true
    clearTimeout(due)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keep(true)
  })
}
