/** A form of a page as a browser without JavaScript would send it. */
export type Form = {
  /** absolute address it is sent to */
  readonly action: string
  /** every named input with its present value */
  readonly fields: ReadonlyMap<string, string>
  /** the named buttons; the one pressed is sent along */
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}

/** The forms of a page that are sent by POST, in their order. `address` is the page's own. */
export function formsOf(html: string, address: string): Form[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)]
  return forms.flatMap(([, head = '', body = '']) => {
    const attributes = attributesOf(head)
    if (attributes.get('method')?.toLowerCase() !== 'post') return []
    const inputs = tagsOf(body, 'input').filter((input) => sent(input))
    return {
      action: new URL(attributes.get('action') ?? address, address).href,
      fields: new Map(inputs.map((input) => [input.get('name') ?? '', input.get('value') ?? ''])),
      buttons: tagsOf(body, 'button').flatMap((button) => {
        const name = button.get('name')
        return name === undefined ? [] : [{ name, value: button.get('value') ?? '' }]
      }),
    }
  })
}

/** The text of the first element with a role, such as an alert; undefined when there is none. */
export function textOfRole(html: string, role: string): string | undefined {
  const found = new RegExp(`<(\\w+)\\b[^>]*\\brole="${role}"[^>]*>([\\s\\S]*?)</\\1>`, 'i').exec(html)
  return found?.[2] === undefined ? undefined : decoded(found[2].replace(/<[^>]*>/g, ' ')).trim()
}

function sent(input: ReadonlyMap<string, string>): boolean {
  const type = input.get('type') ?? 'text'
  if (type === 'submit' || type === 'button' || !input.get('name') || input.has('disabled')) return false
  return (type !== 'checkbox' && type !== 'radio') || input.has('checked')
}

function tagsOf(html: string, name: string): Map<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].map(([, head = '']) => attributesOf(head))
}

function attributesOf(head: string): Map<string, string> {
  const found = head.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)
  return new Map([...found].map(([, name = '', a, b, c]) => [name.toLowerCase(), decoded(a ?? b ?? c ?? '')]))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, ten, sixteen, name) => {
    if (ten !== undefined) return String.fromCodePoint(Number(ten))
    if (sixteen !== undefined) return String.fromCodePoint(Number.parseInt(sixteen, 16))
    return entities[name] ?? whole
  })
}
