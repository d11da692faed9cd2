/** The control of an option in its form: the box one types in, or of several the one that is chosen. */
export function controlOf(form: HTMLFormElement | null, option: string | undefined): HTMLElement | undefined {
  if (form === null || option === undefined) return undefined
  const all = [...form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(option)}"]:not([type=hidden])`)]
  return all.find(({ checked }) => checked) ?? all[0]
}
