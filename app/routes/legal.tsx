import { data } from 'react-router'
import { brand } from '../brand/brand.ts'
import { readPreferences } from '../preferences/cookie.ts'
import { languageFor } from '../words/languages.ts'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import { fill } from '../words/say.ts'
import type { Route } from './+types/legal.ts'

/** Terms and privacy: the words of the language with the data of this installation. */
export async function loader({ request }: Route.LoaderArgs) {
  const page = new URL(request.url).pathname.replace(/^\/|\.data$/g, '')
  if (page !== 'terms' && page !== 'privacy') throw data(null, { status: 404 })
  const words = await wordsFor(request)
  const text = (await languageFor([readPreferences(request.headers).language]).legal())[page]
  const { entity, email, supervisor } = brand.legal
  const values = { entity, email, supervisor: supervisor && `, ${supervisor}` }
  return {
    title: text.title,
    intro: fill(text.intro, values, words),
    sections: text.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map((paragraph) => fill(paragraph, values, words)),
    })),
    legal: brand.legal,
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function Legal({ loaderData }: Route.ComponentProps) {
  const { say } = useWords()
  const { title, intro, sections, legal } = loaderData
  const lines = [legal.entity, ...legal.address, legal.register, legal.taxId, legal.email].filter(Boolean)
  return (
    <article className="mx-auto w-full max-w-2xl px-4 py-12 sm:px-6">
      <h1 className="text-head">{title}</h1>
      <p className="mt-3 text-lead text-soft">{intro}</p>
      {legal.isDemonstration && (
        <p className="mt-6 border-mark border-l-4 bg-tint px-4 py-3">{say('frame.legalDemonstration')}</p>
      )}
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} className="mt-10">
          <h2 className="text-title">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="mt-3">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      <section className="mt-10">
        <h2 className="text-title">{say('frame.legalWho')}</h2>
        <address className="mt-3 not-italic">
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      </section>
    </article>
  )
}
