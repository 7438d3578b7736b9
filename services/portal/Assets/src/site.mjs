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
