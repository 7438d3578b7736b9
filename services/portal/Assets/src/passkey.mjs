// Passkeys (W3C Web Authentication). A form with data-passkey="get" or "create" is shown where the browser can do it. On submit it asks
// the server what is wanted, lets the device use or make a passkey, and sends what the device answers as the field Credential.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

// The options come as JSON, the device wants bytes; and back. Written out because older browsers have no toJSON.
function asked (options) {
  options.challenge = bytes(options.challenge)
  if (options.user) options.user.id = bytes(options.user.id)
  for (const list of ['allowCredentials', 'excludeCredentials']) for (const known of options[list] ?? []) known.id = bytes(known.id)
  return options
}

function answered ({ id, rawId, type, response }) {
  const given = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) if (response[part]) given[part] = text(response[part])
  if (response.getTransports) given.transports = response.getTransports()
  return JSON.stringify({ id, rawId: text(rawId), type, response: given, clientExtensionResults: {} })
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false
  const button = form.querySelector('button[type=submit]')
  const error = form.querySelector('[data-passkey-error]')
  form.addEventListener('submit', async event => {
    event.preventDefault()
    button.disabled = true
    error.hidden = true
    try {
      const wanted = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' })
      if (!wanted.ok) throw new Error(wanted.status)
      form.elements.Credential.value = answered(await navigator.credentials[form.dataset.passkey]({ publicKey: asked(await wanted.json()) }))
      form.submit()
    } catch {
      error.textContent = error.dataset.passkeyError
      error.hidden = false
      button.disabled = false
    }
  })
}
