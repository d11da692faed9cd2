import { Form, useLocation } from 'react-router'
import { languages } from '../words/languages.ts'
import { useWords } from '../words/reader.tsx'
import { Button } from './button.tsx'
import { inputLook } from './field.tsx'

/** Language and light or dark, kept in a cookie. With a script a change is kept at once. */
export function PreferencesForm({ language, theme }: { language: string; theme: 'system' | 'light' | 'dark' }) {
  const { say } = useWords()
  const { pathname, search } = useLocation()
  return (
    <Form
      method="post"
      action="/preferences"
      reloadDocument
      className="flex flex-wrap items-end gap-3"
      onChange={(event) => event.currentTarget.requestSubmit()}
    >
      <input type="hidden" name="from" value={pathname + search} />
      <label className="flex flex-col gap-1">
        <span>{say('frame.language')}</span>
        <select name="language" defaultValue={language} className={inputLook}>
          {languages.map((one) => (
            <option key={one.code} value={one.code} lang={one.locale}>
              {one.own}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1">
        <span>{say('frame.theme')}</span>
        <select name="theme" defaultValue={theme} className={inputLook}>
          <option value="system">{say('frame.themeSystem')}</option>
          <option value="light">{say('frame.themeLight')}</option>
          <option value="dark">{say('frame.themeDark')}</option>
        </select>
      </label>
      <noscript>
        <Button type="submit">{say('frame.keepPreferences')}</Button>
      </noscript>
    </Form>
  )
}
