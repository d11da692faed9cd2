type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a control holds: its value, or whether it is ticked. */
type Held = string | boolean

const controls = 'input, select, textarea'

/**
 * Remembers what is entered while the script is still on its way. A page can be used from its first moment, but React takes a
 * field's value from its own state when it takes the page over, and what had been typed by then would be lost.
 *
 * @returns call it once the page is taken over: every such control then says again what happened to it
 */
export function watchEarlyEntries(): () => void {
  const entered = new Map<Control, Held>()
  for (const control of document.querySelectorAll(controls))
    if (isChanged(control)) entered.set(control, heldBy(control))
  const note = ({ target }: Event) => {
    if (isControl(target)) entered.set(target, heldBy(target))
  }
  document.addEventListener('input', note, true)
  document.addEventListener('change', note, true)
  return () => {
    document.removeEventListener('input', note, true)
    document.removeEventListener('change', note, true)
    for (const [control, held] of entered) if (control.isConnected) sayAgain(control, held)
    entered.clear()
  }
}

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

const heldBy = (control: Control): Held => (isTicked(control) ? control.checked : control.value)

/** Whether it holds something else than the page was written with. */
function isChanged(control: Element): control is Control {
  if (!isControl(control)) return false
  // A copy that is reset holds what the control began with, brought into range as browsers do it.
  const usual = control.cloneNode(true)
  if (!isControl(usual)) return false
  const form = document.createElement('form')
  form.append(usual)
  form.reset()
  return heldBy(usual) !== heldBy(control)
}

/** Lets a control change once more to what it was changed to before anybody listened. */
function sayAgain(control: Control, held: Held): void {
  if (typeof held === 'boolean') {
    if (!isTicked(control) || (control.type === 'radio' && !held)) return
    control.checked = !held
    control.click()
    return
  }
  if (control instanceof HTMLInputElement && control.type === 'file') {
    control.dispatchEvent(new Event('change', { bubbles: true }))
    return
  }
  // React hears of a change only where the value is another than it last set itself, so it sets one that nobody enters.
  control.value = `${held} `
  underneath(control)?.set?.call(control, held)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
  // Some fields answer only once one has left them.
  if (document.activeElement !== control) control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
}

/** The browser's own property beneath the one that React lays over it. */
const underneath = (control: Control) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')
